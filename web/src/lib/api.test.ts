import { expect, test, vi } from 'vitest';
import { cutLine, problemAnswer, serve } from '@/test/server';
import { api, onSessionEnd, told } from './api';
import { asProblem, Problem, problemOf } from './problem';

const readSession = () => told(api.GET('/api/session'));
const failureOf = async (work: Promise<unknown>): Promise<Problem> =>
  asProblem(
    await work.then(
      () => null,
      (thrown: unknown) => thrown,
    ),
  );

test('A refusal becomes a problem with its sentence, its code and its fields', async () => {
  serve({ 'GET /api/session': () => problemAnswer(400, 'invalid', 'Look at the fields.', { 'line_items[0].quantity': ['Too much.'] }) });
  const problem = await failureOf(readSession());
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ status: 400, code: 'invalid', message: 'Look at the fields.', title: 'Refused', traceId: '00-1' });
  expect(problem.errors).toEqual({ 'line_items[0].quantity': ['Too much.'] });
});

test('An answer that is no problem document still has words', () => {
  expect(problemOf(502, '<html>')).toMatchObject({ status: 502, code: 'http_502', errors: {} });
  expect(problemOf(502, '<html>').message).toMatch(/Try again/);
  expect(problemOf(400, { errors: { name: 'x', other: ['y', 3] } }).errors).toEqual({ name: [], other: ['y'] });
});

test('Without a line the problem says that nothing typed is lost', async () => {
  serve({ 'GET /api/session': cutLine });
  const problem = await failureOf(readSession());
  expect(problem.isOffline).toBe(true);
  expect(problem.message).toMatch(/What you typed is kept/);
});

test('Reading that is held back waits as long as told and is repeated once', async () => {
  vi.useFakeTimers();
  try {
    const server = serve({
      'GET /api/session': () =>
        server.asked.length === 1
          ? { ...problemAnswer(429, 'too_many', 'Wait.'), headers: { 'Retry-After': '7' } }
          : { body: { first_run: false } },
    });
    const reading = readSession();
    await vi.advanceTimersByTimeAsync(6900);
    expect(server.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    await expect(reading).resolves.toEqual({ first_run: false });
    expect(server.asked).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

test('Writing is never repeated by itself', async () => {
  const server = serve({
    'POST /api/sage/sales_invoices': () => ({ ...problemAnswer(429, 'too_many', 'Wait.'), headers: { 'Retry-After': '1' } }),
  });
  const problem = await failureOf(told(api.POST('/api/sage/sales_invoices', { body: { preview_id: 'pre_1' } as never })));
  expect(problem.code).toBe('too_many');
  expect(server.asked).toHaveLength(1);
});

test('An answer that nobody is signed in ends the session, except while signing in', async () => {
  const ended = vi.fn();
  const stop = onSessionEnd(ended);
  serve({
    'GET /api/people': () => problemAnswer(401, 'not_signed_in', 'Sign in.'),
    'POST /api/session': () => problemAnswer(401, 'not_signed_in', 'E-mail or password is wrong.'),
  });
  await failureOf(told(api.POST('/api/session', { body: { email: 'a', password: 'b', code: null } })));
  expect(ended).not.toHaveBeenCalled();
  await failureOf(told(api.GET('/api/people')));
  expect(ended).toHaveBeenCalledOnce();
  stop();
  await failureOf(told(api.GET('/api/people')));
  expect(ended).toHaveBeenCalledOnce();
});

test('A fault of the page is told as one', () => {
  expect(asProblem(new Error('undefined is not a function'))).toMatchObject({ code: 'page_fault' });
});
