import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { someStore } from '@/test/some';
import { StoreList } from './StoreList';

const list = 'GET /api/stores';
const code = '0123456789abcdef0123456789abcdef';
const withStores = (...stores: ReturnType<typeof someStore>[]) => ({ [list]: () => ({ body: { stores } }) });

const openMenu = async (user: Awaited<ReturnType<typeof show>>['user']) => {
  await user.click(await screen.findByRole('button', { name: 'Actions for shop.karoo.example' }));
  return screen.findByRole('menu');
};
const wordsOf = (menu: HTMLElement) =>
  within(menu)
    .getAllByRole('menuitem')
    .map((item) => item.textContent);

test('A store is told with its state, its business, what is under way, what failed, and its clock', async () => {
  serve(withStores(someStore({ pending_count: 4, failed_lately: 2, clock_skew_seconds: 90 })));
  await show(<StoreList />);
  const row = (await screen.findByText('shop.karoo.example')).closest('tr')!;
  expect(row.textContent).toContain('Connected');
  expect(row.textContent).toContain('Karoo Trading (Pty) Ltd');
  expect(row.textContent).toContain('90 s ahead');
  expect(within(row).getByRole('link', { name: '4 under way in shop.karoo.example' }).getAttribute('href')).toBe('/runs?store=sto_1');
  expect(within(row).getByRole('link', { name: '2 failed in shop.karoo.example' }).getAttribute('href')).toBe(
    '/runs?store=sto_1&status=failed',
  );
});

test('While the stores are read there are skeletons, and no empty words', async () => {
  serve({ [list]: () => new Promise(() => undefined) });
  await show(<StoreList />);
  expect(screen.getByText('Reading: Stores')).toBeDefined();
  expect(screen.queryByText('No store is connected yet')).toBeNull();
});

test('Without a store the screen says what one is good for and what to do', async () => {
  serve(withStores());
  await show(<StoreList />);
  expect(await screen.findByRole('heading', { name: 'No store is connected yet' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Connect a store' }).getAttribute('href')).toBe('/stores/connect');
});

test('A Viewer is told whom to ask, and offered nothing that the role may not do', async () => {
  serve(withStores());
  await show(<StoreList />, { role: 'viewer' });
  expect(await screen.findByText(/Ask an Accountant or Owner/)).toBeDefined();
  expect(screen.queryByRole('link', { name: 'Connect a store' })).toBeNull();
});

test('Stores that cannot be read are a failure with a way to try again', async () => {
  const server = serve({
    [list]: () => (server.count(list) > 1 ? { body: { stores: [someStore()] } } : problemAnswer(500, 'fault', 'The server had a fault.')),
  });
  const { user } = await show(<StoreList />);
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('shop.karoo.example')).toBeDefined();
});

test.each([
  ['viewer', ['Settings', 'Sync history', 'Completeness', 'Open the shop']],
  ['accountant', ['Settings', 'Sync history', 'Completeness', 'Open the shop', 'Ping', 'Pair again…']],
  ['owner', ['Settings', 'Sync history', 'Completeness', 'Open the shop', 'Ping', 'Pair again…', 'Disconnect…']],
] as const)('The menu of a %s has what the role may do', async (role, words) => {
  serve(withStores(someStore()));
  const { user } = await show(<StoreList />, { role });
  expect(wordsOf(await openMenu(user))).toEqual(words);
});

test('What the server remarks about a store stands beside it, and a state without a remark says what to do', async () => {
  serve(withStores(someStore({ remark: 'It leads on to another address.' }), someStore({ id: 'sto_2', status: 'token_revoked' })));
  await show(<StoreList />);
  expect(await screen.findByText('It leads on to another address.')).toBeDefined();
  expect(screen.getByText(/refused our key several times/)).toBeDefined();
});

test('Ping tells what the shop said, good or bad', async () => {
  const ping = 'POST /api/stores/sto_1/ping';
  serve({
    ...withStores(someStore()),
    [ping]: () => ({ body: { answered: false, message: 'The shop is in maintenance.', milliseconds: null, store: someStore() } }),
  });
  const { user, findNotice } = await showWithNotices();
  await user.click(within(await openMenu(user)).getByText('Ping'));
  expect(await findNotice(/shop.karoo.example: The shop is in maintenance./)).toBeDefined();
});

test('Pairing again refuses a code that cannot be one before the shop is asked, and shows the shop’s refusal at the field', async () => {
  const pair = 'POST /api/stores/sto_1/pair';
  const server = serve({
    ...withStores(someStore()),
    [pair]: () => problemAnswer(400, 'invalid', 'Look at the fields.', { pairing_code: ['The shop did not take this code.'] }),
  });
  const { user } = await show(<StoreList />);
  await user.click(within(await openMenu(user)).getByText('Pair again…'));
  const field = await screen.findByLabelText('Pairing code');
  await user.type(field, 'abc');
  await user.click(screen.getByRole('button', { name: 'Pair again' }));
  expect(await screen.findByText(/this one has 3/)).toBeDefined();
  expect(server.count(pair)).toBe(0);
  await user.clear(field);
  await user.type(field, code);
  await user.click(screen.getByRole('button', { name: 'Pair again' }));
  expect(await screen.findByText('The shop did not take this code.')).toBeDefined();
  expect(server.sent(pair)).toEqual([{ pairing_code: code }]);
});

test('Disconnecting asks first, names the shop, and tells what is left to do in the shop', async () => {
  const disconnect = 'POST /api/stores/sto_1/disconnect';
  const server = serve({ ...withStores(someStore()), [disconnect]: () => ({ body: someStore({ status: 'disconnected' }) }) });
  const { user, findNotice } = await showWithNotices('owner');
  await user.click(within(await openMenu(user)).getByText('Disconnect…'));
  const dialog = await screen.findByRole('dialog', { name: 'Disconnect shop.karoo.example?' });
  expect(server.count(disconnect)).toBe(0);
  await user.click(within(dialog).getByRole('button', { name: 'Disconnect' }));
  expect(await findNotice(/Disconnect Ledgerbridge in the shop’s admin too/)).toBeDefined();
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

async function showWithNotices(role: 'accountant' | 'owner' = 'accountant') {
  const { Notices } = await import('@/ui/Notices');
  const shown = await show(
    <>
      <Notices />
      <StoreList />
    </>,
    { role },
  );
  return { ...shown, findNotice: (words: RegExp) => within(screen.getByTestId('notices')).findByText(words) };
}
