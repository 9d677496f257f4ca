import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { testMoment } from '@/test/some';
import { Completeness } from './Completeness';
import type { Completeness as Compared, Difference, Row } from './queries';

const route = 'GET /api/stores/sto_1/completeness';
const sums = (gross: string, count = 1) => ({ count, net: gross, vat: '0.00', gross });
const rest = (gross: string) => ({ net: gross, vat: '0.00', gross });

const someRow = (part: Partial<Row> = {}): Row => ({
  day: '2026-11-20',
  currency: 'ZAR',
  treatment: 'standard',
  store: sums('115.00'),
  sage: sums('115.00'),
  difference: rest('0.00'),
  ...part,
});

const someDifference = (part: Partial<Difference> = {}): Difference => ({
  entity_type: 'invoice',
  entity_id: 101,
  number: '000000101',
  run_id: 'run_1',
  day: '2026-11-20',
  currency: 'ZAR',
  store_gross: '115.00',
  sage_gross: '0.00',
  difference: '115.00',
  cause: 'voided',
  sentence: 'It was voided in Sage afterwards.',
  next_step: 'Credit it in the shop too.',
  sage_id: 'sage_1',
  sage_number: 'SI-7',
  ...part,
});

const someCompared = (part: Partial<Compared> = {}): Compared => ({
  store_id: 'sto_1',
  store_name: 'https://shop.example',
  from: '2026-10-23',
  to: '2026-11-21',
  complete: true,
  sentence: 'All 2 documents are in Sage to the cent.',
  fresh_at: testMoment,
  totals: [{ currency: 'ZAR', store: sums('115.00', 2), sage: sums('115.00', 2), difference: rest('0.00') }],
  rows: [someRow(), someRow({ treatment: 'zero_rated' })],
  differing: 0,
  differences: [],
  left_out: [],
  ...part,
});

const open = async (part: Partial<Compared> = {}, onPeriod = vi.fn()) => {
  serve({ [route]: () => ({ body: someCompared(part) }) });
  const shown = await show(<Completeness storeId="sto_1" period={{ from: '2026-10-23' }} onPeriod={onPeriod} />);
  await screen.findByRole('heading', { name: /Completeness of shop.example/ });
  return { ...shown, onPeriod };
};

test('Two sides that agree say so, by day and treatment, with a file of the same period', async () => {
  await open();
  expect(screen.getByText('Complete')).toBeDefined();
  expect(screen.getByText(/All 2 documents are in Sage to the cent/)).toBeDefined();
  const days = screen.getByRole('table', { name: 'Both sides by day, currency and VAT treatment' });
  expect(within(days).getByText(/Zero-rated/)).toBeDefined();
  expect(screen.queryByRole('table', { name: 'Documents that differ' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Export CSV' }).getAttribute('href')).toBe('/api/stores/sto_1/completeness.csv?from=2026-10-23');
});

test('A difference names the document, why it differs, and leads to both of its sides', async () => {
  await open({
    complete: false,
    differing: 2,
    differences: [
      someDifference(),
      someDifference({
        entity_type: 'creditmemo',
        entity_id: 7,
        number: '',
        day: null,
        currency: null,
        store_gross: null,
        sage_gross: null,
        difference: null,
        cause: 'waiting',
        sage_id: null,
        sage_number: null,
      }),
    ],
    rows: [someRow({ treatment: null, sage: sums('0.00', 0), difference: rest('115.00') })],
  });
  const differing = screen.getByRole('table', { name: 'Documents that differ' });
  expect(within(differing).getByRole('link', { name: 'Invoice 000000101' }).getAttribute('href')).toBe('/runs/run_1');
  expect(within(differing).getByRole('link', { name: 'in Sage SI-7' }).getAttribute('href')).toBe('/invoices/sage_1');
  expect(within(differing).getByText('Voided in Sage')).toBeDefined();
  expect(within(differing).getByText(/Credit it in the shop too/, { selector: 'tr:first-child *' })).toBeDefined();
  expect(within(differing).getByRole('link', { name: 'Credit memo no. 7' })).toBeDefined();
  expect(screen.getByText(/Not worked out yet/)).toBeDefined();
  expect(screen.getByText('1 : 0')).toBeDefined();
});

test('What was left out on purpose stands apart with its reason', async () => {
  await open({ left_out: [{ reason: 'cancelled', meaning: 'The shop cancelled it.', currency: 'ZAR', store: sums('99.00') }] });
  expect(screen.getByText('The shop cancelled it.').parentElement?.textContent).toContain('1 document · R 99.00');
});

test('Another day is asked for through the address', async () => {
  const { user, onPeriod } = await open();
  const to = screen.getByLabelText('To');
  await user.clear(to);
  await user.type(to, '1 Nov 2026{Enter}');
  expect(onPeriod).toHaveBeenCalledWith({ from: '2026-10-23', to: '2026-11-01' });
});

test('A month is chosen by its name', async () => {
  const { user, onPeriod } = await open();
  await user.selectOptions(screen.getByLabelText('Period'), 'Last month');
  expect(onPeriod).toHaveBeenCalledWith({ from: '2026-10-01', to: '2026-10-31' });
  await user.selectOptions(screen.getByLabelText('Period'), 'Last 30 days');
  expect(onPeriod).toHaveBeenCalledWith({});
});

test('A period that makes no sense is told in words', async () => {
  serve({ [route]: () => problemAnswer(400, 'invalid', 'Something is wrong.', { to: ['To must not be before the first day.'] }) });
  await show(<Completeness storeId="sto_1" period={{ from: '2026-11-20', to: '2026-11-01' }} onPeriod={() => undefined} />);
  expect((await screen.findByRole('alert')).textContent).toContain('To must not be before the first day.');
});
