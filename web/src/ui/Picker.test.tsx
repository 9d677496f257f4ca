import { screen, waitFor } from '@testing-library/react';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { show } from '@/test/show';
import { type Choice, Picker } from './Picker';

const everybody: readonly Choice[] = [
  { id: 'b', name: 'Baobab', detail: 'Hoedspruit' },
  { id: 'f', name: 'Fatima' },
  { id: 'k', name: 'Karoo' },
];

let release: (() => void) | null = null;
const submitted = vi.fn();

beforeEach(() => {
  release = null;
  submitted.mockClear();
});

/** Answers at once, or when the test says so. */
const find = (slow: boolean) => (search: string) =>
  queryOptions({
    queryKey: ['people', search],
    queryFn: async () => {
      if (slow && search !== '') await new Promise<void>((resolve) => (release = resolve));
      return everybody.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
    },
    placeholderData: keepPreviousData,
  });

function Form({ slow = false }: { slow?: boolean }) {
  const [chosen, setChosen] = useState<Choice | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submitted();
      }}
    >
      <Picker
        label="Customer"
        chosen={chosen}
        onChoose={setChosen}
        find={find(slow)}
        nothing="Nobody is called that."
        footer={(search) => <button type="button">New {search}</button>}
      />
      <p>Chosen: {chosen?.name ?? 'nobody'}</p>
      <button type="submit">Send</button>
    </form>
  );
}

const field = () => screen.getByRole('combobox', { name: 'Customer' });

test('Typing finds, and a click chooses', async () => {
  const { user } = await show(<Form />);
  await user.type(field(), 'o');
  await user.click(await screen.findByRole('option', { name: /Karoo/ }));
  expect(screen.getByText('Chosen: Karoo')).toBeDefined();
  expect(field()).toHaveProperty('value', 'Karoo');
});

test('Enter takes the first one found, the arrows another', async () => {
  const { user } = await show(<Form />);
  await user.type(field(), 'a');
  await screen.findByRole('option', { name: /Fatima/ });
  await user.keyboard('{ArrowDown}{Enter}');
  expect(screen.getByText('Chosen: Fatima')).toBeDefined();
  expect(submitted).not.toHaveBeenCalled();
});

test('Enter pressed before the answer came takes the first one found for this text', async () => {
  const { user } = await show(<Form slow />);
  await user.click(field());
  await screen.findByRole('option', { name: /Baobab/ });
  await user.type(field(), 'fat{Enter}');
  expect(screen.getByText('Chosen: nobody')).toBeDefined();
  await waitFor(() => expect(release).not.toBeNull());
  release?.();
  expect(await screen.findByText('Chosen: Fatima')).toBeDefined();
  expect(submitted).not.toHaveBeenCalled();
});

test('When nobody is found it says so, Enter sends nothing, and a new one is offered', async () => {
  const { user } = await show(<Form />);
  await user.type(field(), 'zz');
  expect(await screen.findByText('Nobody is called that.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'New zz' })).toBeDefined();
  await user.keyboard('{Enter}');
  expect(submitted).not.toHaveBeenCalled();
});

test('Leaving without choosing puts the chosen one back', async () => {
  const { user } = await show(<Form />);
  await user.type(field(), 'bao');
  await user.click(await screen.findByRole('option', { name: /Baobab/ }));
  await user.type(field(), 'xyz');
  await user.click(document.body);
  expect(field()).toHaveProperty('value', 'Baobab');
  expect(screen.getByText('Chosen: Baobab')).toBeDefined();
});

test('The choice can be cleared', async () => {
  const { user } = await show(<Form />);
  await user.type(field(), 'bao');
  await user.click(await screen.findByRole('option', { name: /Baobab/ }));
  await user.click(screen.getByRole('button', { name: 'Customer: clear' }));
  expect(screen.getByText('Chosen: nobody')).toBeDefined();
});
