import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { asProblem } from '@/lib/problem';
import { contactQuery, referenceQuery } from '@/lib/queries';
import { useSignedIn, useToday } from '@/lib/session';
import { without } from '@/lib/without';
import { Chip } from '@/ui/Chip';
import { classNames } from '@/ui/classes';
import { type Column, DataTable } from '@/ui/DataTable';
import { DateFilter } from '@/ui/DateFilter';
import { Filters } from '@/ui/Filters';
import { DayText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { PageFoot } from '@/ui/PageFoot';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import { EmptyState, ErrorState } from '@/ui/States';
import { CustomerPicker } from './CustomerPicker';
import classes from './InvoiceList.module.css';
import { InvoiceRowMenu } from './InvoiceRowMenu';
import { stateChoices, stateLooks } from './looks';
import { type Invoice, type InvoiceSearch, invoicesQuery, pageSize } from './queries';

interface InvoiceListProps {
  search: InvoiceSearch;
  onSearch: (next: InvoiceSearch) => void;
}

/** Sales invoices of the current business. Filters, order and page stand in the address. */
export function InvoiceList({ search, onSearch }: InvoiceListProps) {
  const { may } = useSignedIn();
  const navigate = useNavigate();
  const reference = useQuery(referenceQuery);
  const invoices = useQuery({ ...invoicesQuery(search), enabled: reference.data !== undefined });
  const business = reference.data?.business;
  const problem = reference.error ?? invoices.error;
  const isFiltered = ['search', 'status', 'contact', 'from', 'to'].some((name) => name in search);
  const open = (invoice: Invoice) => void navigate({ to: '/invoices/$id', params: { id: invoice.id } });
  const newInvoice = may('accountant') ? (
    <Button component={Link} to="/invoices/new" leftSection={<IconPlus size={16} aria-hidden />}>
      New invoice
    </Button>
  ) : null;
  if (problem && !invoices.data) {
    return (
      <>
        <PageHeader title="Invoices" />
        <ErrorState problem={asProblem(problem)} onRetry={() => void (reference.error ? reference.refetch() : invoices.refetch())} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Invoices"
        lead={business ? `Sales invoices of ${business.name}, in ${business.currency}.` : undefined}
        actions={newInvoice}
      />
      <InvoiceFilters search={search} onSearch={onSearch} isFiltered={isFiltered} />
      <DataTable
        caption="Sales invoices"
        rows={invoices.data?.$items}
        rowKey={(invoice) => invoice.id}
        columns={columnsFor(search, onSearch)}
        card={(invoice) => <InvoiceCard invoice={invoice} />}
        onOpen={open}
        busy={invoices.isPlaceholderData}
        empty={
          isFiltered ? (
            'No invoice fits these filters.'
          ) : (
            <EmptyState title="No invoices yet" actions={newInvoice}>
              Invoices you write here, and those written in Sage itself, appear in this list.
            </EmptyState>
          )
        }
      />
      {invoices.data ? (
        <PageFoot
          page={invoices.data.$page}
          pageSize={pageSize}
          total={invoices.data.$total}
          what="invoices"
          onPage={(page) => onSearch({ ...search, page })}
        />
      ) : null}
    </>
  );
}

function NumberLink({ invoice }: { invoice: Invoice }) {
  return (
    <Link to="/invoices/$id" params={{ id: invoice.id }} className={classes['link']}>
      {invoice.number ?? 'Draft'}
    </Link>
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
  const sortBy = (sort: InvoiceSearch['sort']) => {
    const rest = without(search, 'sort', 'page');
    onSearch(sort ? { ...rest, sort } : rest);
  };
  return [
    { key: 'number', head: 'Number', cell: (invoice) => <NumberLink invoice={invoice} />, width: 'narrow' },
    {
      key: 'customer',
      head: 'Customer',
      cell: (invoice) => <span title={invoice.contact_name}>{invoice.contact_name}</span>,
      width: 'grow',
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
    {
      key: 'date',
      head: 'Date',
      cell: (invoice) => <DayText day={invoice.date} />,
      width: 'narrow',
      sorting: {
        direction: search.sort === 'due' ? null : search.sort === 'oldest' ? 'ascending' : 'descending',
        onToggle: () => sortBy(search.sort === undefined ? 'oldest' : undefined),
      },
    },
    {
      key: 'due',
      head: 'Due',
      cell: (invoice) => <DueDay invoice={invoice} />,
      width: 'narrow',
      when: 'wide',
      sorting: { direction: search.sort === 'due' ? 'ascending' : null, onToggle: () => sortBy(search.sort === 'due' ? undefined : 'due') },
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
    },
    {
      key: 'outstanding',
      head: 'Outstanding',
      cell: (invoice) => <Outstanding invoice={invoice} />,
      align: 'end',
      width: 'narrow',
      when: 'middling',
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

interface InvoiceFiltersProps extends InvoiceListProps {
  isFiltered: boolean;
}

function InvoiceFilters({ search, onSearch, isFiltered }: InvoiceFiltersProps) {
  const contactId = useId();
  const contact = useQuery({ ...contactQuery(search.contact ?? ''), enabled: search.contact !== undefined });
  // A change of the filters begins at the first page again; what is empty leaves the address.
  const filter = (part: Partial<Record<keyof InvoiceSearch, string>>) => {
    onSearch(Object.fromEntries(Object.entries({ ...without(search, 'page'), ...part }).filter(([, value]) => value !== '')));
  };
  return (
    <Filters onClear={isFiltered ? () => onSearch(search.sort ? { sort: search.sort } : {}) : null}>
      <SearchField label="Search" value={search.search ?? ''} onSearch={(text) => filter({ search: text })} />
      <NativeSelect
        label="Status"
        value={search.status ?? ''}
        data={[{ value: '', label: 'All' }, ...stateChoices]}
        onChange={(event) => filter({ status: event.currentTarget.value })}
      />
      <CustomerPicker
        id={contactId}
        chosen={search.contact ? { id: search.contact, name: contact.data?.name ?? '…' } : null}
        onChoose={(chosen) => filter({ contact: chosen?.id ?? '' })}
        placeholder="All"
      />
      <DateFilter label="From" value={search.from ?? ''} onChange={(day) => filter({ from: day })} />
      <DateFilter label="To" value={search.to ?? ''} onChange={(day) => filter({ to: day })} />
    </Filters>
  );
}
