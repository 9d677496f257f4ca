import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '@/test/show';
import { type Column, DataTable } from './DataTable';

interface Row {
  id: string;
  name: string;
}

const rows: readonly Row[] = [
  { id: '1', name: 'Baobab' },
  { id: '2', name: 'Karoo' },
];

const toggle = vi.fn();
const columns: readonly Column<Row>[] = [
  { key: 'name', head: 'Name', cell: (row) => row.name, sorting: { direction: 'ascending', onToggle: toggle } },
  { key: 'date', head: 'Date', cell: () => '–', sorting: { direction: null, onToggle: toggle } },
  { key: 'link', head: 'Actions', headHidden: true, cell: (row) => <button type="button">Open {row.name}</button> },
];

const table = (part: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) => (
  <DataTable
    caption="Contacts"
    columns={columns}
    rows={rows}
    rowKey={(row) => row.id}
    card={(row) => <b>{row.name}</b>}
    empty="Nobody"
    {...part}
  />
);

test('The table has its caption, and says how it is sorted', async () => {
  const { user } = await show(table());
  expect(screen.getByRole('table', { name: 'Contacts' })).toBeDefined();
  expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
  expect(screen.getByRole('columnheader', { name: 'Date' }).getAttribute('aria-sort')).toBe('none');
  await user.click(within(screen.getByRole('columnheader', { name: 'Date' })).getByRole('button'));
  expect(toggle).toHaveBeenCalledOnce();
});

test('A click anywhere on a row opens it, a click on a control in it does not', async () => {
  const onOpen = vi.fn();
  const { user } = await show(table({ onOpen }));
  await user.click(screen.getByRole('button', { name: 'Open Karoo' }));
  expect(onOpen).not.toHaveBeenCalled();
  await user.click(screen.getByRole('cell', { name: 'Karoo' }));
  expect(onOpen).toHaveBeenCalledWith(rows[1]);
});

test('While the first rows are read there are skeletons and no empty words', async () => {
  await show(table({ rows: undefined }));
  expect(screen.getByRole('status').textContent).toBe('Reading: Contacts');
  expect(screen.queryByText('Nobody')).toBeNull();
});

test('Without rows the table says why', async () => {
  await show(table({ rows: [] }));
  expect(screen.getByText('Nobody')).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
});

test('Rows of an older answer stay while a newer one is awaited', async () => {
  await show(table({ busy: true }));
  expect(screen.getByRole('table').parentElement?.getAttribute('aria-busy')).toBe('true');
  expect(screen.getByRole('cell', { name: 'Baobab' })).toBeDefined();
});

test('On a narrow screen each row is a card with the same facts', async () => {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (media) =>
      ({ matches: true, media, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList,
  );
  await show(table());
  expect(
    within(screen.getByRole('list', { name: 'Contacts' }))
      .getAllByRole('listitem')
      .map((card) => card.textContent),
  ).toEqual(['Baobab', 'Karoo']);
});
