import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Schemas } from '@/lib/api';
import type { Role } from '@/lib/queries';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { testMoment } from '@/test/some';
import { AuditLog } from './AuditLog';
import type { AuditSearch } from './queries';

const list = 'GET /api/sage/audit-logs';
const line = (part: Partial<Schemas['AuditLogResponse']> = {}): Schemas['AuditLogResponse'] => ({
  id: 'aud_1',
  seq: 7,
  at: testMoment,
  action: 'store.connected',
  status: 'success',
  actor: { kind: 'person', id: 'per_1', name: 'Thandi Demo' },
  target: { kind: 'store', id: 'sto_1' },
  thread: null,
  summary: 'https://shop.karoo.example was connected.',
  ...part,
});
type Routes = Parameters<typeof serve>[0];

async function open({ search = {}, role = 'owner', routes = {} }: { search?: AuditSearch; role?: Role; routes?: Routes } = {}) {
  const asked: string[] = [];
  const server = serve({
    'GET /api/people': () => ({ body: { people: [{ id: 'per_1', name: 'Thandi Demo' }], invitations: [] } }),
    'GET /api/keys': () => ({ body: { keys: [] } }),
    [list]: (request) => {
      asked.push(new URL(request.url).search);
      return { body: { logs: [line()], next: null } };
    },
    ...routes,
  });
  const onSearch = vi.fn<(next: AuditSearch) => void>();
  const shown = await show(<AuditLog search={search} onSearch={onSearch} />, { role });
  return { ...shown, server, onSearch, asked };
}

test('An entry is told in words: when, who, what, how it ended', async () => {
  await open();
  const row = (await screen.findByText('https://shop.karoo.example was connected.')).closest('tr')!;
  expect(within(row).getByText('Store connected')).toBeDefined();
  expect(row.textContent).toContain('Thandi Demo');
  expect(row.textContent).toContain('21 Nov 2026, 12:00');
  expect(row.textContent).toContain('Done');
});

test('An action nobody has a word for is shown by its own name', async () => {
  await open({ routes: { [list]: () => ({ body: { logs: [line({ action: 'moon.landed' })], next: null } }) } });
  expect(await screen.findByRole('cell', { name: 'moon.landed' })).toBeDefined();
});

test('The filters are asked for, days as moments of the workspace, and stand in the address of the file', async () => {
  const { asked } = await open({ search: { action: 'store.connected', from: '2026-11-01', to: '2026-11-21' } });
  await screen.findByText('https://shop.karoo.example was connected.');
  const query = new URLSearchParams(asked[0]);
  expect(Object.fromEntries(query)).toEqual({
    action: 'store.connected',
    from: '2026-10-31T22:00:00.000Z',
    until: '2026-11-21T22:00:00.000Z',
    limit: '50',
  });
  expect(screen.getByRole('link', { name: 'Export CSV' }).getAttribute('href')).toContain('action=store.connected');
});

test('A filter goes into the address and lets an opened entry go', async () => {
  const { user, onSearch } = await open({ search: { status: 'failure' } });
  await user.selectOptions(await screen.findByLabelText('Action'), 'Store settings changed');
  expect(onSearch).toHaveBeenCalledWith({ status: 'failure', action: 'store.policy_changed' });
});

test('Load more asks for what is older and keeps what is there', async () => {
  const { user } = await open({
    routes: {
      [list]: (request) =>
        new URL(request.url).searchParams.get('before') === '7'
          ? { body: { logs: [line({ id: 'aud_0', seq: 6, summary: 'Older.' })], next: null } }
          : { body: { logs: [line()], next: 7 } },
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Load more' }));
  expect(await screen.findByText('Older.')).toBeDefined();
  expect(screen.getByText('All 2 entries')).toBeDefined();
});

test('An opened entry tells what was asked and what came of it, and leads to what it concerns', async () => {
  await open({
    search: { entry: 'aud_1' },
    routes: {
      'GET /api/sage/audit-logs/aud_1': () => ({
        body: { entry: line(), request: { base_url: 'https://shop.karoo.example' }, response: null, previous_hash: 'p', hash: 'h' },
      }),
    },
  });
  const entry = await screen.findByTestId('audit-entry');
  expect(within(entry).getByText('Base address')).toBeDefined();
  expect(within(entry).getByRole('link', { name: 'The store' }).getAttribute('href')).toBe('/stores/sto_1');
  expect(within(entry).queryByText('What came of it')).toBeNull();
});

test.each([
  [{ whole: true, entries: 12, problem: null }, 'The log is whole'],
  [{ whole: false, entries: 12, problem: 'Entry 5 was changed.' }, 'The log is not whole'],
])('Verifying tells what was found', async (verdict, title) => {
  const { user } = await open({ routes: { 'POST /api/audit/verify': () => ({ body: verdict }) } });
  await user.click(await screen.findByTestId('verify-button'));
  expect(await screen.findByText(title)).toBeDefined();
});

test('A Viewer reads the log; verifying is not offered', async () => {
  await open({ role: 'viewer' });
  await screen.findByText('https://shop.karoo.example was connected.');
  expect(screen.queryByTestId('verify-button')).toBeNull();
});

test('Filters that nothing fits, and a log that cannot be read, are told', async () => {
  const { unmount } = await open({ routes: { [list]: () => ({ body: { logs: [], next: null } }) } });
  expect(await screen.findByText('No entry fits these filters.')).toBeDefined();
  unmount();
  await open({ routes: { [list]: () => problemAnswer(500, 'fault', 'The server had a fault.') } });
  expect(await screen.findByText('The server had a fault.')).toBeDefined();
});
