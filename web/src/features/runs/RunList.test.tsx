import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Role } from '@/lib/queries';
import type { Run, RunCause } from '@/lib/runs';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { aFailedRun, someRun, someStore } from '@/test/some';
import { Notices } from '@/ui/Notices';
import { type RunSearch, runsQuery } from './queries';
import { RunList } from './RunList';

const list = 'GET /api/runs';
const cause: RunCause = {
  cause: 'payment_method_unmapped',
  meaning: 'Nobody has said where the money goes.',
  next_step: 'Say it in the store’s settings, then retry.',
  failed: 12,
};
const page = (items: readonly Run[], part: { next?: string | null; causes?: readonly RunCause[] } = {}) => ({
  body: { items, next: null, causes: [], ...part },
});
type Routes = Parameters<typeof serve>[0];

async function open({ search = {}, role = 'accountant', routes = {} }: { search?: RunSearch; role?: Role; routes?: Routes } = {}) {
  const queries: URLSearchParams[] = [];
  const server = serve({
    'GET /api/stores': () => ({ body: { stores: [someStore()] } }),
    [list]: (request) => {
      queries.push(new URL(request.url).searchParams);
      return page([someRun(), aFailedRun()], { causes: [cause] });
    },
    ...routes,
  });
  const onSearch = vi.fn<(next: RunSearch) => void>();
  const shown = await show(
    <>
      <Notices />
      <RunList search={search} onSearch={onSearch} />
    </>,
    { role },
  );
  return { ...shown, server, onSearch, queries };
}

test('Each event is told with what it is, its state, a sentence, and what it became in Sage', async () => {
  await open();
  const row = (await screen.findByRole('link', { name: 'Invoice 000000101' })).closest('tr')!;
  expect(row.textContent).toContain('Synced');
  expect(row.textContent).toContain('SI-27');
  expect(row.textContent).toContain('shop.karoo.example');
  expect(screen.getByRole('link', { name: 'Payment of invoice 000000101' }).getAttribute('href')).toBe('/runs/run_2');
  expect(screen.getByText(/nobody has said where its money goes/)).toBeDefined();
});

test('One that waits says when it is tried next', async () => {
  await open({
    routes: { [list]: () => page([someRun({ status: 'waiting', next_attempt_at: '2026-11-21T12:05:00Z', outcome_reference: null })]) },
  });
  expect(await screen.findByText('next try 14:05')).toBeDefined();
});

test('While the first page is read there are skeletons', async () => {
  await open({ routes: { [list]: () => new Promise(() => undefined) } });
  expect(screen.getByText('Reading: Sync history, newest first')).toBeDefined();
});

test('Before anything has come the screen says what will come, and with no store what to do', async () => {
  await open({ routes: { [list]: () => page([]), 'GET /api/stores': () => ({ body: { stores: [] } }) } });
  expect(await screen.findByRole('heading', { name: 'Nothing has come from a store yet' })).toBeDefined();
  expect((await screen.findByRole('link', { name: 'Connect a store' })).getAttribute('href')).toBe('/stores/connect');
});

