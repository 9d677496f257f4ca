import { Link } from '@tanstack/react-router';
import { Chip } from '@/ui/Chip';
import { type Column, DataTable } from '@/ui/DataTable';
import { Money } from '@/ui/Money';
import { DayText } from '@/ui/Moment';
import classes from './Completeness.module.css';
import { Part } from './Part';
import type { Completeness, Difference } from './queries';
import { causeLooks, documentName } from './words';

function Name({ difference }: { difference: Difference }) {
  const name = documentName(difference);
  return (
    <>
      {difference.run_id ? (
        <Link to="/runs/$id" params={{ id: difference.run_id }} className={classes['name']}>
          {name}
        </Link>
      ) : (
        <span className={classes['name']}>{name}</span>
      )}
      <InSage difference={difference} />
    </>
  );
}

/** What Sage calls it; an invoice has a screen of its own here. */
function InSage({ difference: { entity_type: kind, sage_id: id, sage_number: number } }: { difference: Difference }) {
  if (!id) return null;
  const words = `in Sage ${number ?? 'without a number'}`;
  return (
    <span className={classes['small']}>
      {kind === 'invoice' ? (
        <Link to="/invoices/$id" params={{ id }}>
          {words}
        </Link>
      ) : (
        words
      )}
    </span>
  );
}

function Sum({ amount, currency }: { amount: string | null; currency: string | null }) {
  return amount === null || currency === null ? '–' : <Money amount={amount} currency={currency} column />;
}

function Why({ difference }: { difference: Difference }) {
  return (
    <>
      <Chip look={causeLooks[difference.cause]} />
      <span className={classes['why']}>
        {difference.sentence} {difference.next_step}
      </span>
    </>
  );
}

const columns: readonly Column<Difference>[] = [
  { key: 'day', head: 'Day', width: 'narrow', when: 'middling', cell: ({ day }) => <DayText day={day} /> },
  { key: 'document', head: 'Document', width: 'narrow', cell: (difference) => <Name difference={difference} /> },
  { key: 'why', head: 'Why it differs', cell: (difference) => <Why difference={difference} /> },
  { key: 'currency', head: 'Currency', width: 'narrow', when: 'wide', cell: ({ currency }) => currency ?? '–' },
  {
    key: 'store',
    head: 'In the shop',
    align: 'end',
    width: 'narrow',
    when: 'middling',
    cell: ({ store_gross: amount, currency }) => <Sum amount={amount} currency={currency} />,
  },
  {
    key: 'sage',
    head: 'In Sage',
    align: 'end',
    width: 'narrow',
    when: 'middling',
    cell: ({ sage_gross: amount, currency }) => <Sum amount={amount} currency={currency} />,
  },
  {
    key: 'rest',
    head: 'Difference',
    align: 'end',
    width: 'narrow',
    cell: ({ difference: amount, currency }) => (
      <span className={classes['off']}>
        <Sum amount={amount} currency={currency} />
      </span>
    ),
  },
];

/** The documents that differ, each with why and with where to put it right. */
export function Differences({ compared: { differing, differences }, storeId }: { compared: Completeness; storeId: string }) {
  const isCut = differing > differences.length;
  return (
    <Part
      title={differing === 1 ? '1 document differs' : `${differing} documents differ`}
      lead={isCut ? `The newest ${differences.length} are shown. Choose a shorter period to see the others.` : null}
      actions={
        <Link to="/runs" search={{ store: storeId, status: 'failed' }}>
          All failed documents
        </Link>
      }
    >
      <DataTable
        caption="Documents that differ"
        rows={differences}
        rowKey={(difference) => `${difference.entity_type} ${difference.entity_id}`}
        columns={columns}
        card={(difference) => (
          <div className={classes['card']}>
            <span>
              <Name difference={difference} />
            </span>
            <span className={`${classes['end'] ?? ''} ${classes['off'] ?? ''}`}>
              <Sum amount={difference.difference} currency={difference.currency} />
            </span>
            <span className={classes['all']}>
              <Why difference={difference} />
            </span>
          </div>
        )}
      />
    </Part>
  );
}
