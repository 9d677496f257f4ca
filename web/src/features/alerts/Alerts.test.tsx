import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Role } from '@/lib/queries';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { testMoment } from '@/test/some';
import { Notices } from '@/ui/Notices';
import { Alerts } from './Alerts';
import { type Alert, type AlertSettings, kinds } from './words';

const settings: AlertSettings = {
  recipients: ['thandi@example.org'],
  webhook_url: null,
  previous_secret_until: null,
  quiet_from: null,
  quiet_until: null,
  time_zone: 'Africa/Johannesburg',
  told: [...kinds],
  mail_route: 'the mail server mail.example.org',
};

const alert: Alert = {
  id: 'alr_1',
  kind: 'connection',
  name: 'Sage (South Africa)',
  urgent: true,
  title: 'Sage (South Africa) has to be connected again',
  sentence: 'Sage no longer accepts this connection.',
  next_step: 'An Accountant or Owner connects Sage again.',
  link: '/connect',
  began_at: testMoment,
  changed_at: testMoment,
  ended_at: null,
  deliveries: [
    {
      id: 'ald_1',
      event: 'began',
      way: 'mail',
      target: 'thandi@example.org',
      state: 'waiting',
      attempts: 1,
      created_at: testMoment,
      next_at: '2026-11-21T10:05:00Z',
      finished_at: null,
      outcome: 'The mail server did not answer in time.',
    },
  ],
};

const save = 'PUT /api/alerts/settings';
const trial = 'POST /api/alerts/test';
type Routes = Parameters<typeof serve>[0];

async function open(routes: Routes = {}, role: Role = 'owner', held: AlertSettings = settings) {
  const server = serve({
    'GET /api/alerts/settings': () => ({ body: held }),
    'GET /api/alerts': () => ({ body: { items: [alert], next: null, lasting: 1 } }),
    ...routes,
  });
  const shown = await show(
    <>
      <Notices />
      <Alerts />
    </>,
    { role },
  );
  await screen.findByLabelText('E-mail addresses');
  return { ...shown, server };
}

test('What is set is saved as one, with each address on a line of its own', async () => {
  const { user, server } = await open({
    [save]: () => ({ body: { settings: { ...settings, recipients: ['thandi@example.org', 'sipho@example.org'] }, webhook_secret: null } }),
  });
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  await user.type(screen.getByLabelText('E-mail addresses'), '{enter}sipho@example.org');
  await user.click(screen.getByLabelText('Stores'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('The alert settings were saved.')).toBeDefined();
  expect(server.sent(save)).toEqual([
    {
      recipients: ['thandi@example.org', 'sipho@example.org'],
      webhook_url: null,
      quiet_from: null,
      quiet_until: null,
      told: ['connection', 'runs', 'sync', 'audit'],
    },
  ]);
  expect(screen.queryByTestId('shown-once')).toBeNull();
});

test('The secret of a new webhook is shown once', async () => {
  const { user } = await open({
    [save]: () => ({ body: { settings: { ...settings, webhook_url: 'https://hooks.example.org/' }, webhook_secret: 'lbw_secret' } }),
  });
  expect(screen.queryByRole('button', { name: 'New secret…' })).toBeNull();
  await user.type(screen.getByLabelText('Webhook address'), 'https://hooks.example.org/');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByTestId('shown-once')).textContent).toBe('lbw_secret');
});

