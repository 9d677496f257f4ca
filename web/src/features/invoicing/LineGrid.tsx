import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '@/lib/announce';
import type { PricedDocument } from '@/lib/pricing';
import type { FieldErrors } from '@/lib/problem';
import type { Reference } from '@/lib/queries';
import { type DraftLine, isEmptyLine, linesMax } from './draft';
import { type CellColumn, cellId, focusCell, onCellKey } from './gridKeys';
import classes from './LineGrid.module.css';
import { LineRow } from './LineRow';
import { Totals } from './Totals';
import type { DraftEditing } from './useInvoiceDraft';

interface LineGridProps {
  formId: string;
  editing: DraftEditing;
  reference: Reference;
  standardId: string | null;
  errors: FieldErrors;
  totals: PricedDocument;
}

interface Removed {
  readonly line: DraftLine;
  readonly index: number;
}

const isColumn = (name: string): name is CellColumn =>
  ['description', 'quantity', 'unit_price', 'tax_rate_id', 'ledger_account_id'].includes(name);

/** The lines as in a spreadsheet: Enter goes down and makes a new line below the last one; the totals stand at the foot. */
export function LineGrid({ formId, editing, reference, standardId, errors, totals }: LineGridProps) {
  const { lines } = editing.draft;
  const [withAccount, setWithAccount] = useState(() => lines.some((line) => line.accountId !== ''));
  const [removed, setRemoved] = useState<Removed | null>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    focusCell(wanted.current);
    wanted.current = null;
  });

  // The rows are drawn again only when they change, so what they call must stay the same; it finds the present draft here.
  const present = useRef(editing);
  useEffect(() => {
    present.current = editing;
  });
  const focusAfterwards = (key: number | undefined, column: CellColumn) => {
    if (key !== undefined) wanted.current = cellId(formId, key, column);
  };
  const change = useCallback((key: number, part: Partial<Omit<DraftLine, 'key'>>) => present.current.changeLine(key, part), []);
  const remove = useCallback(
    (key: number) => {
      const { draft, removeLine } = present.current;
      const index = draft.lines.findIndex((line) => line.key === key);
      const line = draft.lines[index];
      if (!line) return;
      removeLine(key);
      setRemoved(isEmptyLine(line) ? null : { line, index });
      announce(`Line ${index + 1} is removed.`);
      const neighbour = draft.lines[index + 1] ?? draft.lines[index - 1];
      wanted.current = neighbour ? cellId(formId, neighbour.key, 'description') : null;
    },
    [formId],
  );
  const add = () => {
    const key = editing.addLine();
    if (key === null) announce(`An invoice may have at most ${linesMax} lines.`);
    else focusAfterwards(key, 'description');
  };
  const goDown = (key: number, column: CellColumn, by: number) => {
    const index = lines.findIndex((line) => line.key === key);
    const next = lines[index + by];
    if (next) focusCell(cellId(formId, next.key, column));
    else if (by > 0 && lines[index] && !isEmptyLine(lines[index])) add();
  };
  return (
    <div className={classes['grid']}>
      <div className={classes['head']} aria-hidden>
        <span />
        <span>Description</span>
        <span className={classes['end']}>Quantity</span>
        <span className={classes['end']}>Unit price</span>
        <span className={classes['headRate']}>VAT</span>
        <span className={classes['end']}>Amount ({reference.business.currency})</span>
        <span />
      </div>
      {lines.map((line, index) => (
        <div
          key={line.key}
          onKeyDown={(event) => {
            const column = event.target instanceof HTMLElement ? event.target.id.replace(`${formId}-line-${line.key}-`, '') : '';
            if (!isColumn(column)) return;
            onCellKey(event, { down: (by) => goDown(line.key, column, by), remove: () => remove(line.key) });
          }}
        >
          <LineRow
            formId={formId}
            line={line}
            index={index}
            reference={reference}
            standardId={standardId}
            withAccount={withAccount}
            errors={errors}
            onChange={change}
            onRemove={remove}
          />
        </div>
      ))}
      <div className={classes['foot']}>
        <div className={classes['tools']}>
          <div className={classes['buttons']}>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={add}
              disabled={lines.length >= linesMax}
              data-testid="add-line-item"
            >
              Add line
            </Button>
            <Button variant="subtle" size="xs" aria-expanded={withAccount} onClick={() => setWithAccount(!withAccount)}>
              {withAccount ? 'Hide accounts' : 'Choose accounts'}
            </Button>
            {removed ? (
              <Button
                variant="subtle"
                size="xs"
                onClick={() => {
                  editing.insertLine(removed.line, Math.min(removed.index, lines.length));
                  setRemoved(null);
                }}
              >
                Put line {removed.index + 1} back
              </Button>
            ) : null}
          </div>
          <p className={`${classes['hint'] ?? ''} ${classes['keys'] ?? ''}`}>
            Enter: next line · Shift+Enter: line above · Alt+Delete: remove
          </p>
        </div>
        <Totals totals={totals} currency={reference.business.currency} />
      </div>
    </div>
  );
}
