import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { Role } from '@/lib/queries';
import { cutLine, type FakeServer, problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { someContact, someOutcome, somePreview } from '@/test/some';
import { NewInvoice } from './NewInvoice';

const preview = 'POST /api/sage/sales_invoices/preview';
const confirm = 'POST /api/sage/sales_invoices';
const outcome = 'GET /api/sage/sales_invoices/preview/pre_1';
const contacts = 'GET /api/sage/contacts';

/** Stands in for the app, which keeps the preview in the address. */
function Screen({ start }: { start?: string }) {
  const [confirming, setConfirming] = useState<string | undefined>(start);
  return (
    <NewInvoice
      confirming={confirming}
      onConfirming={setConfirming}
      newCustomer={({ name, onCreated }) => (
        <button type="button" onClick={() => onCreated(someContact({ id: 'c_new', name, credit_days: 7 }))}>
          Create {name}
        </button>
      )}
    />
  );
}

type Routes = Parameters<typeof serve>[0];

const serveWith = (routes: Routes = {}): FakeServer =>
  serve({
    [contacts]: () => ({ body: { contacts: [someContact()], total: 1, fresh_at: '2026-11-21T10:00:00Z' } }),
    [preview]: () => ({ status: 201, body: somePreview() }),
    [confirm]: () => ({ status: 201, body: someOutcome() }),
    ...routes,
  });

const open = (start?: string, role: Role = 'accountant') => show(<Screen {...(start === undefined ? {} : { start })} />, { role });
const at = (testId: string, index = 0) => screen.getAllByTestId<HTMLInputElement>(testId)[index]!;
type User = Awaited<ReturnType<typeof open>>['user'];

const fill = async (user: User) => {
  await user.click(at('customer-select'));
  await user.paste('bao');
  await user.click(await screen.findByText('Baobab Lodge (Pty) Ltd'));
  await user.click(at('description-input'));
  await user.paste('Consulting');
  await user.click(at('unit-price-input'));
  await user.paste('100.00');
};

test('The form begins with one line, today, the due date by the terms, and a suggested reference', async () => {
  serveWith();
  await open();
  expect(screen.getAllByTestId('description-input')).toHaveLength(1);
  expect(at('reference-input').value).toBe('INV-20261121-1200');
  expect(at('date-input').value).toBe('2026-11-21');
  expect(at('due-date-input').value).toBe('2026-12-05');
  for (const id of [
    'customer-select',
    'reference-input',
    'date-input',
    'due-date-input',
    'description-input',
    'quantity-input',
    'unit-price-input',
  ])
    expect(at(id).tagName).toBe('INPUT');
  for (const id of ['add-line-item', 'preview-button']) expect(at(id).tagName).toBe('BUTTON');
});

test('The main way: fill in, preview the paper, confirm, and the success says what exists', async () => {
  const server = serveWith();
  const { user } = await open();
  await fill(user);
  expect(at('live-total').textContent).toBe('R 115.00');
  await user.click(at('preview-button'));
  const dialog = await screen.findByRole('dialog', { name: 'Preview' });
  expect(within(dialog).getByRole('heading', { name: 'Tax invoice' })).toBeDefined();
  expect(within(dialog).getByText('R 115.00')).toBeDefined();
  expect(server.sent(preview)).toEqual([
    expect.objectContaining({
      contact_id: 'c_baobab',
      line_items: [expect.objectContaining({ quantity: '1', unit_price: '100.00', tax_rate_id: 'ZA_STANDARD' })],
    }),
  ]);
  await user.click(screen.getByRole('button', { name: 'Create draft for R 115.00' }));
  expect(await screen.findByRole('heading', { name: 'Invoice created successfully' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Open the draft' }).getAttribute('href')).toBe('/invoices/inv_1');
  expect(server.sent(confirm)).toEqual([{ preview_id: 'pre_1' }]);
});

test('What is missing stands at the field and in a summary, and nothing is sent', async () => {
  const server = serveWith();
  const { user } = await open();
  await user.click(at('preview-button'));
  const summary = await screen.findByTestId('error-summary');
  expect(
    within(summary)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Choose a customer.', 'Line 1: Description is missing.', 'Line 1: Unit price is missing.']);
  await user.click(within(summary).getByRole('link', { name: 'Line 1: Unit price is missing.' }));
  expect(document.activeElement).toBe(at('unit-price-input'));
  expect(at('unit-price-input').getAttribute('aria-invalid')).toBe('true');
  expect(server.count(preview)).toBe(0);
});

test('What the server finds wrong stands at its field and goes when the field is changed', async () => {
  serveWith({ [preview]: () => problemAnswer(400, 'invalid', 'Look at the fields.', { reference: ['That reference is in use.'] }) });
  const { user } = await open();
  await fill(user);
  await user.click(at('preview-button'));
  expect(await screen.findByRole('link', { name: 'That reference is in use.' })).toBeDefined();
  await user.type(at('reference-input'), 'x');
  expect(screen.queryByText('That reference is in use.')).toBeNull();
});

test('A number with two meanings is asked about before anything is sent', async () => {
  const server = serveWith();
  const { user } = await open();
  await fill(user);
  await user.clear(at('unit-price-input'));
  await user.type(at('unit-price-input'), '1,234');
  await user.click(at('preview-button'));
  expect(await screen.findByRole('link', { name: /Unit price can mean 1234 or 1.234/ })).toBeDefined();
  expect(server.count(preview)).toBe(0);
  await user.click(screen.getByRole('button', { name: '1,234.00' }));
  await user.click(at('preview-button'));
  await screen.findByTestId('confirm-button');
  expect(server.sent(preview)).toEqual([expect.objectContaining({ line_items: [expect.objectContaining({ unit_price: '1234' })] })]);
});

test('Enter goes down and makes a line below the last one, Alt and Delete takes it away, and it can be put back', async () => {
  serveWith();
  const { user } = await open();
  await user.click(at('description-input'));
  await user.keyboard('{Enter}');
  expect(screen.getAllByTestId('description-input')).toHaveLength(1);
  await user.keyboard('Hosting{Tab}{Tab}250{Enter}');
  expect(document.activeElement).toBe(at('description-input', 1));
  await user.keyboard('Support{ArrowUp}');
  expect(document.activeElement).toBe(at('description-input', 0));
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(at('description-input', 1));
  await user.keyboard('{Shift>}{Enter}{/Shift}');
  expect(document.activeElement).toBe(at('description-input', 0));
  await user.keyboard('{Alt>}{Delete}{/Alt}');
  expect(screen.getAllByTestId<HTMLInputElement>('description-input').map(({ value }) => value)).toEqual(['Support']);
  await user.click(screen.getByRole('button', { name: 'Put line 1 back' }));
  expect(screen.getAllByTestId<HTMLInputElement>('description-input').map(({ value }) => value)).toEqual(['Hosting', 'Support']);
  expect(at('live-total').textContent).toBe('R 287.50');
});

test('A new customer is chosen at once, with the terms agreed', async () => {
  serveWith({ [contacts]: () => ({ body: { contacts: [], total: 0, fresh_at: '2026-11-21T10:00:00Z' } }) });
  const { user } = await open();
  await user.type(at('customer-select'), 'Nomsa');
  await user.click(await screen.findByRole('button', { name: 'New customer “Nomsa”' }));
  await user.click(screen.getByRole('button', { name: 'Create Nomsa' }));
  expect(at('customer-select').value).toBe('Nomsa');
  expect(at('due-date-input').value).toBe('2026-11-28');
});

test('What was typed is there again after a reload, until it is in Sage', async () => {
  serveWith();
  const first = await open();
  await fill(first.user);
  first.unmount();
  const second = await open();
  expect(at('description-input').value).toBe('Consulting');
  expect(screen.getByText(/This is what you typed before/)).toBeDefined();
  await second.user.click(at('preview-button'));
  await second.user.click(await screen.findByTestId('confirm-button'));
  await screen.findByText('Invoice created successfully');
  second.unmount();
  await open();
  expect(at('description-input').value).toBe('');
});

test('A double click on the confirming button sends one request', async () => {
  let answer: (() => void) | null = null;
  const server = serveWith({
    [confirm]: async () => {
      await new Promise<void>((resolve) => (answer = resolve));
      return { status: 201, body: someOutcome() };
    },
  });
  const { user } = await open();
  await fill(user);
  await user.click(at('preview-button'));
  await user.dblClick(await screen.findByTestId('confirm-button'));
  expect(await screen.findByText('Sending to Sage…')).toBeDefined();
  await waitFor(() => expect(answer).not.toBeNull());
  answer!();
  expect(await screen.findByText('Invoice created successfully')).toBeDefined();
  expect(server.count(confirm)).toBe(1);
});

test('An invoice that is kept for later is followed until it is in Sage, and never sent again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 20 });
  try {
    const waiting = someOutcome({
      status: 'confirmed',
      message: 'Sage cannot be reached; the invoice is kept and goes by itself.',
      id: null,
      invoice: null,
    });
    const server = serveWith({
      [confirm]: () => ({ status: 202, body: waiting }),
      [outcome]: () => ({ body: server.count(outcome) < 3 ? waiting : someOutcome() }),
    });
    await open('pre_1');
    expect(await screen.findByText('Kept, and on its way to Sage')).toBeDefined();
    expect(screen.getByText(/the invoice is kept and goes by itself/)).toBeDefined();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await screen.findByText('Invoice created successfully')).toBeDefined();
    expect(server.count(confirm)).toBe(0);
    expect(server.count(outcome)).toBe(3);
  } finally {
    vi.useRealTimers();
  }
});

test('When the answer to the confirmation is lost, its outcome is asked for and nothing is sent again', async () => {
  const server = serveWith({ [confirm]: cutLine, [outcome]: () => ({ body: someOutcome() }) });
  const { user } = await open();
  await fill(user);
  await user.click(at('preview-button'));
  await user.click(await screen.findByTestId('confirm-button'));
  expect(await screen.findByText('Invoice created successfully')).toBeDefined();
  expect(server.count(confirm)).toBe(1);
  expect(server.count(outcome)).toBe(1);
});

test('While the line is down it says what is not known, asks on request, and sends nothing', async () => {
  let isDown = true;
  const server = serveWith({ [confirm]: cutLine, [outcome]: () => (isDown ? cutLine() : { body: someOutcome() }) });
  const { user } = await open();
  await fill(user);
  await user.click(at('preview-button'));
  await user.click(await screen.findByTestId('confirm-button'));
  expect(await screen.findByText('It is not known yet whether this arrived')).toBeDefined();
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await screen.findByText('Invoice created successfully')).toBeDefined();
  expect(server.count(confirm)).toBe(1);
});

test('After a reload before the confirmation arrived, a person decides whether to confirm', async () => {
  const server = serveWith({ [outcome]: () => ({ body: someOutcome({ status: 'preview', id: null, invoice: null }) }) });
  const { user } = await open('pre_1');
  expect(await screen.findByText('The confirmation did not arrive')).toBeDefined();
  expect(server.count(confirm)).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Confirm now' }));
  expect(await screen.findByText('Invoice created successfully')).toBeDefined();
  expect(server.sent(confirm)).toEqual([{ preview_id: 'pre_1' }]);
});

test('A refusal by Sage says why, keeps what was typed and leads back to it', async () => {
  const refusal = () => problemAnswer(422, 'sage_refused', 'Sage refused the contact.', { contact_id: ['The contact is inactive.'] });
  serveWith({ [confirm]: refusal, [outcome]: refusal });
  const { user } = await open();
  await fill(user);
  await user.click(at('preview-button'));
  await user.click(await screen.findByTestId('confirm-button'));
  expect(await screen.findByText('The invoice was not made')).toBeDefined();
  expect(screen.getByText('The contact is inactive.')).toBeDefined();
  expect(screen.getByText('sage_refused')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Back to the invoice' }));
  expect(at('description-input').value).toBe('Consulting');
});

test('A Viewer is told who may write invoices', async () => {
  serveWith();
  await open(undefined, 'viewer');
  expect(screen.getByText('Your role cannot write invoices')).toBeDefined();
  expect(screen.queryByTestId('preview-button')).toBeNull();
});
