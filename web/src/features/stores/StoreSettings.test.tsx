import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { referenceQuery, type Role } from '@/lib/queries';
import type { Policy, Store } from '@/lib/stores';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { somePolicy, someReference, someStore, testMoment } from '@/test/some';
import { StoreSettings } from './StoreSettings';

const put = 'PUT /api/stores/sto_1/policy';
const version = (policy: Policy, number = 3) => ({ version: number, saved_at: testMoment, saved_by: 'per_1', policy });
type Routes = Parameters<typeof serve>[0];

interface OpenOptions {
  readonly role?: Role;
  readonly policy?: Policy;
  readonly store?: Partial<Store>;
  readonly routes?: Routes;
}

async function open({ role = 'accountant', policy = somePolicy(), store = {}, routes = {} }: OpenOptions = {}) {
  const server = serve({
    'GET /api/stores': () => ({ body: { stores: [someStore(store)] } }),
    'GET /api/stores/sto_1': () => ({ body: someStore(store) }),
    'GET /api/stores/sto_1/policy': () => ({ body: version(policy) }),
    'GET /api/stores/sto_1/payment-methods': () => ({
      body: { payment_methods: [{ code: 'stripe_payments', label: 'Card', active: true }] },
    }),
    'GET /api/people': () => ({ body: { people: [{ id: 'per_1', name: 'Thandi Demo' }], invitations: [] } }),
    ...routes,
  });
  const shown = await show(<StoreSettings id="sto_1" />, { role });
  shown.queries.setQueryData(
    referenceQuery.queryKey,
    someReference({ bank_accounts: [{ id: 'bank_1', name: 'Cheque account' }], payment_methods: [{ id: 'CREDIT_CARD', name: 'Card' }] }),
  );
  await screen.findByRole('heading', { name: 'Sync behaviour' });
  return { ...shown, server };
}

const saving = (): Routes => ({ [put]: () => ({ body: version(somePolicy(), 4) }) });

test('All seven cards are there, with the version and who saved it', async () => {
  await open();
  const cards = ['Sync behaviour', 'Default mappings', 'Payment-method map', 'Tax-rate map', 'Commercial knobs', 'Multi-currency'];
  for (const card of [...cards, 'B2C consolidation']) expect(screen.getByRole('heading', { name: card })).toBeDefined();
  expect(await screen.findByText(/by Thandi Demo/)).toBeDefined();
  expect(screen.getByText(/Settings version 3/)).toBeDefined();
});

test('A way of paying the shop lists gets its outcome, a bank account is asked for, and all of it is saved', async () => {
  const { user, server } = await open({ routes: saving() });
  expect(screen.queryByTestId('save-settings')).toBeNull();
  await user.selectOptions(await screen.findByLabelText('What happens: Card'), 'Goes to a bank account');
  await user.selectOptions(screen.getByLabelText('Bank account: Card'), 'Cheque account');
  await user.click(screen.getByTestId('save-settings'));
  await waitFor(() => expect(server.count(put)).toBe(1));
  expect((server.sent(put)[0] as Policy).payments.methods).toEqual([
    { method: 'banktransfer', outcome: 'unpaid', bank_account_id: '', sage_method_id: '' },
    { method: 'stripe_payments', outcome: 'bank', bank_account_id: 'bank_1', sage_method_id: '' },
  ]);
  expect(await screen.findByText(/Settings version 4/)).toBeDefined();
  expect(screen.queryByTestId('save-settings')).toBeNull();
});

test('Each way of paying has its four outcomes and that of all others', async () => {
  await open();
  expect(
    within(await screen.findByLabelText('What happens: Card'))
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['As all others', 'Goes to a bank account', 'Leave the invoice open', 'Leave these documents out', 'Stop and ask']);
});

