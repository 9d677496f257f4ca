import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Connection } from '@/lib/queries';
import { serve } from '@/test/server';
import { show } from '@/test/show';
import { someConnection } from '@/test/some';
import { ConnectionPill } from './ConnectionPill';
import { ConnectionSettings } from './ConnectionSettings';
import { endingSoon } from './state';

const serveConnections = (...connections: Connection[]) =>
  serve({
    'GET /api/connections': () => ({ body: { connections } }),
    'GET /api/connections/regions': () => ({
      body: { regions: [{ code: 'ZA', name: 'South Africa', currency: 'ZAR', available: true, note: '' }], default: 'ZA', sandbox: true },
    }),
  });

test.each([
  [15, null],
  [14, 'mild'],
  [8, 'mild'],
  [7, 'clear'],
  [3, 'clear'],
  [2, 'urgent'],
  [0, 'urgent'],
])('With %i days left a connection is pointed out as %j', (days, tone) => {
  expect(endingSoon(someConnection({ days_left: days }))?.tone ?? null).toBe(tone);
});

test('A connection without an end, or one that is broken, has no end to point out', () => {
  expect(endingSoon(someConnection({ days_left: null }))).toBeNull();
  expect(endingSoon(someConnection({ days_left: 1, status: 'reconnect_needed' }))).toBeNull();
});

test('The last day is told as today', () => {
  expect(endingSoon(someConnection({ days_left: 0 }))?.text).toContain('ends today');
});

test.each([
  [23, 'Connected · 23 days', 'ok'],
  [14, 'Connected · 14 days', 'mild'],
  [7, 'Renew soon · 7 days', 'clear'],
  [2, 'Renew now · 2 days', 'urgent'],
  [1, 'Renew now · 1 day', 'urgent'],
])('With %i days left the bar says %s', async (days, words, tone) => {
  serveConnections(someConnection({ days_left: days }));
  await show(<ConnectionPill />);
  const pill = await screen.findByRole('link', { name: words });
  expect(pill.className).toContain(tone);
});

test.each([
  [14, 'mild', 'note'],
  [7, 'clear', 'alert'],
  [2, 'urgent', 'alert'],
])('With %i days left the settings warn as %s', async (days, tone, role) => {
  serveConnections(someConnection({ days_left: days }));
  await show(<ConnectionSettings />);
  const warning = await screen.findByRole(role);
  expect(warning.dataset['tone']).toBe(tone);
  expect(warning.textContent).toContain(`ends in ${days} days`);
});

test('With many days left the settings do not warn', async () => {
  serveConnections(someConnection({ days_left: 23 }));
  await show(<ConnectionSettings />);
  expect(await screen.findByText(/^23 days without being renewed/)).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('A broken connection says Reconnect, and its reason stands in the settings', async () => {
  serveConnections(someConnection({ status: 'reconnect_needed', problem: 'Sage withdrew the permission.', days_left: null }));
  await show(
    <>
      <ConnectionPill />
      <ConnectionSettings />
    </>,
  );
  expect((await screen.findByRole('link', { name: 'Reconnect' })).getAttribute('href')).toBe('/connect');
  expect(screen.getByRole('alert').textContent).toContain('Sage withdrew the permission.');
});

test('Without a connection the bar and the settings lead to Sage', async () => {
  serveConnections();
  await show(
    <>
      <ConnectionPill />
      <ConnectionSettings />
    </>,
  );
  expect(await screen.findByRole('heading', { name: 'Sage is not connected' })).toBeDefined();
  expect(screen.getAllByRole('link', { name: 'Connect Sage' })).toHaveLength(2);
});

test.each([
  ['viewer', [], /You are a Viewer here/],
  ['accountant', ['Renew now', 'Read now'], /Only an Owner can disconnect Sage/],
  ['owner', ['Renew now', 'Disconnect…', 'Read now'], null],
] as const)('What a %s may do with a connection is offered, the rest is said', async (role, buttons, said) => {
  serveConnections(someConnection());
  await show(<ConnectionSettings />, { role });
  await screen.findByText('Connected', { selector: 'dt' });
  expect(screen.queryAllByRole('button').map((button) => button.textContent)).toEqual(buttons);
  if (said) expect(screen.getByText(said)).toBeDefined();
});
