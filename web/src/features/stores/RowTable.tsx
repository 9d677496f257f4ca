import { ActionIcon, Button, Group, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Settings.module.css';

interface RowTableProps<Row> {
  /** What the rows are, for those who listen. */
  caption: string;
  heads: readonly string[];
  rows: readonly Row[];
  cells: (row: Row, index: number, change: (part: Partial<Row>) => void) => readonly ReactNode[];
  onChange: (rows: Row[]) => void;
  /** A new row. */
  fresh: Row;
  /** What the button says: `Add a rate`. */
  add: string;
  mayChange: boolean;
}

/** Rows that can be added and removed. */
export function RowTable<Row>({ caption, heads, rows, cells, onChange, fresh, add, mayChange }: RowTableProps<Row>) {
  return (
    <div>
      {rows.length > 0 ? (
        <table className={classes['table']}>
          <caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" className={classes['remove']}>
                <VisuallyHidden>Remove</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // Rows have no name of their own and only ever go or come; their place is what they are known by.
              <tr key={index}>
                {cells(row, index, (part) => onChange(rows.map((present, at) => (at === index ? { ...present, ...part } : present)))).map(
                  (cell, column) => (
                    <td key={heads[column]}>{cell}</td>
                  ),
                )}
                <td className={classes['remove']}>
                  {mayChange ? (
                    <Tooltip label="Remove">
                      <ActionIcon
                        size="md"
                        aria-label={`Remove row ${index + 1} of ${caption}`}
                        onClick={() => onChange(rows.filter((_, at) => at !== index))}
                      >
                        <IconX size={16} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {mayChange ? (
        <Group mt="xs">
          <Button variant="default" size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onChange([...rows, fresh])}>
            {add}
          </Button>
        </Group>
      ) : null}
    </div>
  );
}
