import { type Column, DataTable } from '@/ui/DataTable';
import { Money } from '@/ui/Money';
import { DayText } from '@/ui/Moment';
import classes from './Completeness.module.css';
import { Part } from './Part';
import type { Row } from './queries';
import { RestOf } from './Sides';
import { treatmentText } from './words';

const money = (row: Row, side: 'store' | 'sage', of: 'net' | 'vat' | 'gross') => (
  <Money amount={row[side][of]} currency={row.currency} column />
);

const columns: readonly Column<Row>[] = [
  { key: 'day', head: 'Day', width: 'narrow', cell: (row) => <DayText day={row.day} /> },
  {
    key: 'treatment',
    head: 'VAT',
    cell: (row) => (
      <>
        {treatmentText(row.treatment)} <span className={classes['quiet']}>{row.currency}</span>
      </>
    ),
  },
  {
    key: 'count',
    head: 'Documents',
    align: 'end',
    width: 'narrow',
    cell: ({ store, sage }) => (
      <span className="lb-figures">{store.count === sage.count ? store.count : `${store.count} : ${sage.count}`}</span>
    ),
  },
  { key: 'store-net', head: 'Shop, net', align: 'end', width: 'narrow', when: 'wide', cell: (row) => money(row, 'store', 'net') },
  { key: 'store-vat', head: 'VAT', align: 'end', width: 'narrow', when: 'wide', cell: (row) => money(row, 'store', 'vat') },
  { key: 'store-gross', head: 'Shop, gross', align: 'end', width: 'narrow', cell: (row) => money(row, 'store', 'gross') },
  { key: 'sage-net', head: 'Sage, net', align: 'end', width: 'narrow', when: 'wide', cell: (row) => money(row, 'sage', 'net') },
  { key: 'sage-vat', head: 'VAT', align: 'end', width: 'narrow', when: 'wide', cell: (row) => money(row, 'sage', 'vat') },
  { key: 'sage-gross', head: 'Sage, gross', align: 'end', width: 'narrow', cell: (row) => money(row, 'sage', 'gross') },
  {
    key: 'rest',
    head: 'Difference',
    align: 'end',
    width: 'narrow',
    cell: (row) => <RestOf rest={row.difference} currency={row.currency} />,
  },
];

/** Both sides by day, currency and VAT treatment, newest day first. */
export function DayRows({ rows }: { rows: readonly Row[] }) {
  return (
    <Part title="Day by day">
      <DataTable
        caption="Both sides by day, currency and VAT treatment"
        rows={rows}
        rowKey={(row) => `${row.day} ${row.currency} ${row.treatment ?? ''}`}
        columns={columns}
        card={(row) => (
          <div className={classes['card']}>
            <span>
              <DayText day={row.day} /> · {treatmentText(row.treatment)}
            </span>
            <span className={classes['end']}>
              <RestOf rest={row.difference} currency={row.currency} />
            </span>
            <span className={classes['small']}>
              {row.currency}: {row.store.count} in the shop {money(row, 'store', 'gross')}, {row.sage.count} in Sage{' '}
              {money(row, 'sage', 'gross')}
            </span>
          </div>
        )}
      />
    </Part>
  );
}
