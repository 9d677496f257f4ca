import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { testMoment } from '@/test/some';
import { CopiesStatus } from './CopiesStatus';
import type { SyncResource, SyncStatus } from './queries';

const status = 'GET /api/sync/status';

const someResource = (part: Partial<SyncResource> = {}): SyncResource => ({
  resource: 'sales_invoices',
  state: 'idle',
  comparing: false,
  began_at: null,
  read: null,
  expected: null,
  fresh_at: testMoment,
  finished_at: testMoment,
  last_changed: 0,
  compared_at: testMoment,
  records: 1400,
  unreadable: 0,
  next_at: null,
  problem: null,
  drift: null,
  ...part,
});

const someStatus = (resources: readonly SyncResource[], part: Partial<SyncStatus> = {}): SyncStatus => ({
  business_id: 'b1',
  every_minutes: 15,
  state: 'idle',
  fresh_at: testMoment,
  resources: [...resources],
  unreadable: [],
  ...part,
});

test('Each copy says how far it is, what went wrong and what the last comparison found', async () => {
  serve({
    [status]: () => ({
      body: someStatus([
        someResource({ state: 'running', comparing: true, read: 400, expected: 1400 }),
        someResource({ resource: 'contacts', state: 'failing', problem: 'Sage does not answer.', next_at: testMoment }),
        someResource({ resource: 'products', drift: { at: testMoment, missing: 1, changed: 2, gone: 0 } }),
      ]),
    }),
  });
  await show(<CopiesStatus />);
  const row = async (name: string) => within((await screen.findByRole('cell', { name })).closest('tr')!);
  expect((await row('Sales invoices')).getByText('400 of 1400 read')).toBeDefined();
  expect((await row('Sales invoices')).getByText('Comparing')).toBeDefined();
  expect((await row('Contacts')).getByText('Sage does not answer.')).toBeDefined();
  expect((await row('Products')).getByText(/1 record was missing, 2 were different; put right/)).toBeDefined();
  // What is under way is not begun a second time.
  expect(screen.getByRole('button', { name: 'Sync now' })).toHaveProperty('disabled', true);
});

test('A pass is begun for all or for one, and everything is compared only after a question', async () => {
  const idle = someStatus([someResource()]);
  const server = serve({
    [status]: () => ({ body: idle }),
    'POST /api/sync/all': (request) => ({ status: new URL(request.url).search === '?full=true' ? 202 : 200, body: idle }),
    'POST /api/sync/sales_invoices': () => problemAnswer(409, 'reconnect_needed', 'Sage is not connected.'),
  });
  const { user } = await show(<CopiesStatus />);
  await user.click(await screen.findByRole('button', { name: 'Sync now' }));
  await user.click(screen.getByRole('button', { name: 'Read sales invoices again' }));
  await user.click(screen.getByRole('button', { name: 'Compare everything…' }));
  expect(server.count('POST /api/sync/all')).toBe(1);
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Compare everything' }));
  expect(server.count('POST /api/sync/all')).toBe(2);
  expect(server.count('POST /api/sync/sales_invoices')).toBe(1);
});

test('A record that cannot be read is named with its reason and what is shown instead', async () => {
  const unreadable = {
    resource: 'contact_payments' as const,
    id: 'p1',
    reference: 'PAY-9',
    problem: 'The date is none.',
    since: testMoment,
    has_copy: false,
  };
  serve({ [status]: () => ({ body: someStatus([someResource()], { unreadable: [unreadable] }) }) });
  await show(<CopiesStatus />, { role: 'viewer' });
  expect(await screen.findByText('Payments: PAY-9')).toBeDefined();
  expect(screen.getByText('The date is none.')).toBeDefined();
  expect(screen.getByText(/it is missing from the lists/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
  expect(screen.getByLabelText('Bring copies into step')).toHaveProperty('disabled', true);
});

test('An owner sets how often', async () => {
  const server = serve({
    [status]: () => ({ body: someStatus([someResource()]) }),
    'PUT /api/settings/automation/sync_every_minutes': () => ({ body: { scope: 'automation', key: 'sync_every_minutes', value: 60 } }),
  });
  const { user } = await show(<CopiesStatus />, { role: 'owner' });
  await user.selectOptions(await screen.findByLabelText('Bring copies into step'), 'Every hour');
  expect(server.sent('PUT /api/settings/automation/sync_every_minutes')).toEqual([{ value: 60 }]);
});
