import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { classNames } from './classes';
import classes from './DataTable.module.css';

export interface Sorting {
  readonly direction: 'ascending' | 'descending' | null;
  readonly onToggle: () => void;
}

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  /** When the table gets narrower, `widest` goes first, then `wide`, then `middling`. */
  readonly when?: 'widest' | 'wide' | 'middling';
  readonly width?: 'narrow' | 'grow';
  /** The head is there for those who listen, not for those who look. */
  readonly headHidden?: boolean;
  readonly sorting?: Sorting;
}

interface DataTableProps<Row> {
  /** What the table holds, for those who listen. */
  caption: string;
  columns: readonly Column<Row>[];
  /** Undefined while they are read for the first time. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** The same facts on a narrow screen. */
  card: (row: Row) => ReactNode;
  /** Opens the row; the row itself holds a link or button that does the same for the keyboard. */
  onOpen?: (row: Row) => void;
  /** Rows of an older answer are shown while a newer one is awaited. */
  busy?: boolean;
  skeletonRows?: number;
  /** Shown in the table's place when there are no rows. */
  empty?: ReactNode;
}

const narrowScreen = '(max-width: 37.5em)';

/** True when a person clicked something of its own inside the row, or selected text. */
const meansSomethingElse = (event: MouseEvent<HTMLElement>): boolean =>
  (event.target instanceof Element && event.target.closest('a, button, input, select, label, [role="menu"]') !== null) ||
  (window.getSelection()?.toString() ?? '') !== '';

/** A list with sticky heads and rows of 40 px; on a narrow screen a list of cards. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const isNarrow = useMediaQuery(narrowScreen, undefined, { getInitialValueInEffect: false });
  const { rows, caption, empty } = props;
  if (rows?.length === 0) return <div className={classNames(classes['wrap'], classes['empty'])}>{empty}</div>;
  return (
    <div className={classNames(classes['wrap'], props.busy && classes['busy'])} aria-busy={(props.busy ?? false) || rows === undefined}>
      {rows === undefined ? <VisuallyHidden role="status">Reading: {caption}</VisuallyHidden> : null}
      {isNarrow ? <Cards {...props} /> : <Table {...props} />}
    </div>
  );
}

function cellClass<Row>(column: Column<Row>): string {
  return classNames(column.align === 'end' && classes['end'], column.when && classes[column.when], column.width && classes[column.width]);
}

function Head<Row>({ column }: { column: Column<Row> }) {
  const { sorting } = column;
  if (column.headHidden) {
    return (
      <th scope="col" className={cellClass(column)}>
        <VisuallyHidden>{column.head}</VisuallyHidden>
      </th>
    );
  }
  if (!sorting) {
    return (
      <th scope="col" className={cellClass(column)}>
        {column.head}
      </th>
    );
  }
  const Arrow = sorting.direction === 'ascending' ? IconArrowUp : sorting.direction === 'descending' ? IconArrowDown : IconSelector;
  return (
    <th scope="col" className={cellClass(column)} aria-sort={sorting.direction ?? 'none'}>
      <UnstyledButton className={classes['sort'] ?? ''} onClick={sorting.onToggle}>
        {column.head}
        <Arrow size={14} aria-hidden />
      </UnstyledButton>
    </th>
  );
}

function Table<Row>({ caption, columns, rows, rowKey, onOpen, skeletonRows = 8 }: DataTableProps<Row>) {
  return (
    <table className={classes['table']}>
      <caption className="mantine-visually-hidden">
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows === undefined
          ? Array.from({ length: skeletonRows }, (_, row) => (
              <tr key={row} aria-hidden>
                {columns.map((column) => (
                  <td key={column.key} className={cellClass(column)}>
                    <div className={classes['skeleton']} />
                  </td>
                ))}
              </tr>
            ))
          : rows.map((row) => (
              <tr
                key={rowKey(row)}
                className={classNames(classes['row'], onOpen && classes['clickable'])}
                onClick={onOpen ? (event) => (meansSomethingElse(event) ? undefined : onOpen(row)) : undefined}
              >
                {columns.map((column) => (
                  <td key={column.key} className={cellClass(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
      </tbody>
    </table>
  );
}

function Cards<Row>({ caption, rows, rowKey, card, onOpen, skeletonRows = 6 }: DataTableProps<Row>) {
  return (
    <ul className={classes['cards']} aria-label={caption}>
      {rows === undefined
        ? Array.from({ length: skeletonRows }, (_, row) => (
            <li key={row} className={classes['card']} aria-hidden>
              <div className={classes['skeleton']} />
            </li>
          ))
        : rows.map((row) => (
            // The card holds a link or button of its own for the keyboard; clicking beside it is a convenience.
            <li
              key={rowKey(row)}
              className={classNames(classes['card'], onOpen && classes['clickable'])}
              onClick={onOpen ? (event) => (meansSomethingElse(event) ? undefined : onOpen(row)) : undefined}
            >
              {card(row)}
            </li>
          ))}
    </ul>
  );
}
