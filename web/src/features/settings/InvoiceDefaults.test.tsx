import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Role, settingsQuery } from '@/lib/queries';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { InvoiceDefaults } from './InvoiceDefaults';

const terms = 'PUT /api/settings/workspace/payment_terms_days';
const notes = 'PUT /api/settings/template/invoice_notes';
type Routes = Parameters<typeof serve>[0];

async function open(role: Role = 'owner', routes: Routes = {}) {
  const server = serve({
    'GET /api/settings/workspace': () => ({ body: { settings: { payment_terms_days: 30 } } }),
    'GET /api/settings/template': () => ({ body: { settings: {} } }),
    ...routes,
  });
  const shown = await show(<InvoiceDefaults />, { role });
  shown.queries.setQueryData(settingsQuery('workspace').queryKey, { payment_terms_days: 30 });
  await waitFor(() => expect(screen.getByLabelText('Payment terms')).toHaveProperty('value', '30'));
  return { ...shown, server };
}

test('Only what was changed is saved, each in its own place', async () => {
  const { user, server } = await open('owner', { [terms]: () => ({ body: {} }), [notes]: () => ({ body: {} }) });
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  await user.selectOptions(screen.getByLabelText('Payment terms'), '60 days');
  await user.type(screen.getByLabelText('Notes on new invoices'), 'Bank: 123');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(server.sent(notes)).toEqual([{ value: 'Bank: 123' }]));
  expect(server.sent(terms)).toEqual([{ value: 60 }]);
  expect(server.asked.filter((route) => route.startsWith('PUT'))).toHaveLength(2);
});

test('A refusal stands at the field it is about, and what was typed stays', async () => {
  const { user } = await open('owner', {
    [notes]: () => problemAnswer(400, 'invalid', 'Look at the fields.', { value: ['At most 2 000 characters.'] }),
  });
  await user.type(screen.getByLabelText('Notes on new invoices'), 'Bank');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('link', { name: 'At most 2 000 characters.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Notes on new invoices'));
  expect(screen.getByLabelText('Notes on new invoices')).toHaveProperty('value', 'Bank');
});

test.each(['viewer', 'accountant'] as const)('A %s sees the defaults, and is told who may change them', async (role) => {
  await open(role);
  expect(screen.getByText('Only an Owner may change these.')).toBeDefined();
  expect(screen.getByLabelText('Payment terms')).toHaveProperty('disabled', true);
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.queryByRole('heading', { name: 'South African defaults' })).toBeNull();
});

test('The South African defaults are set by an Owner, and read anew afterwards', async () => {
  const defaults = 'POST /api/settings/initialize-za-defaults';
  const { user, server } = await open('owner', { [defaults]: () => ({ body: { changed: true } }) });
  await user.click(screen.getByRole('button', { name: 'Set South African defaults' }));
  await waitFor(() => expect(server.count('GET /api/settings/workspace')).toBe(1));
  expect(server.count(defaults)).toBe(1);
});

test('Settings that cannot be read are a failure with a way to try again', async () => {
  serve({
    'GET /api/settings/workspace': () => problemAnswer(500, 'fault', 'The server had a fault.'),
    'GET /api/settings/template': () => ({ body: { settings: {} } }),
  });
  const { queries } = await show(<InvoiceDefaults />);
  await queries.resetQueries({ queryKey: settingsQuery('workspace').queryKey });
  expect(await screen.findByText('The server had a fault.')).toBeDefined();
});
