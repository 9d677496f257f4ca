import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { someContact, testMoment } from '@/test/some';
import { ContactDetail } from './ContactDetail';
import { StatementView } from './StatementView';

const one = 'GET /api/sage/contacts/c_baobab';
const parts = 'GET /api/sage/contacts/c_baobab/parts';
const statement = 'GET /api/sage/contacts/c_baobab/statement';

const address = { line1: '1 Long Street', line2: '', city: 'Paarl', region: '', postal_code: '', country: 'ZA' };

const someParts = {
  addresses: [
    { id: 'a1', name: 'Main address', kind: 'accounts', address, main: true },
    { id: 'a2', name: 'Warehouse', kind: 'delivery', address, main: false },
  ],
  persons: [{ id: 'p1', name: 'Anna', job_title: 'Buyer', email: 'anna@b.example', telephone: '', mobile: '', main: true }],
};

const saved = { contact: someContact(), warnings: [] };

const someStatement = (part: object = {}) => ({
  contact: someContact({ balance: '244.97' }),
  currency: 'ZAR',
  from: '2026-09-01',
  to: '2026-11-21',
  opening_balance: '344.97',
  invoiced_amount: '344.97',
  credited_amount: '344.97',
  paid_amount: '100.00',
  closing_balance: '244.97',
  fresh_at: testMoment,
  entries: [
    {
      date: '2026-10-02',
      kind: 'invoice',
      id: 'i1',
      name: 'SI-9',
      reference: 'PO-1',
      due_date: '2026-11-01',
      amount: '344.97',
      balance: '689.94',
    },
    { date: '2026-10-05', kind: 'payment', id: 'p1', name: '', reference: 'EFT', due_date: null, amount: '-100.00', balance: '589.94' },
  ],
  ...part,
});

test('A person is added, a refusal stands at its field, and the main address cannot be removed', async () => {
  const add = 'POST /api/sage/contacts/c_baobab/persons';
  const server = serve({
    [one]: () => ({ body: someContact() }),
    [parts]: () => ({ body: someParts }),
    [add]: () =>
      server.count(add) === 1
        ? problemAnswer(400, 'invalid', 'Look at the fields.', { email: ['This is no e-mail address.'] })
        : { status: 201, body: saved },
  });
  const { user } = await show(<ContactDetail id="c_baobab" />);
  const persons = within(await screen.findByRole('region', { name: 'Persons' }));
  await user.click(persons.getByRole('button', { name: 'Add' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.type(dialog.getByLabelText('Name'), 'Ben');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByRole('link', { name: 'This is no e-mail address.' })).toBeDefined();
  await user.type(dialog.getByLabelText('E-mail'), 'ben@b.example');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(server.sent(add)[1]).toMatchObject({ name: 'Ben', email: 'ben@b.example', job_title: null, main: false });
  const addresses = within(screen.getByRole('region', { name: 'Addresses' }));
  expect(addresses.queryByRole('button', { name: 'Remove Main address' })).toBeNull();
  expect(addresses.getByRole('button', { name: 'Remove Warehouse' })).toBeDefined();
});

test('A contact is put out of use only after a question that names its balance', async () => {
  const put = 'PUT /api/sage/contacts/c_baobab/active';
  const server = serve({
    [one]: () => ({ body: someContact() }),
    [parts]: () => ({ body: someParts }),
    [put]: () => ({ body: saved }),
  });
  const { user } = await show(<ContactDetail id="c_baobab" />);
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Put out of use…' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('R 4,452.01')).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Put out of use' }));
  await vi.waitFor(() => expect(server.sent(put)).toEqual([{ active: false }]));
});

test('A viewer looks at a contact and changes nothing', async () => {
  serve({ [one]: () => ({ body: someContact() }), [parts]: () => ({ body: someParts }) });
  await show(<ContactDetail id="c_baobab" />, { role: 'viewer' });
  expect(await screen.findByText('Anna')).toBeDefined();
  for (const name of ['Edit', 'Add', 'More', 'Change Anna', 'Remove Anna']) expect(screen.queryByRole('button', { name })).toBeNull();
});

test('A statement shows the balance after each entry, and its file has the same period', async () => {
  serve({ [statement]: () => ({ body: someStatement() }) });
  await show(<StatementView id="c_baobab" search={{ from: '2026-09-01', to: '2026-11-21' }} onSearch={vi.fn()} />);
  const paper = within(await screen.findByRole('article', { name: 'Statement' }));
  expect(paper.getByRole('link', { name: 'Invoice SI-9' })).toBeDefined();
  const payment = paper.getByRole('link', { name: 'Payment' }).closest('tr');
  // The third is for narrow screens, in the place of the two before it.
  expect([...(payment?.cells ?? [])].map((cell) => cell.textContent).slice(4)).toEqual(['', '100.00', '(100.00)', '589.94']);
  expect(screen.getByRole('link', { name: 'Export CSV' }).getAttribute('href')).toBe(
    '/api/sage/contacts/c_baobab/statement.csv?from=2026-09-01&to=2026-11-21',
  );
  expect(screen.queryByText('Sage has another balance')).toBeNull();
});

test('A balance in Sage that the documents do not come to is pointed out with the difference', async () => {
  serve({ [statement]: () => ({ body: someStatement({ contact: someContact({ balance: '300.00' }) }) }) });
  await show(<StatementView id="c_baobab" search={{ to: '2099-01-01' }} onSearch={vi.fn()} />);
  const note = within(await screen.findByRole('alert'));
  expect(note.getByText('Sage has another balance')).toBeDefined();
  expect(note.getByText('R 55.03')).toBeDefined();
});
