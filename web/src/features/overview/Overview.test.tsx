import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '@/lib/dates';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { testMoment, today } from '@/test/some';
import { barsOf } from './bars';
import { Overview } from './Overview';
import type { Need, Overview as Shown, Series } from './queries';

const route = 'GET /api/overview';

const someSeries = (currency: string, ...values: string[]): Series => ({
  currency,
  documents: values.length,
  value: '1150.00',
  days: values.map((value, index) => ({
    day: addDays(today, index + 1 - values.length),
    documents: Number(value) === 0 ? 0 : 2,
    value,
  })),
});

const someOverview = (part: Partial<Shown> = {}): Shown => ({
  today,
  steps: [],
  needs: [],
  business: { name: 'Karoo Trading', currency: 'ZAR', connection_status: 'active', days_left: 30, renewed_at: testMoment },
  figures: { synced_today: 1204, waiting: 2, failed: 0, calls_left_today: 2417 },
  series: [someSeries('ZAR', '0', '1150.00', '-230.00'), someSeries('USD', '100.00')],
  resources: [
    { resource: 'sales_invoices', state: 'idle', fresh_at: testMoment, problem: null },
    { resource: 'contacts', state: 'failing', fresh_at: null, problem: 'Sage does not answer.' },
  ],
  stores: [{ id: 'sto_1', base_url: 'https://shop.example', status: 'active', pending: 2, failed_lately: 0, last_run_at: testMoment }],
  ...part,
});

const someNeed = (part: Partial<Need> & Pick<Need, 'kind'>): Need => ({
  title: 'Something is the matter',
  text: 'And this is what to do.',
  count: 1,
  store_id: 'sto_1',
  store_name: 'https://shop.example',
  cause: null,
  ...part,
});

const open = async (part: Partial<Shown> = {}) => {
  serve({ [route]: () => ({ body: someOverview(part) }) });
  const shown = await show(<Overview />);
  await screen.findAllByText(/21 Nov 2026 · Karoo Trading|First steps|Needs you/);
  return shown;
};

test('A good day says so, with its figures, its days, its copies and its stores', async () => {
  await open();
  expect(screen.getByText('All is well: nothing needs you.')).toBeDefined();
  expect(screen.getByText('Synced today').parentElement?.textContent).toContain('204');
  expect(screen.getByText('Calls to Sage left today').parentElement?.textContent).toContain('417');
  const rows = within(screen.getByRole('table', { name: 'Booked in the last 30 days in ZAR' })).getAllByRole('row');
  expect(rows.at(-1)?.textContent).toBe('21 Nov 20262(R 230.00)');
  expect(screen.getByRole('row', { name: /Contacts/ }).textContent).toBe('ContactsFailingNever');
  expect(screen.getByRole('link', { name: 'Completeness of shop.example' }).getAttribute('href')).toBe('/stores/sto_1/completeness');
});

test('The days are gone through with the arrow keys, and each is told', async () => {
  const { user } = await open();
  const days = screen.getByRole('group', { name: /Day by day in ZAR/ });
  await user.tab();
  while (document.activeElement !== days) await user.tab();
  expect(screen.getByText('21 Nov 2026', { selector: 'strong' }).parentElement?.textContent).toBe('21 Nov 2026 · 2 documents · (R 230.00)');
  await user.keyboard('{Home}');
  expect(screen.getByText('19 Nov 2026', { selector: 'strong' }).parentElement?.textContent).toBe('19 Nov 2026 · no documents · R 0.00');
  await user.keyboard('{ArrowRight}');
  expect(screen.getByText('20 Nov 2026', { selector: 'strong' })).toBeDefined();
});

test('Another currency has a drawing of its own', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('radio', { name: 'USD' }));
  expect(screen.getByRole('group', { name: /Day by day in USD/ })).toBeDefined();
});

test('What needs a person comes with the way to put it right', async () => {
  await open({
    needs: [
      someNeed({ kind: 'reconnect_needed' }),
      someNeed({ kind: 'runs_failed', cause: 'payment_method_unmapped', title: '3 documents failed', count: 3 }),
      someNeed({ kind: 'runs_failed', cause: 'store_not_found', title: '1 document failed' }),
      someNeed({ kind: 'documents_differ' }),
      someNeed({ kind: 'old_drafts' }),
    ],
  });
  expect(screen.queryByText('All is well: nothing needs you.')).toBeNull();
  const target = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(target('Connect again')).toBe('/connect');
  expect(target('Show them: 3 documents failed')).toBe('/runs?status=failed&store=sto_1&cause=payment_method_unmapped');
  expect(target('Show it: 1 document failed')).toContain('store_not_found');
  expect(target('Open the settings: 3 documents failed')).toBe('/stores/sto_1');
  expect(screen.queryByRole('link', { name: 'Open the settings: 1 document failed' })).toBeNull();
  expect(target('Compare: Something is the matter')).toBe('/stores/sto_1/completeness');
  expect(target('Show the drafts')).toBe('/invoices?status=draft');
});

test('A new workspace is told what to do first, and only the next step has its button', async () => {
  await open({
    business: null,
    series: [],
    resources: [],
    stores: [],
    steps: [
      { kind: 'connect_sage', done: true },
      { kind: 'choose_business', done: false },
      { kind: 'bring_documents', done: false },
    ],
  });
  expect(screen.getByRole('link', { name: 'Choose a business' }).getAttribute('href')).toBe('/connect/business');
  expect(screen.queryByRole('link', { name: 'Connect a store' })).toBeNull();
  expect(screen.queryByText('All is well: nothing needs you.')).toBeNull();
});

test('An overview that cannot be read is a failure with a way to try again', async () => {
  serve({ [route]: () => problemAnswer(500, 'fault', 'The server had a fault.') });
  await show(<Overview />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined();
});

test('Bars grow up from nothing, and down where more went back than came in', () => {
  const { bars, baseline } = barsOf(someSeries('ZAR', '0', '300', '-100').days);
  expect(baseline).toBe(0.75);
  expect(bars).toEqual([
    { top: 0.75, height: 0 },
    { top: 0, height: 0.75 },
    { top: 0.75, height: 0.25 },
  ]);
  expect(barsOf(someSeries('ZAR', '0', '0').days)).toEqual({
    baseline: 1,
    bars: [
      { top: 1, height: 0 },
      { top: 1, height: 0 },
    ],
  });
});
