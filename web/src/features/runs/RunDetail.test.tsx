import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Role } from '@/lib/queries';
import type { RunAnswer } from '@/lib/runs';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { aFailedRun, someRun, someRunAnswer, someStore } from '@/test/some';
import { Notices } from '@/ui/Notices';
import { runQuery } from './queries';
import { RunDetail } from './RunDetail';

type Routes = Parameters<typeof serve>[0];

async function open({
  answer = someRunAnswer(),
  role = 'accountant',
  routes = {},
}: { answer?: RunAnswer; role?: Role; routes?: Routes } = {}) {
  const server = serve({
    'GET /api/stores': () => ({ body: { stores: [someStore()] } }),
    'GET /api/runs/run_1': () => ({ body: answer }),
    ...routes,
  });
  const shown = await show(
    <>
      <Notices />
      <RunDetail id="run_1" />
    </>,
    { role },
  );
  return { ...shown, server };
}

const aFailure = (part: Partial<RunAnswer> = {}): RunAnswer =>
  someRunAnswer({ run: aFailedRun({ id: 'run_1' }), postings: [], can_retry: true, can_undo: false, ...part });

test('A run is told as a story: the sentence, the steps with their times, the decisions, and what went to Sage', async () => {
  await open();
  expect((await screen.findByTestId('run-sentence')).textContent).toContain('is in Sage as SI-27');
  expect(screen.getByText('15 % was read from 0.18 because of a 10 % coupon.')).toBeDefined();
  expect(screen.getByText('Received from the shop')).toBeDefined();
  expect(screen.getByText(/took 0.8 s/)).toBeDefined();
  const posting = screen.getByRole('region', { name: 'Invoice' });
  expect(posting.textContent).toContain('Basket');
  expect(posting.textContent).toContain('115.00 ZAR');
});

test('What was sent is readable at once, and exactly as it was only for whoever asks', async () => {
  const { user } = await open();
  const exact = (await screen.findByText('Show exactly what was sent')).closest('details')!;
  expect(exact.open).toBe(false);
  await user.click(screen.getByText('Show exactly what was sent'));
  expect(exact.open).toBe(true);
  expect(within(exact).getByRole('region', { name: 'What was sent, exactly' }).textContent).toContain('"unit_price": "100.00"');
});

test('A difference shows the shop’s figure, Sage’s, and the amount between', async () => {
  const { postings } = someRunAnswer();
  await open({
    answer: someRunAnswer({
      postings: [
        {
          ...postings[0]!,
          state: 'differs',
          problem: 'Sage booked R 114.99.',
          answer: { id: 'si_27', net: '100.00 ZAR', vat: '14.99 ZAR', gross: '114.99 ZAR' },
        },
      ],
    }),
  });
  const total = (await screen.findByRole('rowheader', { name: 'Total' })).closest('tr')!;
  expect(
    within(total)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['R 115.00', 'R 114.99', '(R 0.01)']);
  expect(screen.getByText('Sage booked R 114.99.')).toBeDefined();
});

