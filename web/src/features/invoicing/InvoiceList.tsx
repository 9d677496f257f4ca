import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { keys } from '@/lib/queries';
import { useSignedIn, useToday } from '@/lib/session';
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
import { InvoiceRowMenu } from './InvoiceRowMenu';
import { stateChoices, stateLooks } from './looks';
import { type Invoice, type InvoiceSearch, invoicesQuery, readInvoicesAgain } from './queries';
import { sortingOf } from './sorting';

interface InvoiceListProps {
  search: InvoiceSearch;
  onSearch: (next: InvoiceSearch) => void;
}

/** Sales invoices of the current business. Filters and order stand in the address. */
export function InvoiceList({ search, onSearch }: InvoiceListProps) {
  const { may } = useSignedIn();
  const navigate = useNavigate();
  const newInvoice = may('accountant') ? (
    <Button component={Link} to="/invoices/new" leftSection={<IconPlus size={16} aria-hidden />}>
      New invoice
    </Button>
  ) : null;
  return (
    <DocumentScreen
      title="Invoices"
      lead={({ name, currency }) => `Sales invoices of ${name}, in ${currency}.`}
      listed="sales_invoices"
      what={['invoice', 'invoices']}
      search={search}
      filters={
        <DocumentFilters
          search={search}
          onSearch={onSearch}
          choice={(set) => (
            <ChoiceFilter label="Status" value={search.status} choices={stateChoices} onChange={(status) => set({ status })} />
          )}
        />
      }
      query={invoicesQuery(search)}
      columns={columnsFor(search, onSearch)}
      card={(invoice) => <InvoiceCard invoice={invoice} />}
      onOpen={(invoice) => void navigate({ to: '/invoices/$id', params: { id: invoice.id } })}
      action={newInvoice}
      readAgain={readInvoicesAgain}
      shows={keys.invoices}
      empty={
        isFiltered(search) ? (
          'No invoice fits these filters.'
        ) : (
          <EmptyState title="No invoices yet" actions={newInvoice}>
            Invoices you write here, and those written in Sage itself, appear in this list.
          </EmptyState>
        )
      }
    />
  );
}

function NumberLink({ invoice }: { invoice: Invoice }) {
  return (
    <>
      <Link to="/invoices/$id" params={{ id: invoice.id }} className={classes['link']}>
        {invoice.number ?? 'Draft'}
      </Link>
      <UnreadMark problem={invoice.unread_problem} />
    </>
  );
}

function Outstanding({ invoice }: { invoice: Invoice }) {
  return invoice.status === 'draft' || invoice.status === 'void' ? (
    <span className={classes['quiet']}>–</span>
  ) : (
    <Money amount={invoice.outstanding_amount} currency={invoice.currency} column />
  );
}

function DueDay({ invoice }: { invoice: Invoice }) {
  const today = useToday();
  const isLate = (invoice.status === 'unpaid' || invoice.status === 'part_paid') && invoice.due_date !== null && invoice.due_date < today;
  return (
    <span className={classNames(isLate && classes['late'])}>
      <DayText day={invoice.due_date} />
      {isLate ? ' · late' : ''}
    </span>
  );
}

function columnsFor(search: InvoiceSearch, onSearch: (next: InvoiceSearch) => void): readonly Column<Invoice>[] {
  const sorting = sortingOf(search, onSearch);
  return [
    { key: 'number', head: 'Number', cell: (invoice) => <NumberLink invoice={invoice} />, width: 'narrow' },
    {
      key: 'customer',
      head: 'Customer',
      cell: (invoice) => <span title={invoice.contact_name}>{invoice.contact_name}</span>,
      width: 'grow',
      sorting: sorting.by('customer', 'ascending'),
    },
    {
      key: 'reference',
      head: 'Reference',
      cell: (invoice) => (
        <span className={classes['clip']} title={invoice.reference}>
          {invoice.reference}
        </span>
      ),
      width: 'narrow',
      when: 'wide',
    },
    { key: 'date', head: 'Date', cell: (invoice) => <DayText day={invoice.date} />, width: 'narrow', sorting: sorting.byDay() },
    {
      key: 'due',
      head: 'Due',
      cell: (invoice) => <DueDay invoice={invoice} />,
      width: 'narrow',
      when: 'wide',
      sorting: sorting.by('due', 'ascending'),
    },
    { key: 'status', head: 'Status', cell: (invoice) => <Chip look={stateLooks[invoice.status]} />, width: 'narrow' },
    {
      key: 'total',
      head: 'Total',
      cell: (invoice) => (
        <span className={classNames(invoice.status === 'void' && classes['void'])}>
          <Money amount={invoice.gross_amount} currency={invoice.currency} column />
        </span>
      ),
      align: 'end',
      width: 'narrow',
      sorting: sorting.by('largest', 'descending'),
    },
    {
      key: 'outstanding',
      head: 'Outstanding',
      cell: (invoice) => <Outstanding invoice={invoice} />,
      align: 'end',
      width: 'narrow',
      when: 'middling',
    },
    {
      key: 'fresh',
      head: 'As in Sage',
      cell: (invoice) => (invoice.fresh_at ? <MomentText instant={invoice.fresh_at} /> : '–'),
      width: 'narrow',
      when: 'widest',
    },
    { key: 'actions', head: 'Actions', headHidden: true, cell: (invoice) => <InvoiceRowMenu invoice={invoice} />, width: 'narrow' },
  ];
}

function InvoiceCard({ invoice }: { invoice: Invoice }) {
  return (
    <div className={classes['card']}>
      <span>
        <NumberLink invoice={invoice} /> <span className={classes['quiet']}>· {invoice.contact_name}</span>
      </span>
      <Money amount={invoice.gross_amount} currency={invoice.currency} />
      <span className={classes['quiet']}>
        <DayText day={invoice.date} />
      </span>
      <Chip look={stateLooks[invoice.status]} />
    </div>
  );
}
