import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Role } from '@/lib/queries';
import type { Policy, PolicyChange, PolicyPreview, Store } from '@/lib/stores';
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
    'GET /api/business/reference': () => ({
      body: someReference({
        bank_accounts: [{ id: 'bank_1', name: 'Cheque account' }],
        payment_methods: [{ id: 'CREDIT_CARD', name: 'Card' }],
      }),
    }),
    'GET /api/people': () => ({ body: { people: [{ id: 'per_1', name: 'Thandi Demo' }], invitations: [] } }),
    ...routes,
  });
  const shown = await show(<StoreSettings id="sto_1" />, { role });
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
  const sentTo: string[] = [];
  const { user } = await open({
    routes: {
      [put]: (request) => {
        sentTo.push(new URL(request.url).search);
        return problemAnswer(409, 'conflict', 'You began with version 3, and version 7 is in force now.');
      },
      'GET /api/stores/sto_1/policy': () => ({ body: version(somePolicy(), sentTo.length === 0 ? 3 : 7) }),
    },
  });
  await user.click(screen.getByLabelText('Stock'));
  await user.click(screen.getByTestId('save-settings'));
  expect(await screen.findByText(/version 7 is in force now/)).toBeDefined();
  expect(sentTo).toEqual(['?expected_version=3']);
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(await screen.findByText(/Settings version 7/)).toBeDefined();
});

const preview = 'POST /api/stores/sto_1/policy/preview';
const somePreview = (parts: Partial<PolicyPreview> = {}): PolicyPreview => ({
  since: testMoment,
  total: 12,
  looked_at: 12,
  changed: 0,
  sentence: 'All 12 documents of the last 90 days were planned anew.',
  counts: [],
  items: [],
  next: null,
  ...parts,
});
const someChange = (id: string, parts: Partial<PolicyChange> = {}): PolicyChange => ({
  run_id: id,
  event: 'invoice.created',
  entity_type: 'invoice',
  entity_id: 101,
  number: '000000101',
  status: 'synced',
  kinds: ['account'],
  sentence: 'Posted as SI-27. It would use the account ‘Online sales’ instead of ‘Sales’.',
  ...parts,
});

async function wonder(answer: (request: Request) => { status?: number; body: unknown }) {
  const opened = await open({ routes: { [preview]: answer } });
  await opened.user.click(screen.getByLabelText('Stock'));
  await opened.user.click(screen.getByTestId('what-would-change'));
  return { ...opened, dialog: await screen.findByRole('dialog', { name: 'What would change' }) };
}

test('Before saving one sees which documents would have gone otherwise, by kind and page after page', async () => {
  const asked: string[] = [];
  const { user, server, dialog } = await wonder((request) => {
    const { search } = new URL(request.url);
    asked.push(search);
    const isRest = search.includes('after=');
    return {
      body: somePreview({
        changed: 2,
        counts: [{ kind: 'account', meaning: 'Another account', runs: 2 }],
        items: [isRest ? someChange('run_1', { event: 'invoice.paid' }) : someChange('run_2')],
        next: isRest ? null : 'run_2',
      }),
    };
  });
  expect(await within(dialog).findByText('2 documents would have gone otherwise.')).toBeDefined();
  expect(within(dialog).getByRole('link', { name: 'Invoice 000000101' }).getAttribute('target')).toBe('_blank');
  await user.click(within(dialog).getByRole('button', { name: 'Load more' }));
  expect(await within(dialog).findByRole('link', { name: 'Payment of invoice 000000101' })).toBeDefined();
  const kind = within(dialog).getByRole('button', { name: 'Another account · 2' });
  await user.click(kind);
  await waitFor(() => expect(asked).toEqual(['', '?after=run_2', '?kind=account']));
  expect(kind.getAttribute('aria-pressed')).toBe('true');
  expect((server.sent(preview)[0] as Policy).sync.stock).toBe(true);
  expect(server.count(put)).toBe(0);
});

test('When nothing would change, or nothing is there to compare with, that is said', async () => {
  const { dialog } = await wonder(() => ({ body: somePreview() }));
  expect(await within(dialog).findByRole('heading', { name: 'Nothing would change' })).toBeDefined();
  expect(within(dialog).getByText(/All 12 documents/)).toBeDefined();
});

test('What cannot be saved is told at its field instead of being compared', async () => {
  const errors = { 'currency.accepted[0]': ['‘EU’ is no currency code.'] };
  const { user, dialog } = await wonder(() => problemAnswer(400, 'invalid', 'Look at the fields.', errors) as { body: unknown });
  await user.click(await within(dialog).findByRole('button', { name: 'Show what is wrong' }));
  expect(await screen.findByRole('link', { name: /Multi-currency: .* is no currency code/ })).toBeDefined();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('A comparison that could not be made can be asked for again', async () => {
  const answers = [problemAnswer(503, 'sage_unavailable', 'Sage does not answer.'), { body: somePreview() }];
  const { user, dialog } = await wonder(() => answers.shift() as { body: unknown });
  await user.click(await within(dialog).findByRole('button', { name: 'Try again' }));
  expect(await within(dialog).findByRole('heading', { name: 'Nothing would change' })).toBeDefined();
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

test('The lists are those of the books the shop posts into, whichever business is worked in', async () => {
  const asked: string[] = [];
  await open({
    store: { business_id: 'biz_2', business_name: 'Fynbos CC' },
    routes: {
      'GET /api/business/reference': (request) => {
        asked.push(new URL(request.url).searchParams.get('business') ?? '');
        return { body: someReference() };
      },
    },
  });
  expect(await within(screen.getByLabelText('Sales')).findByText('Sales')).toBeDefined();
  expect(asked).toEqual(['biz_2']);
});

test('While the lists cannot be read what is chosen stays', async () => {
  await open({ routes: { 'GET /api/business/reference': () => problemAnswer(404, 'not_found', 'Sage is not connected.') } });
  expect(await screen.findByText(/Sage is not connected. What is chosen stays/)).toBeDefined();
  expect(screen.getByLabelText('Sales')).toHaveProperty('value', 'acc_sales');
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
