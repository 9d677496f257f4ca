import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Role } from '@/lib/queries';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { testMoment } from '@/test/some';
import { Notices } from '@/ui/Notices';
import { ApiKeys } from './ApiKeys';

const key = {
  id: 'key_1',
  name: 'Nightly export',
  role: 'viewer',
  ending: 'a1b2',
  created_at: testMoment,
  expires_at: null,
  last_used_at: null,
};
type Routes = Parameters<typeof serve>[0];

async function open(role: Role = 'owner', routes: Routes = {}) {
  const server = serve({ 'GET /api/keys': () => ({ body: { keys: [key] } }), ...routes });
  const shown = await show(
    <>
      <Notices />
      <ApiKeys />
    </>,
    { role },
  );
  return { ...shown, server };
}

test('A key is known by its name, its role and its end, never by itself', async () => {
  await open();
  const row = (await screen.findByText('Nightly export')).closest('li')!;
  expect(row.textContent).toContain('Viewer · ends in …a1b2');
  expect(row.textContent).toContain('never used · never ends');
});

test.each(['viewer', 'accountant'] as const)('A %s is told whose business keys are, and the server is not asked', async (role) => {
  const { server } = await open(role);
  expect(screen.getByRole('heading', { name: /an Owner’s business/ })).toBeDefined();
  expect(server.asked).toEqual([]);
});

test('A new key is shown once, and the form is empty again', async () => {
  const make = 'POST /api/keys';
  const { user, server } = await open('owner', { [make]: () => ({ body: { key, api_key: 'lbk_secret' } }) });
  await user.type(await screen.findByLabelText('Name'), 'Nightly export');
  await user.selectOptions(screen.getByLabelText('Ends'), 'Never');
  await user.click(screen.getByRole('button', { name: 'Make the key' }));
  expect((await screen.findByTestId('shown-once')).textContent).toBe('lbk_secret');
  expect(server.sent(make)).toEqual([{ name: 'Nightly export', role: 'accountant', expires_in_days: null }]);
  expect(screen.getByLabelText('Name')).toHaveProperty('value', '');
});

test('A key without a name is refused at its field', async () => {
  const { user } = await open('owner', {
    'POST /api/keys': () => problemAnswer(400, 'invalid', 'Look at the fields.', { name: ['Give the key a name.'] }),
  });
  await user.click(await screen.findByRole('button', { name: 'Make the key' }));
  expect(await screen.findByRole('link', { name: 'Give the key a name.' })).toBeDefined();
  expect(screen.queryByTestId('shown-once')).toBeNull();
});

test('Revoking asks first and names the key', async () => {
  const revoke = 'DELETE /api/keys/key_1';
  const { user, server } = await open('owner', { [revoke]: () => ({ body: {} }) });
  await user.click(await screen.findByRole('button', { name: 'Revoke Nightly export' }));
  const dialog = await screen.findByRole('dialog', { name: 'Revoke the key Nightly export?' });
  expect(server.count(revoke)).toBe(0);
  await user.click(within(dialog).getByRole('button', { name: 'Revoke' }));
  expect(await screen.findByText('The key Nightly export no longer works.')).toBeDefined();
  await waitFor(() => expect(server.count('GET /api/keys')).toBe(2));
});

test('Without a key the screen says what that means', async () => {
  await open('owner', { 'GET /api/keys': () => ({ body: { keys: [] } }) });
  expect(await screen.findByText(/There is no key/)).toBeDefined();
});

test('Keys that cannot be read are a failure', async () => {
  await open('owner', { 'GET /api/keys': () => problemAnswer(500, 'fault', 'The server had a fault.') });
  expect(await screen.findByText('The server had a fault.')).toBeDefined();
});