test('Filters that nothing fits are told as such, and can be cleared', async () => {
  const { user, onSearch } = await open({ search: { status: 'skipped' }, routes: { [list]: () => page([]) } });
  expect(await screen.findByText('Nothing fits these filters.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(onSearch).toHaveBeenCalledWith({});
});

test('A history that cannot be read is a failure with a way to try again', async () => {
  await open({ routes: { [list]: () => problemAnswer(500, 'fault', 'The server had a fault.') } });
  expect(await screen.findByText('The server had a fault.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});

test('The filters of the address are asked for, and a change goes into the address', async () => {
  const { user, onSearch, queries } = await open({ search: { status: 'failed', store: 'sto_1', search: '000' } });
  await screen.findByRole('link', { name: 'Invoice 000000101' });
  expect(Object.fromEntries(queries[0]!)).toEqual({ status: 'failed', store: 'sto_1', search: '000', limit: '50' });
  await user.selectOptions(screen.getByLabelText('Event'), 'Refund made');
  expect(onSearch).toHaveBeenCalledWith({ status: 'failed', store: 'sto_1', search: '000', event: 'creditmemo.created' });
  await user.selectOptions(screen.getByLabelText('State'), 'All');
  expect(onSearch).toHaveBeenLastCalledWith({ store: 'sto_1', search: '000' });
});

test('Load more asks for what comes after, and keeps what is there', async () => {
  const { user } = await open({
    routes: {
      [list]: (request) =>
        new URL(request.url).searchParams.get('after') === 'run_1'
          ? page([someRun({ id: 'run_0', number: '000000100' })])
          : page([someRun()], { next: 'run_1' }),
    },
  });
  expect(await screen.findByText('1 so far')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  expect(await screen.findByRole('link', { name: 'Invoice 000000100' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Invoice 000000101' })).toBeDefined();
  expect(screen.getByText('All 2')).toBeDefined();
});

test('A failed row is tried again from the list, a synced one is not offered for it', async () => {
  const { user, server } = await open({ routes: { 'POST /api/runs/run_2/retry': () => ({ body: aFailedRun({ status: 'queued' }) }) } });
  await user.click(await screen.findByRole('button', { name: 'Retry Payment of invoice 000000101' }));
  expect(await screen.findByText('Payment of invoice 000000101 is being tried again.')).toBeDefined();
  expect(server.count('POST /api/runs/run_2/retry')).toBe(1);
  expect(screen.queryByRole('button', { name: 'Retry Invoice 000000101' })).toBeNull();
});

test('All that failed for the same reason are tried again at once, within the store that is filtered by', async () => {
  const asked: string[] = [];
  const { user } = await open({
    search: { store: 'sto_1' },
    routes: {
      'POST /api/runs/retry': (request) => {
        asked.push(new URL(request.url).search);
        return { body: { retried: 12 } };
      },
    },
  });
  await user.click(await screen.findByRole('button', { name: `Retry all 12: ${cause.meaning}` }));
  expect(await screen.findByText('12 documents are being tried again.')).toBeDefined();
  expect(asked).toEqual(['?cause=payment_method_unmapped&store=sto_1']);
});

test('The documents of one cause are shown and let go again', async () => {
  const { user, onSearch } = await open();
  await user.click(await screen.findByRole('button', { name: `Show them: ${cause.meaning}` }));
  expect(onSearch).toHaveBeenCalledWith({ cause: cause.cause, status: 'failed' });
});

test('A retry that is refused is told in words', async () => {
  const { user } = await open({
    routes: { 'POST /api/runs/run_2/retry': () => problemAnswer(409, 'conflict', 'It is under way already.') },
  });
  await user.click(await screen.findByRole('button', { name: 'Retry Payment of invoice 000000101' }));
  expect(await within(screen.getByTestId('notices')).findByText('It is under way already.')).toBeDefined();
});

test('A Viewer sees the history and can change nothing', async () => {
  await open({ role: 'viewer' });
  await screen.findByRole('link', { name: 'Invoice 000000101' });
  expect(screen.queryByRole('button', { name: /Retry/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Backfill…' })).toBeNull();
});

test('A backfill wants whole ids, is sent, and says how many documents came of it', async () => {
  const backfill = 'POST /api/runs/backfill';
  const { user, server } = await open({ routes: { [backfill]: () => ({ body: { accepted: 3 } }) } });
  await user.click(await screen.findByRole('button', { name: 'Backfill…' }));
  await user.type(await screen.findByLabelText('From id'), '7');
  await user.click(screen.getByRole('button', { name: 'Put them in the queue' }));
  expect(await screen.findByRole('link', { name: /a whole number/ })).toBeDefined();
  expect(server.count(backfill)).toBe(0);
  await user.type(screen.getByLabelText('To id'), '9');
  await user.click(screen.getByRole('button', { name: 'Put them in the queue' }));
  expect(await screen.findByText(/3 documents were put in the queue/)).toBeDefined();
  expect(server.sent(backfill)).toEqual([{ store_id: 'sto_1', event: 'invoice.created', from_id: 7, to_id: 9 }]);
});

const intervalWith = (...runs: Run[]) => {
  const { refetchInterval } = runsQuery({});
  const state = { data: { pages: [{ items: runs, next: null, causes: [] }], pageParams: [null] } };
  return typeof refetchInterval === 'function'
    ? refetchInterval({ state } as unknown as Parameters<typeof refetchInterval>[0])
    : refetchInterval;
};

test('The list reads itself anew every two seconds while something is under way, and more slowly otherwise', async () => {
  const { queries } = await open();
  await screen.findByRole('link', { name: 'Invoice 000000101' });
  expect(queries).toHaveLength(1);
  expect([intervalWith(someRun({ status: 'running' })), intervalWith(someRun({ status: 'waiting' }), someRun())]).toEqual([2000, 2000]);
  expect(intervalWith(someRun(), aFailedRun())).toBe(10_000);
  expect(runsQuery({})).not.toHaveProperty('refetchIntervalInBackground', true);
});

test('A store that is gone from the workspace stays in the filter that names it', async () => {
  await open({ search: { store: 'sto_gone' } });
  expect(await screen.findByRole('option', { name: 'shop.karoo.example' })).toBeDefined();
  expect(screen.getByLabelText('Store')).toHaveProperty('value', 'sto_gone');
});
