import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { leaveScreen, notify } from '@/lib/notices';
import { offlineProblem, problemOf } from '@/lib/problem';
import { show } from '@/test/show';
import { ConfirmDialog } from './ConfirmDialog';
import { CopyButton } from './CopyButton';
import { DateField } from './DateField';
import { FieldErrorSummary } from './FieldErrors';
import { Markdown } from './Markdown';
import { Money } from './Money';
import { MomentText } from './Moment';
import { Notices } from './Notices';
import { Readable } from './Readable';
import { SearchField } from './SearchField';
import { ErrorState } from './States';

function Day() {
  const [text, setText] = useState('');
  return <DateField label="Date" value={text} onChange={setText} today="2026-11-21" />;
}

test('A day is read as it is typed and echoed with its month in letters', async () => {
  const { user } = await show(<Day />);
  await user.type(screen.getByLabelText('Date'), '9/10/2025');
  const echo = screen.getByText('9 Oct 2025');
  expect(screen.getByLabelText('Date').getAttribute('aria-describedby')).toBe(echo.id);
});

test('A day that does not exist is pointed out when the field is left', async () => {
  const { user } = await show(<Day />);
  await user.type(screen.getByLabelText('Date'), '31/4/2026');
  expect(screen.queryByText(/not a day/)).toBeNull();
  await user.tab();
  expect(screen.getByText(/not a day that exists/)).toBeDefined();
});

test('The summary takes the focus, counts, and each line leads to its field', async () => {
  const { user } = await show(
    <>
      <input id="f-quantity" aria-label="Quantity" />
      <FieldErrorSummary
        errors={{ 'line_items[1].quantity': ['Too much.'], other: ['Not on this screen.'] }}
        idOf={(field) => (field.endsWith('quantity') ? 'f-quantity' : null)}
        prefixOf={(field) => (field.startsWith('line_items[1]') ? 'Line 2: ' : '')}
        attempt={1}
      />
    </>,
  );
  expect(document.activeElement?.textContent).toContain('2 things need to be corrected');
  expect(screen.queryByRole('link', { name: 'Not on this screen.' })).toBeNull();
  await user.click(screen.getByRole('link', { name: 'Line 2: Too much.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Quantity'));
});

test('A problem shows its sentence, its code small, and a way to try again', async () => {
  const again = vi.fn();
  const { user } = await show(<ErrorState problem={offlineProblem()} onRetry={again} />);
  expect(screen.getByRole('alert').textContent).toContain('Ledgerbridge cannot be reached just now.');
  expect(screen.getByText('offline')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(again).toHaveBeenCalledOnce();
});

test('Without a business a screen is empty and leads to Connect, and nothing is called an error', async () => {
  await show(<ErrorState problem={problemOf(409, { code: 'no_business', detail: 'Choose one.' })} />);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('link', { name: 'Connect Sage' }).getAttribute('href')).toBe('/connect');
});

test('What a role may not do is not offered to be tried again', async () => {
  await show(<ErrorState problem={problemOf(403, { code: 'not_allowed', detail: 'No.' })} onRetry={() => undefined} />);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('The dialog that asks does nothing when it is cancelled, and Enter confirms', async () => {
  const [onConfirm, onClose] = [vi.fn(), vi.fn()];
  const { user } = await show(
    <ConfirmDialog opened danger title="Void SI-27 for R 6,900.00?" action="Void it" onConfirm={onConfirm} onClose={onClose}>
      <input aria-label="Reason" data-autofocus />
    </ConfirmDialog>,
  );
  expect(screen.getByRole('dialog', { name: 'Void SI-27 for R 6,900.00?' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(onConfirm).not.toHaveBeenCalled();
  await user.type(screen.getByLabelText('Reason'), 'x{Enter}');
  expect(onConfirm).toHaveBeenCalledOnce();
});

test('Amounts stay on one line and moments carry their zone', async () => {
  await show(
    <>
      <Money amount="115" currency="ZAR" />
      <MomentText instant="2026-11-21T14:37:07Z" />
    </>,
  );
  expect(screen.getByText('R 115.00').className).toBe('lb-figures');
  const moment = screen.getByText('21 Nov 2026, 16:37');
  expect(moment.tabIndex).toBe(0);
  act(() => moment.focus());
  expect(await screen.findByText('21 Nov 2026, 16:37:07 (GMT+2, Africa/Johannesburg)')).toBeDefined();
});

test('Copying says so', async () => {
  const { user } = await show(<CopyButton text="INV-1" what="reference" withWords />);
  await user.click(screen.getByRole('button', { name: 'Copy reference' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined();
  expect(await navigator.clipboard.readText()).toBe('INV-1');
});

test('A success goes with its screen unless it led to the next, a failure stays until it is put away', async () => {
  const { user } = await show(<Notices />);
  act(() => {
    notify({ tone: 'done', text: 'Saved.' });
    notify({ tone: 'done', text: 'You work in Karoo now.', leadsOn: true });
    notify({ tone: 'failed', text: 'Not saved.' });
  });
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  act(leaveScreen);
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['You work in Karoo now.', 'Not saved.']);
  act(leaveScreen);
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Put away: Not saved.' }));
  expect(screen.queryByRole('listitem')).toBeNull();
});

test('Enter searches at once, and the address is followed when it changes', async () => {
  const onSearch = vi.fn();
  const { user } = await show(<SearchField label="Search" value="old" onSearch={onSearch} />);
  const field = screen.getByLabelText('Search');
  expect(field).toHaveProperty('value', 'old');
  await user.clear(field);
  await user.type(field, ' karoo {Enter}');
  expect(onSearch).toHaveBeenLastCalledWith('karoo');
});

test('A document of ours is shown with its anchors and links', async () => {
  await show(<Markdown source={'<a id="invalid"></a>\n\n## Look again\n\nSee `code` and [the audit](/audit).'} />);
  expect(screen.getByRole('heading', { name: 'Look again' }).id).toBe('invalid');
  expect(screen.getByRole('link', { name: 'the audit' }).getAttribute('href')).toBe('/audit');
});

test('What is empty, however deep, has no heading among what was sent', async () => {
  await show(<Readable value={{ name: 'Thandi', address: { line1: '', city: null }, lines: [], amount: 0 }} />);
  expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['Name', 'Amount']);
});
