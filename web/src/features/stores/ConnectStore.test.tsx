import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { someStore } from '@/test/some';
import { ConnectStore } from './ConnectStore';

const connect = 'POST /api/stores';
const code = '0123456789abcdef0123456789abcdef';

async function open(role: 'viewer' | 'accountant' = 'accountant') {
  const onConnected = vi.fn();
  const shown = await show(<ConnectStore onConnected={onConnected} />, { role });
  return { ...shown, onConnected };
}

async function fill(user: Awaited<ReturnType<typeof open>>['user'], address: string, pairing: string) {
  await user.type(screen.getByLabelText('Address of the shop'), address);
  await user.type(screen.getByLabelText('Pairing code'), `${pairing}{Enter}`);
}

test('Address and code are sent, and the shop that was connected is opened', async () => {
  const server = serve({ [connect]: () => ({ status: 201, body: someStore() }) });
  const { user, onConnected } = await open();
  expect(screen.getByText('Karoo Trading (Pty) Ltd')).toBeDefined();
  await fill(user, ' shop.karoo.example ', code.toUpperCase());
  await vi.waitFor(() => expect(onConnected).toHaveBeenCalledWith(expect.objectContaining({ id: 'sto_1' })));
  expect(server.sent(connect)).toEqual([{ base_url: 'shop.karoo.example', pairing_code: code }]);
});

test('The steps in the shop’s admin stand beside the form', async () => {
  serve({});
  await open();
  expect(screen.getByRole('heading', { name: 'In the shop’s admin' })).toBeDefined();
  expect(screen.getByText(/Generate a pairing code there/)).toBeDefined();
});

test('Empty fields are told at once, each at its field, and the shop is not asked', async () => {
  const server = serve({});
  const { user } = await open();
  await user.click(screen.getByTestId('connect-store'));
  await user.click(await screen.findByRole('link', { name: /Enter the code/ }));
  expect(document.activeElement).toBe(screen.getByLabelText('Pairing code'));
  expect(screen.getByRole('link', { name: /Enter the shop’s address/ })).toBeDefined();
  expect(server.asked).toEqual([]);
});

test.each([
  ['base_url', 'There is no Ledgerbridge extension at this address.', 'Address of the shop'],
  ['base_url', 'The shop’s address leads on to https://www.karoo.example.', 'Address of the shop'],
  ['pairing_code', 'The shop did not take this code.', 'Pairing code'],
])('The refusal at %s, %j, stands at its field and keeps what was typed', async (field, sentence, label) => {
  serve({ [connect]: () => problemAnswer(400, 'invalid', 'Look at the fields.', { [field]: [sentence] }) });
  const { user, onConnected } = await open();
  await fill(user, 'https://karoo.example', code);
  await user.click(await screen.findByRole('link', { name: sentence }));
  expect(document.activeElement).toBe(screen.getByLabelText(label));
  expect(screen.getByLabelText('Address of the shop')).toHaveProperty('value', 'https://karoo.example');
  expect(onConnected).not.toHaveBeenCalled();
});

test('A refusal that is no field’s is told for the form as a whole', async () => {
  serve({ [connect]: () => problemAnswer(409, 'conflict', 'The shop is being looked after just now.') });
  const { user } = await open();
  await fill(user, 'https://karoo.example', code);
  expect(await screen.findByText('The shop is being looked after just now.')).toBeDefined();
});

test('A Viewer is told who can connect a store', async () => {
  serve({});
  await open('viewer');
  expect(screen.getByRole('heading', { name: 'Your role cannot connect stores' })).toBeDefined();
  expect(screen.queryByTestId('connect-store')).toBeNull();
});
