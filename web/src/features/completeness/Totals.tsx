import { Money } from '@/ui/Money';
import { type Column, DataTable } from '@/ui/DataTable';
import classes from './Completeness.module.css';
import { Part } from './Part';
import type { Total } from './queries';
import { Rest } from './Sides';

interface Line {
  readonly key: string;
  readonly currency: string;
  readonly what: string;
  readonly count: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly isRest: boolean;
}

const linesOf = ({ currency, store, sage, difference }: Total): readonly Line[] => [
  { key: `${currency} store`, currency, what: 'In the shop', ...store, count: String(store.count), isRest: false },
  { key: `${currency} sage`, currency, what: 'In Sage', ...sage, count: String(sage.count), isRest: false },
  { key: `${currency} rest`, currency, what: 'Difference', ...difference, count: String(store.count - sage.count), isRest: true },
];

const amount = (line: Line, of: 'net' | 'vat' | 'gross') =>
  line.isRest ? <Rest amount={line[of]} currency={line.currency} /> : <Money amount={line[of]} currency={line.currency} column />;

const columns: readonly Column<Line>[] = [
  { key: 'what', head: 'Side', cell: (line) => <span className={line.isRest ? classes['strong'] : undefined}>{line.what}</span> },
  { key: 'currency', head: 'Currency', width: 'narrow', cell: (line) => line.currency },
  { key: 'count', head: 'Documents', align: 'end', width: 'narrow', cell: (line) => <span className="lb-figures">{line.count}</span> },
  { key: 'net', head: 'Net', align: 'end', cell: (line) => amount(line, 'net') },
  { key: 'vat', head: 'VAT', align: 'end', cell: (line) => amount(line, 'vat') },
  { key: 'gross', head: 'Gross', align: 'end', cell: (line) => amount(line, 'gross') },
];

/** The shop's side, Sage's side and the rest between them, currency by currency. */
export function Totals({ totals }: { totals: readonly Total[] | undefined }) {
  return (
    <Part title="In all">
      <DataTable
        caption="Both sides in all"
        rows={totals?.flatMap(linesOf)}
        rowKey={(line) => line.key}
        columns={columns}
        skeletonRows={3}
        card={(line) => (
          <div className={classes['card']}>
            <span className={line.isRest ? classes['strong'] : undefined}>
              {line.what}, {line.currency}
            </span>
            <span className={classes['end']}>{amount(line, 'gross')}</span>
            <span className={classes['small']}>
              {line.count} documents · net {amount(line, 'net')} · VAT {amount(line, 'vat')}
            </span>
          </div>
        )}
      />
    </Part>
  );
}
