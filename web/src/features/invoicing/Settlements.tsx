import { Link } from '@tanstack/react-router';
import { DayText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { Panel } from '@/ui/Panel';
import type { DocumentPart, Settlement } from './queries';
import classes from './Settlements.module.css';

/** A document that another one names, as a link where there is something to open. */
export function DocumentLink({ part }: { part: DocumentPart }) {
  if (part.kind === 'invoice')
    return (
      <Link to="/invoices/$id" params={{ id: part.id }}>
        {part.name || 'Invoice'}
      </Link>
    );
  if (part.kind === 'credit_note')
    return (
      <Link to="/invoices/credit-notes/$id" params={{ id: part.id }}>
        {part.name || 'Credit note'}
      </Link>
    );
  return <>Money on the customer’s account, or a document that is not copied</>;
}

function What({ settlement }: { settlement: Settlement }) {
  if (settlement.payment_id !== null)
    return (
      <Link to="/invoices/payments/$id" params={{ id: settlement.payment_id }}>
        {settlement.reference === '' ? 'Payment' : `Payment ${settlement.reference}`}
      </Link>
    );
  if (settlement.documents.length === 0) return <>Set against another document</>;
  return settlement.documents.map((part, index) => (
    <span key={part.id}>
      {index > 0 ? ', ' : ''}
      <DocumentLink part={part} />
    </span>
  ));
}

interface SettlementsProps {
  title: string;
  settlements: readonly Settlement[];
  currency: string;
  /** Said when there are none. */
  none: string;
}

/** What settled a document, each with its day and amount. */
export function Settlements({ title, settlements, currency, none }: SettlementsProps) {
  return (
    <Panel title={title}>
      {settlements.length === 0 ? (
        <p className={classes['none']}>{none}</p>
      ) : (
        <ul className={classes['list']}>
          {settlements.map((settlement, index) => (
            // Settlements have no ids of their own and never change places.
            <li key={index}>
              <span>
                <What settlement={settlement} />
                <span className={classes['day']}>
                  <DayText day={settlement.date} />
                </span>
              </span>
              <Money amount={settlement.amount} currency={currency} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
