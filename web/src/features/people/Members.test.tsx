import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Role } from '@/lib/queries';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { someSession, testMoment } from '@/test/some';
import { Notices } from '@/ui/Notices';
import { Members } from './Members';

const member = (id: string, name: string, role: Role) => ({
  id,
  name,
  email: `${id}@example.org`,
  role,
  two_factor_on: role === 'owner',
  since: testMoment,
});
const body = {
  people: [member('per_1', 'Thandi Demo', 'owner'), member('per_2', 'Sipho Books', 'accountant')],
  invitations: [{ id: 'inv_1', email: 'new@example.org', role: 'viewer', expires_at: testMoment }],
};
type Routes = Parameters<typeof serve>[0];

async function open(role: Role = 'owner', routes: Routes = {}) {
  const server = serve({ 'GET /api/people': () => ({ body }), 'GET /api/session': () => ({ body: someSession(role) }), ...routes });
  const shown = await show(
    <>
      <Notices />
      <Members />
    </>,
    { role },
  );
  await screen.findByText('Sipho Books');
  return { ...shown, server };
}

test('People are told with their address, their role, and how they sign in', async () => {
  await open('viewer');
  const row = screen.getByText('Sipho Books').closest('li')!;
  expect(row.textContent).toContain('per_2@example.org');
  expect(row.textContent).toContain('Password only');
  expect(row.textContent).toContain('Accountant');
  expect(screen.getByText('· you')).toBeDefined();
});

test('Only an Owner is offered to invite, to change roles and to remove; others are told', async () => {
  await open('accountant');
  expect(screen.getByText(/Only an Owner can invite people/)).toBeDefined();
  for (const name of ['Make the invitation', 'Remove Sipho Books']) expect(screen.queryByRole('button', { name })).toBeNull();
  expect(screen.queryByLabelText('Role of Sipho Books')).toBeNull();
});

test('A role is changed in place and said', async () => {
  const change = 'PUT /api/people/per_2/role';
  const { user, server } = await open('owner', { [change]: () => ({ body: {} }) });
  await user.selectOptions(screen.getByLabelText('Role of Sipho Books'), 'Viewer');
  expect(await screen.findByText('Sipho Books is Viewer now.')).toBeDefined();
  expect(server.sent(change)).toEqual([{ role: 'viewer' }]);
});

test('A change that is refused is told and the list is read anew', async () => {
  const { user, server } = await open('owner', {
    'PUT /api/people/per_1/role': () => problemAnswer(409, 'conflict', 'A workspace needs an Owner.'),
  });
  await user.selectOptions(screen.getByLabelText('Role of Thandi Demo'), 'Viewer');
  expect(await screen.findByText('A workspace needs an Owner.')).toBeDefined();
  await waitFor(() => expect(server.count('GET /api/people')).toBe(2));
  expect(screen.getByLabelText('Role of Thandi Demo')).toHaveProperty('value', 'owner');
});

test('Removing asks first and names the person', async () => {
  const remove = 'DELETE /api/people/per_2';
  const { user, server } = await open('owner', { [remove]: () => ({ body: {} }) });
  await user.click(screen.getByRole('button', { name: 'Remove Sipho Books' }));
  const dialog = await screen.findByRole('dialog', { name: 'Remove Sipho Books?' });
  expect(server.count(remove)).toBe(0);
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('Sipho Books no longer belongs to this workspace.')).toBeDefined();
});

test('The link of an invitation is shown once, with whom it is for', async () => {
  const invite = 'POST /api/people/invitations';
  const link = 'https://books.example/join#secret';
  const { user, server } = await open('owner', {
    [invite]: () => ({ body: { invitation: { ...body.invitations[0], role: 'accountant' }, link } }),
  });
  await user.type(screen.getByLabelText('E-mail'), 'new@example.org');
  await user.click(screen.getByRole('button', { name: 'Make the invitation' }));
  expect((await screen.findByTestId('shown-once')).textContent).toBe(link);
  expect(server.sent(invite)).toEqual([{ email: 'new@example.org', role: 'accountant' }]);
  expect(screen.getByLabelText('E-mail')).toHaveProperty('value', '');
});

test('An address that is no address stands at its field', async () => {
  const { user } = await open('owner', {
    'POST /api/people/invitations': () => problemAnswer(400, 'invalid', 'Look at the fields.', { email: ['This is no e-mail address.'] }),
  });
  await user.type(screen.getByLabelText('E-mail'), 'nobody{Enter}');
  await user.click(await screen.findByRole('link', { name: 'This is no e-mail address.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
});

test('People who cannot be read are a failure with a way to try again', async () => {
  serve({ 'GET /api/people': () => problemAnswer(500, 'fault', 'The server had a fault.') });
  await show(<Members />);
  expect(await screen.findByText('The server had a fault.')).toBeDefined();
});
