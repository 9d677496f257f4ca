import { act, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { leaveScreen, notify } from '@/lib/notices';
import { show } from '@/test/show';
import { Notices } from '@/ui/Notices';
import { Results } from './Results';

const open = () =>
  show(
    <>
      <Notices />
      <Results />
    </>,
  );

test('A result that went with its screen is still in the list, newest first', async () => {
  const { user } = await open();
  act(() => notify({ tone: 'done', text: 'The first was done.' }));
  act(() => notify({ tone: 'failed', text: 'The second was not.' }));
  act(leaveScreen);
  expect(screen.queryByText('The first was done.')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Results' }));
  const rows = within(await screen.findByRole('dialog', { name: 'Results' })).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining('The second was not.'),
    expect.stringContaining('The first was done.'),
  ]);
});

test('What can be taken back is taken back once, from wherever it is asked', async () => {
  const { user } = await open();
  const undo = vi.fn(() => Promise.resolve());
  act(() => notify({ tone: 'done', text: 'Baobab is out of use now.', undo }));
  await user.click(screen.getByRole('button', { name: 'Results' }));
  const list = within(await screen.findByRole('dialog', { name: 'Results' }));
  await user.click(list.getByRole('button', { name: 'Undo: Baobab is out of use now.' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(list.queryByRole('button', { name: /Undo/ })).toBeNull();
  expect(within(screen.getByTestId('notices')).queryByRole('button', { name: /Undo/ })).toBeNull();
});
