import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { problemAnswer, serve } from '@/test/server';
import { show } from '@/test/show';
import { someContact } from '@/test/some';
import { ContactDialog } from './ContactDialog';

const create = 'POST /api/sage/contacts';
const list = 'GET /api/sage/contacts';

const open = async () => {
  const [onSaved, onUse] = [vi.fn(), vi.fn()];
  const shown = await show(
    <ContactDialog contact={null} kind="customer" name="Baobab" onClose={() => undefined} onSaved={onSaved} onUse={onUse} />,
  );
  return { ...shown, onSaved, onUse };
};

test('A duplicate is pointed out: the one that is there can be used, or another one made', async () => {
  const server = serve({
    [create]: () =>
      server.count(create) === 1
        ? problemAnswer(409, 'conflict', 'Baobab Lodge has this e-mail address.', { email: ['In use.'] })
        : { status: 201, body: { contact: someContact({ id: 'c_new' }), warnings: [] } },
    [list]: () => ({ body: { contacts: [someContact()], total: 1, fresh_at: '2026-11-21T10:00:00Z' } }),
  });
  const { user, onSaved, onUse } = await open();
  await user.type(screen.getByLabelText('E-mail'), 'Accounts@baobablodge.example');
  await user.click(screen.getByTestId('contact-save'));
  await user.click(await screen.findByText('Use Baobab Lodge (Pty) Ltd'));
  expect(onUse).toHaveBeenCalledWith(expect.objectContaining({ id: 'c_baobab' }));
  expect(onSaved).not.toHaveBeenCalled();
  await user.click(screen.getByText('Make another one'));
  await vi.waitFor(() => expect(onSaved).toHaveBeenCalledWith(expect.objectContaining({ id: 'c_new' })));
  expect(server.sent(create)).toMatchObject([{ allow_duplicate: false }, { allow_duplicate: true }]);
});

test('A VAT number is warned about and never stops the saving', async () => {
  const server = serve({ [create]: () => ({ status: 201, body: { contact: someContact(), warnings: [] } }) });
  const { user, onSaved } = await open();
  await user.type(screen.getByLabelText('VAT number'), '4220122223');
  expect(screen.getByText(/Its check digit does not fit/)).toBeDefined();
  await user.click(screen.getByTestId('contact-save'));
  await vi.waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
  expect(server.sent(create)).toMatchObject([{ name: 'Baobab', vat_number: '4220122223', reference: null, address: { country: 'ZA' } }]);
});

test('What is wrong stands at the field and what was typed stays', async () => {
  serve({ [create]: () => problemAnswer(400, 'invalid', 'Look at the fields.', { 'address.postal_code': ['At most 10 characters.'] }) });
  const { user } = await open();
  await user.click(screen.getByTestId('contact-save'));
  await user.click(await screen.findByRole('link', { name: 'At most 10 characters.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Postal code'));
  expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Baobab');
});