test('Another secret is asked for first, and then shown', async () => {
  const renew = 'POST /api/alerts/webhook-secret';
  const { user, server } = await open({ [renew]: () => ({ body: { webhook_secret: 'lbw_other', previous_until: testMoment } }) }, 'owner', {
    ...settings,
    webhook_url: 'https://hooks.example.org/',
  });
  await user.click(screen.getByRole('button', { name: 'New secret…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Make a new secret for the webhook?' });
  expect(server.count(renew)).toBe(0);
  await user.click(within(dialog).getByRole('button', { name: 'Make a new secret' }));
  expect((await screen.findByTestId('shown-once')).textContent).toBe('lbw_other');
});

test('An address that is refused is named at the field, and what was typed stays', async () => {
  const { user } = await open({
    [save]: () => problemAnswer(400, 'invalid', 'Look at the fields.', { 'recipients[1]': ['Enter an e-mail address.'] }),
  });
  await user.type(screen.getByLabelText('E-mail addresses'), '{enter}sipho');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('link', { name: 'sipho: Enter an e-mail address.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('E-mail addresses'));
  expect(screen.getByLabelText('E-mail addresses')).toHaveProperty('value', 'thandi@example.org\nsipho');
});

test('A test says for each address what the mail server said', async () => {
  const results = [{ target: 'thandi@example.org', taken: false, message: 'The mail server refused the address.' }];
  const { user, server } = await open({ [trial]: () => ({ body: { results } }) });
  expect(screen.getByRole('button', { name: 'Send a test to the webhook' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Send a test mail' }));
  const told = await screen.findByRole('status', { name: 'What came of the test' });
  expect(told.textContent).toBe('Not taken thandi@example.org The mail server refused the address.');
  expect(server.sent(trial)).toEqual([{ way: 'mail' }]);
});

test('An alert says what happened, what to do, and who was told with what came of it', async () => {
  const { user } = await open();
  const row = (await screen.findByRole('link', { name: alert.title })).closest('li')!;
  expect(row.textContent).toContain('Urgent');
  expect(row.textContent).toContain('An Accountant or Owner connects Sage again.');
  await user.click(within(row).getByText('1 message'));
  expect(within(row).getByText(/That it began, to thandi@example.org by e-mail/).textContent).toContain('did not answer in time');
});

test('What is over says so and asks for nothing', async () => {
  await open({
    'GET /api/alerts': () => ({ body: { items: [{ ...alert, ended_at: testMoment, deliveries: [] }], next: null, lasting: 0 } }),
  });
  const row = (await screen.findByRole('link', { name: alert.title })).closest('li')!;
  expect(row.textContent).toContain('Over');
  expect(row.textContent).toContain('Nobody was told about it.');
  expect(row.textContent).not.toContain(alert.next_step);
});

test('More alerts are read when they are asked for', async () => {
  const { user } = await open({
    'GET /api/alerts': (request) =>
      new URL(request.url).searchParams.get('after') === 'alr_1'
        ? { body: { items: [{ ...alert, id: 'alr_0', title: 'An older one' }], next: null, lasting: 1 } }
        : { body: { items: [alert], next: 'alr_1', lasting: 1 } },
  });
  await user.click(await screen.findByRole('button', { name: 'Load more' }));
  expect(await screen.findByRole('link', { name: 'An older one' })).toBeDefined();
  expect(screen.getByRole('link', { name: alert.title })).toBeDefined();
});

test.each(['viewer', 'accountant'] as const)('A %s sees who is told, and may change and try nothing', async (role) => {
  await open({}, role);
  expect(screen.getByText('Only an Owner may change these.')).toBeDefined();
  expect(screen.getByLabelText('E-mail addresses')).toHaveProperty('disabled', true);
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Send a test mail' })).toBeNull();
});

test('Without recipients and a mail server the screen says what to fill in and who can', async () => {
  await open({ 'GET /api/alerts': () => ({ body: { items: [], next: null, lasting: 0 } }) }, 'owner', {
    ...settings,
    recipients: [],
    mail_route: null,
  });
  expect(screen.getByText('This server sends no e-mail yet')).toBeDefined();
  expect(screen.getByText(/Nobody is told yet/)).toBeDefined();
  expect(await screen.findByText(/Nothing needs anybody/)).toBeDefined();
});

test('Alerts that cannot be read are a failure with a way to try again, and the settings stay', async () => {
  await open({ 'GET /api/alerts': () => problemAnswer(500, 'fault', 'The server had a fault.') });
  expect(await screen.findByText('The server had a fault.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  expect(screen.getByLabelText('E-mail addresses')).toBeDefined();
});