test('What is wrong stands at its field, is linked from the summary, and goes when the field is changed', async () => {
  const errors = {
    'payments.methods[0].bank_account_id': ['Choose the bank account that the money goes to.'],
    'currency.accepted[0]': ['‘EU’ is no currency code.'],
  };
  const { user } = await open({
    policy: somePolicy({
      payments: {
        ...somePolicy().payments,
        methods: [{ method: 'stripe_payments', outcome: 'bank', bank_account_id: '', sage_method_id: '' }],
      },
    }),
    routes: { [put]: () => problemAnswer(400, 'invalid', 'Look at the fields.', errors) },
  });
  await user.clear(screen.getByLabelText('Only these currencies'));
  await user.type(screen.getByLabelText('Only these currencies'), 'EU');
  await user.click(screen.getByTestId('save-settings'));
  await user.click(await screen.findByRole('link', { name: 'Payment-method map: Choose the bank account that the money goes to.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Bank account: Card'));
  await user.click(screen.getByRole('link', { name: /Multi-currency: .* is no currency code/ }));
  expect(document.activeElement).toBe(screen.getByLabelText('Only these currencies'));
  await user.type(screen.getByLabelText('Only these currencies'), 'R');
  expect(screen.queryByText(/is no currency code/)).toBeNull();
  expect(screen.getByRole('button', { name: /Payment-method map · look here/ })).toBeDefined();
});

test('What cannot be read is told without asking the server', async () => {
  const { user, server } = await open({ routes: saving() });
  await user.type(screen.getByLabelText('Days to pay'), 'soon');
  await user.click(screen.getByTestId('save-settings'));
  expect(await screen.findByRole('link', { name: 'Commercial knobs: This is a whole number, such as 30.' })).toBeDefined();
  expect(server.count(put)).toBe(0);
});

test('Settings that somebody else saved meanwhile are not overwritten', async () => {
  const reads: number[] = [];
  const { user, server } = await open({
    routes: {
      ...saving(),
      'GET /api/stores/sto_1/policy': () => {
        reads.push(1);
        return { body: version(somePolicy(), reads.length === 1 ? 3 : 7) };
      },
    },
  });
  await user.click(screen.getByLabelText('Stock'));
  await user.click(screen.getByTestId('save-settings'));
  expect(await screen.findByText(/version 7 is in force now/)).toBeDefined();
  expect(server.count(put)).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(await screen.findByText(/Settings version 7/)).toBeDefined();
});

test('Leaving with changes asks, and staying keeps them', async () => {
  const { user, router } = await open();
  await user.click(screen.getByLabelText('Stock'));
  void router.navigate({ to: '/invoices' });
  await user.click(await screen.findByRole('button', { name: 'Stay' }));
  expect(screen.getByLabelText('Stock')).toHaveProperty('checked', true);
  void router.navigate({ to: '/invoices' });
  await user.click(await screen.findByRole('button', { name: 'Leave and lose it' }));
  expect(await screen.findByText('Another screen')).toBeDefined();
});

test('Leaving without changes asks nothing', async () => {
  const { router } = await open();
  void router.navigate({ to: '/invoices' });
  expect(await screen.findByText('Another screen')).toBeDefined();
});

test('A Viewer sees the settings and can change none', async () => {
  await open({ role: 'viewer' });
  expect(screen.getByLabelText('Stock')).toHaveProperty('disabled', true);
  expect(await screen.findByLabelText('What happens: Card')).toHaveProperty('disabled', true);
  expect(screen.queryByRole('button', { name: 'Add a percentage' })).toBeNull();
  expect(screen.getByText(/You are a Viewer here/)).toBeDefined();
});

test('A shop that does not answer keeps nobody from changing the rules', async () => {
  await open({
    routes: { 'GET /api/stores/sto_1/payment-methods': () => problemAnswer(503, 'store_unavailable', 'The shop does not answer.') },
  });
  expect(await screen.findByText(/The shop does not answer./)).toBeDefined();
  expect(screen.getByLabelText('What happens: banktransfer')).toHaveProperty('disabled', false);
});

test('While another business is chosen its lists are not offered, and what is chosen stays', async () => {
  await open({ store: { business_id: 'biz_2', business_name: 'Fynbos CC' } });
  expect(await screen.findByText(/this shop posts into Fynbos CC/)).toBeDefined();
  expect(screen.getByLabelText('Sales')).toHaveProperty('value', 'acc_sales');
  expect(within(screen.getByLabelText('Sales')).queryByText('Sales')).toBeNull();
});

test('Rows of rates are added and removed by buttons with names', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Add a percentage' }));
  expect(screen.getByLabelText('Percentage, row 2')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Remove row 1 of percentages the shop charges' }));
  expect(screen.queryByLabelText('Percentage, row 2')).toBeNull();
  expect(screen.getByLabelText('Percentage, row 1')).toHaveProperty('value', '');
});

test('A way of paying the shop no longer lists can be added by its code, once', async () => {
  const { user } = await open();
  const field = screen.getByLabelText('Code of another way of paying');
  await user.type(field, 'old_way{Enter}');
  expect(await screen.findByLabelText('What happens: old_way')).toHaveProperty('value', 'fail');
  await user.type(field, 'OLD_WAY');
  expect(screen.getByText('It has a row already.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Remove old_way' }));
  expect(screen.queryByLabelText('What happens: old_way')).toBeNull();
});

test('A store that is not there is told, without the form', async () => {
  serve({
    'GET /api/stores/sto_9': () => problemAnswer(404, 'not_found', 'There is no such shop in this workspace.'),
    'GET /api/stores/sto_9/policy': () => problemAnswer(404, 'not_found', 'There is no such shop in this workspace.'),
  });
  await show(<StoreSettings id="sto_9" />);
  expect(await screen.findByText('There is no such shop in this workspace.')).toBeDefined();
  expect(screen.queryByRole('heading', { name: 'Sync behaviour' })).toBeNull();
});
