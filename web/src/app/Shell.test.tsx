import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Role } from '@/lib/queries';
import { serve } from '@/test/server';
import { show } from '@/test/show';
import { someConnection } from '@/test/some';
import { Shell } from './Shell';

beforeEach(() => localStorage.clear());

async function open(role: Role = 'accountant') {
  serve({ 'GET /api/connections': () => ({ body: { connections: [someConnection()] } }) });
  return show(<Shell />, { role });
}

const navigation = () => screen.getByRole('navigation', { name: 'Main' });

test('The navigation has every place, in the order of the work', async () => {
  await open();
  expect(
    within(navigation())
      .getAllByRole('link')
      .map((link) => [link.textContent, link.getAttribute('href')]),
  ).toEqual([
    ['Overview', '/'],
    ['Invoices', '/invoices'],
    ['Contacts', '/contacts'],
    ['Sync', '/runs'],
    ['Stores', '/stores'],
    ['Audit', '/audit'],
    ['Settings', '/settings'],
  ]);
});

test('Collapsed, the places keep their names for those who listen, and the choice is remembered', async () => {
  const { user, unmount } = await open();
  await user.click(screen.getByRole('button', { name: 'Collapse' }));
  expect(within(navigation()).getByRole('link', { name: 'Stores' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Show the words of the navigation' }).getAttribute('aria-expanded')).toBe('false');
  unmount();
  await open();
  expect(screen.getByRole('button', { name: 'Show the words of the navigation' })).toBeDefined();
});

test('The first thing one tabs to leads past the navigation', async () => {
  const { user } = await open();
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Skip to the content');
  expect(document.activeElement?.getAttribute('href')).toBe('#main');
});

test('The bar says where one is, in whose books, and how the connection stands', async () => {
  await open();
  const bar = screen.getByRole('banner');
  expect(bar.textContent).toContain('Karoo');
  expect(bar.textContent).toContain('Karoo Trading (Pty) Ltd');
  expect(await within(bar).findByText('Connected · 23 days')).toBeDefined();
});

const openPalette = async (role: Role) => {
  const { user, router } = await open(role);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('listbox', { name: 'Screens and actions' });
  return { user, router };
};

test('The palette goes to a screen by a few letters and Enter', async () => {
  const { user, router } = await openPalette('accountant');
  await user.type(screen.getByRole('combobox', { name: 'Screen or action' }), 'failed doc');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Failed documents of stores']);
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Another screen')).toBeDefined();
  expect(router.state.location.href).toBe('/runs?status=failed');
});

test.each([
  ['viewer', [false, false]],
  ['accountant', [true, false]],
  ['owner', [true, true]],
] as const)('The palette of a %s has what the role may do', async (role, has) => {
  await openPalette(role);
  const words = screen.getAllByRole('option').map((option) => option.textContent);
  expect([words.includes('Connect a store'), words.includes('Settings: API keys')]).toEqual(has);
});
