import type { KeyboardEvent } from 'react';

/** The columns of the line grid that take the keyboard, in their order. */
export type CellColumn = 'description' | 'quantity' | 'unit_price' | 'tax_rate_id' | 'ledger_account_id';

export const cellId = (formId: string, lineKey: number, column: CellColumn): string => `${formId}-line-${lineKey}-${column}`;

export const focusCell = (id: string): void => {
  const cell = document.getElementById(id);
  cell?.focus();
  if (cell instanceof HTMLInputElement) cell.select();
};

interface GridKeys {
  /** Goes down by so many lines in the same column; below the last line it makes a new one. */
  readonly down: (lines: number) => void;
  readonly remove: () => void;
}

/**
 * What the keys of a spreadsheet do in a cell: Enter and the arrows go to the next line in the same column, Alt+Delete takes the line
 * away. Tab is the browser's own.
 */
export function onCellKey(event: KeyboardEvent<HTMLElement>, keys: GridKeys): void {
  if (event.nativeEvent.isComposing) return;
  const inText = event.target instanceof HTMLInputElement;
  if (event.key === 'Enter' && (inText || event.target instanceof HTMLSelectElement)) keys.down(event.shiftKey ? -1 : 1);
  else if (inText && event.key === 'ArrowDown') keys.down(1);
  else if (inText && event.key === 'ArrowUp') keys.down(-1);
  else if (event.altKey && event.key === 'Delete') keys.remove();
  else return;
  event.preventDefault();
}
