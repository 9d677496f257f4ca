import { Link, useNavigate } from '@tanstack/react-router';
import { keys } from '@/lib/queries';
import { Chip } from '@/ui/Chip';
import { classNames } from '@/ui/classes';
import type { Column } from '@/ui/DataTable';
import { DayText, MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { EmptyState } from '@/ui/States';
import { UnreadMark } from '@/ui/UnreadMark';
import { ChoiceFilter, DocumentFilters, isFiltered } from './DocumentFilters';
import { DocumentScreen } from './DocumentScreen';
import classes from './InvoiceList.module.css';
import { creditChoices, creditLooks } from './looks';
import { type CreditNote, type CreditNoteSearch, creditNotesQuery, readCreditNotesAgain } from './queries';
import { sortingOf } from './sorting';

interface CreditNoteListProps {
  search: CreditNoteSearch;
  onSearch: (next: CreditNoteSearch) => void;
}

/** Sales credit notes of the current business. Filters and order stand in the address. */
export function CreditNoteList({ search, onSearch }: CreditNoteListProps) {
  const navigate = useNavigate();
  return (
    <DocumentScreen
      title="Credit notes"
      lead={({ name, currency }) => `What ${name} credited its customers, in ${currency}.`}
      listed="sales_credit_notes"
      what={['credit note', 'credit notes']}
      search={search}
      filters={
        <DocumentFilters
          search={search}
          onSearch={onSearch}
          choice={(set) => (
            <ChoiceFilter label="Status" value={search.status} choices={creditChoices} onChange={(status) => set({ status })} />
          )}
        />
      }
      query={creditNotesQuery(search)}
      columns={columnsFor(search, onSearch)}
      card={(note) => <CreditNoteCard note={note} />}
      onOpen={(note) => void navigate({ to: '/invoices/credit-notes/$id', params: { id: note.id } })}
      readAgain={readCreditNotesAgain}
      shows={keys.creditNotes}
      empty={
        isFiltered(search) ? (
          'No credit note fits these filters.'
        ) : (
          <EmptyState title="No credit notes yet">
            When a shop refunds an order, or somebody writes a credit note in Sage, it appears in this list.
          </EmptyState>
        )
      }
    />
  );
}

function NumberLink({ note }: { note: CreditNote }) {
  return (
    <>
      <Link to="/invoices/credit-notes/$id" params={{ id: note.id }} className={classes['link']}>
        {note.number ?? 'Draft'}
      </Link>
      <UnreadMark problem={note.unread_problem} />
    </>
  );
}

function columnsFor(search: CreditNoteSearch, onSearch: (next: CreditNoteSearch) => void): readonly Column<CreditNote>[] {
  const sorting = sortingOf(search, onSearch);
  return [
    { key: 'number', head: 'Number', cell: (note) => <NumberLink note={note} />, width: 'narrow' },
    {
      key: 'customer',
      head: 'Customer',
      cell: (note) => <span title={note.contact_name}>{note.contact_name}</span>,
      width: 'grow',
      sorting: sorting.by('customer', 'ascending'),
    },
    {
      key: 'reference',
      head: 'Reference',
      cell: (note) => (
        <span className={classes['clip']} title={note.reference}>
          {note.reference}
        </span>
      ),
      width: 'narrow',
      when: 'wide',
    },
    { key: 'date', head: 'Date', cell: (note) => <DayText day={note.date} />, width: 'narrow', sorting: sorting.byDay() },
    { key: 'status', head: 'Status', cell: (note) => <Chip look={creditLooks[note.status]} />, width: 'narrow' },
    {
      key: 'total',
      head: 'Total',
      cell: (note) => (
        <span className={classNames(note.status === 'void' && classes['void'])}>
          <Money amount={note.gross_amount} currency={note.currency} column />
        </span>
      ),
      align: 'end',
      width: 'narrow',
      sorting: sorting.by('largest', 'descending'),
    },
    {
      key: 'left',
      head: 'Not used yet',
      cell: (note) =>
        note.status === 'draft' || note.status === 'void' ? (
          <span className={classes['quiet']}>–</span>
        ) : (
          <Money amount={note.outstanding_amount} currency={note.currency} column />
        ),
      align: 'end',
      width: 'narrow',
      when: 'middling',
    },
    { key: 'fresh', head: 'As in Sage', cell: (note) => <MomentText instant={note.fresh_at} />, width: 'narrow', when: 'widest' },
  ];
}

function CreditNoteCard({ note }: { note: CreditNote }) {
  return (
    <div className={classes['card']}>
      <span>
        <NumberLink note={note} /> <span className={classes['quiet']}>· {note.contact_name}</span>
      </span>
      <Money amount={note.gross_amount} currency={note.currency} />
      <span className={classes['quiet']}>
        <DayText day={note.date} />
      </span>
      <Chip look={creditLooks[note.status]} />
    </div>
  );
}
