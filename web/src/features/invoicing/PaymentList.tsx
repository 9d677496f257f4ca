import { Link, useNavigate } from '@tanstack/react-router';
import { keys } from '@/lib/queries';
import { Chip } from '@/ui/Chip';
import type { Column } from '@/ui/DataTable';
import { DayText, MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { EmptyState } from '@/ui/States';
import { UnreadMark } from '@/ui/UnreadMark';
import { ChoiceFilter, DocumentFilters, isFiltered } from './DocumentFilters';
import { DocumentScreen } from './DocumentScreen';
import classes from './InvoiceList.module.css';
import { directionLook } from './looks';
import { type Payment, type PaymentSearch, paymentsQuery, readPaymentsAgain } from './queries';
import { sortingOf } from './sorting';

interface PaymentListProps {
  search: PaymentSearch;
  onSearch: (next: PaymentSearch) => void;
}

const directions = [
  { value: 'receipt', label: 'Payments' },
  { value: 'refund', label: 'Refunds' },
] as const;

/** Payments from and to contacts of the current business. Filters and order stand in the address. */
export function PaymentList({ search, onSearch }: PaymentListProps) {
  const navigate = useNavigate();
  return (
    <DocumentScreen
      title="Payments"
      lead={({ name, currency }) => `Money between ${name} and its contacts, in ${currency}.`}
      listed="contact_payments"
      what={['payment', 'payments']}
      search={search}
      filters={
        <DocumentFilters
          search={search}
          onSearch={onSearch}
          choice={(set) => (
            <ChoiceFilter label="Kind" value={search.direction} choices={directions} onChange={(direction) => set({ direction })} />
          )}
        />
      }
      query={paymentsQuery(search)}
      columns={columnsFor(search, onSearch)}
      card={(payment) => <PaymentCard payment={payment} />}
      onOpen={(payment) => void navigate({ to: '/invoices/payments/$id', params: { id: payment.id } })}
      readAgain={readPaymentsAgain}
      shows={keys.payments}
      empty={
        isFiltered(search) ? (
          'No payment fits these filters.'
        ) : (
          <EmptyState title="No payments yet">
            Payments that shops report, and those entered in Sage itself, appear in this list.
          </EmptyState>
        )
      }
    />
  );
}

function ContactLink({ payment }: { payment: Payment }) {
  return (
    <>
      <Link to="/invoices/payments/$id" params={{ id: payment.id }} className={classes['link']} title={payment.contact_name}>
        {payment.contact_name || 'Payment'}
      </Link>
      <UnreadMark problem={payment.unread_problem} />
    </>
  );
}

function columnsFor(search: PaymentSearch, onSearch: (next: PaymentSearch) => void): readonly Column<Payment>[] {
  const sorting = sortingOf(search, onSearch);
  return [
    { key: 'date', head: 'Date', cell: (payment) => <DayText day={payment.date} />, width: 'narrow', sorting: sorting.byDay() },
    {
      key: 'contact',
      head: 'Contact',
      cell: (payment) => <ContactLink payment={payment} />,
      width: 'grow',
      sorting: sorting.by('contact', 'ascending'),
    },
    {
      key: 'reference',
      head: 'Reference',
      cell: (payment) => (
        <span className={classes['clip']} title={payment.reference}>
          {payment.reference || '–'}
        </span>
      ),
      width: 'narrow',
      when: 'middling',
    },
    { key: 'kind', head: 'Kind', cell: (payment) => <Chip look={directionLook(payment)} />, width: 'narrow' },
    {
      key: 'amount',
      head: 'Amount',
      cell: (payment) => <Money amount={payment.amount} currency={payment.currency} column />,
      align: 'end',
      width: 'narrow',
      sorting: sorting.by('largest', 'descending'),
    },
    {
      key: 'left',
      head: 'On account',
      cell: (payment) => <Money amount={payment.on_account_amount} currency={payment.currency} column />,
      align: 'end',
      width: 'narrow',
      when: 'wide',
    },
    { key: 'fresh', head: 'As in Sage', cell: (payment) => <MomentText instant={payment.fresh_at} />, width: 'narrow', when: 'widest' },
  ];
}

function PaymentCard({ payment }: { payment: Payment }) {
  return (
    <div className={classes['card']}>
      <span>
        <ContactLink payment={payment} />
      </span>
      <Money amount={payment.amount} currency={payment.currency} />
      <span className={classes['quiet']}>
        <DayText day={payment.date} />
        {payment.reference ? ` · ${payment.reference}` : ''}
      </span>
      <Chip look={directionLook(payment)} />
    </div>
  );
}