test('A failure says what to do, carries its code for support, and is tried again', async () => {
  const retry = 'POST /api/runs/run_1/retry';
  const { user, server } = await open({ answer: aFailure(), routes: { [retry]: () => ({ body: aFailedRun({ status: 'queued' }) }) } });
  expect(await screen.findByText('Say in the payment-method map where the money goes, then retry.')).toBeDefined();
  expect(screen.getByText('payment_method_unmapped')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Retry' }));
  expect(await screen.findByText(/is being tried again/)).toBeDefined();
  expect(server.count(retry)).toBe(1);
});

test('A run that cannot be retried or undone offers neither', async () => {
  await open({ answer: someRunAnswer({ can_undo: false }) });
  await screen.findByTestId('run-sentence');
  expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Undo…' })).toBeNull();
});

test('Undo names what is undone, wants a reason, and tells what came of it', async () => {
  const undo = 'POST /api/runs/run_1/undo';
  const { user, server } = await open({
    routes: { [undo]: () => ({ body: someRun({ status: 'skipped', sentence: 'SI-27 was voided.' }) }) },
  });
  await user.click(await screen.findByRole('button', { name: 'Undo…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Undo Invoice 000000101 (SI-27 in Sage)?' });
  await user.click(within(dialog).getByRole('button', { name: 'Undo it' }));
  expect(within(dialog).getByText(/Say why in a few words/)).toBeDefined();
  expect(document.activeElement).toBe(screen.getByTestId('undo-reason'));
  expect(server.count(undo)).toBe(0);
  await user.type(screen.getByTestId('undo-reason'), ' Sold by mistake ');
  await user.click(within(dialog).getByRole('button', { name: 'Undo it' }));
  expect(await screen.findByText('Invoice 000000101: SI-27 was voided.')).toBeDefined();
  expect(server.sent(undo)).toEqual([{ reason: 'Sold by mistake' }]);
});

test('A refused undo stands in the dialog, which stays open', async () => {
  const { user } = await open({
    routes: { 'POST /api/runs/run_1/undo': () => problemAnswer(409, 'conflict', 'A payment is set against SI-27; undo that first.') },
  });
  await user.click(await screen.findByRole('button', { name: 'Undo…' }));
  await user.type(await screen.findByTestId('undo-reason'), 'Sold by mistake{Enter}');
  expect(await within(screen.getByRole('dialog')).findByText('A payment is set against SI-27; undo that first.')).toBeDefined();
});

test('A dry run begins with this very event, and tells what would be posted without posting', async () => {
  const dryRun = 'POST /api/stores/sto_1/dry-run';
  const { user, server } = await open({
    answer: aFailure(),
    routes: {
      [dryRun]: () => ({
        body: {
          outcome: 'planned',
          sentence: 'This would be posted:',
          next_step: '',
          reason: null,
          decisions: [{ topic: 'Payment', sentence: 'Goes to the cheque account.' }],
          steps: [{ kind: 'create_payment', sentence: 'R 115.00 are booked as paid.', request: { amount: '115.00 ZAR' } }],
        },
      }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Dry run…' }));
  await user.click(await screen.findByRole('button', { name: 'Show what would be posted' }));
  const result = await screen.findByTestId('dry-run');
  expect(await within(result).findByText('Would be posted')).toBeDefined();
  expect(result.textContent).toContain('R 115.00 are booked as paid.');
  expect(result.textContent).toContain('Goes to the cheque account.');
  expect(server.sent(dryRun)).toEqual([{ event: 'invoice.paid', entity_id: 101 }]);
});

test('A dry run that the shop cannot answer is told in the dialog', async () => {
  const { user } = await open({
    routes: { 'POST /api/stores/sto_1/dry-run': () => problemAnswer(503, 'store_unavailable', 'The shop could not be reached.') },
  });
  await user.click(await screen.findByRole('button', { name: 'Dry run…' }));
  await user.click(await screen.findByRole('button', { name: 'Show what would be posted' }));
  expect(await screen.findByText('The shop could not be reached.')).toBeDefined();
});

test('A Viewer sees all of it and can change nothing', async () => {
  await open({ answer: someRunAnswer({ can_retry: true }), role: 'viewer' });
  await screen.findByTestId('run-sentence');
  for (const name of ['Retry', 'Undo…', 'Dry run…']) expect(screen.queryByRole('button', { name })).toBeNull();
});

test('A run that waits says when it goes on by itself', async () => {
  await open({
    answer: someRunAnswer({ run: someRun({ status: 'waiting', next_attempt_at: '2026-11-21T12:05:00Z', finished_at: null }) }),
  });
  expect(await screen.findByText('By itself; nobody has to do anything.')).toBeDefined();
});

test('While it is read the screen says so, and a run that is not there is told', async () => {
  const { unmount } = await open({ routes: { 'GET /api/runs/run_1': () => new Promise(() => undefined) } });
  expect(screen.getByRole('status', { name: 'Reading the run' })).toBeDefined();
  unmount();
  await open({ routes: { 'GET /api/runs/run_1': () => problemAnswer(404, 'not_found', 'There is no such run in this workspace.') } });
  expect(await screen.findByText('There is no such run in this workspace.')).toBeDefined();
});

test('An open run is read anew every two seconds, a finished one is not', () => {
  const { refetchInterval } = runQuery('run_1');
  if (typeof refetchInterval !== 'function') throw new Error('The interval depends on the run.');
  const intervalOf = (status: 'running' | 'synced') =>
    refetchInterval({ state: { data: { ...someRunAnswer(), ...someRun({ status }) } } } as unknown as Parameters<
      typeof refetchInterval
    >[0]);
  expect([intervalOf('running'), intervalOf('synced')]).toEqual([2000, false]);
});
