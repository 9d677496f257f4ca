import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { asProblem } from '@/lib/problem';
import { BackLink } from '@/ui/BackLink';
import { Chip } from '@/ui/Chip';
import { KeyValues } from '@/ui/KeyValues';
import { DayText, MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import { ContactLink } from './ContactLink';
import { directionLook } from './looks';
import classes from './PaymentDetail.module.css';
import { type PaymentDetails, paymentQuery } from './queries';
import { DocumentLink } from './Settlements';
import settlementClasses from './Settlements.module.css';

/** One payment: how much, when, whose, and what it paid. */
export function PaymentDetail({ id }: { id: string }) {
  const found = useQuery(paymentQuery(id));
  const back = <BackLink to="/invoices/payments">Payments</BackLink>;
  if (found.error) {
    return (
      <>
        {back}
        <PageHeader title="Payment" />
        <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />
      </>
    );
  }
  if (!found.data) {
    return (
      <div role="status" aria-label="Reading the payment">
        {back}
        <PageHeader title="Payment" />
        <Skeleton height={240} />
      </div>
    );
  }
  return (
    <>
      {back}
      <Loaded details={found.data} />
    </>
  );
}

function Loaded({ details }: { details: PaymentDetails }) {
  const { payment, documents } = details;
  return (
    <>
      <PageHeader
        title={payment.reference === '' ? `Payment of ${payment.contact_name}` : `Payment ${payment.reference}`}
        beside={<Chip look={directionLook(payment)} />}
        lead={
          <>
            {payment.contact_name} · <Money amount={payment.amount} currency={payment.currency} />
          </>
        }
      />
      <div className={classes['columns']}>
        <Panel title="The payment">
          <KeyValues
            rows={[
              ['Date', <DayText key="date" day={payment.date} />],
              ['Contact', <ContactLink key="contact" id={payment.contact_id} name={payment.contact_name} />],
              ['Amount', <Money key="amount" amount={payment.amount} currency={payment.currency} />],
              ['Reference', payment.reference],
              ['Bank account', details.bank_account_name],
              ['Paid by', details.payment_method_name],
              ['Changed', payment.updated_at ? <MomentText key="changed" instant={payment.updated_at} /> : null],
              ['As in Sage', <MomentText key="fresh" instant={payment.fresh_at} />],
            ]}
          />
        </Panel>
        <Panel title="What it was set against">
          <ul className={settlementClasses['list']}>
            {documents.map((part) => (
              <li key={part.id}>
                <span>
                  <DocumentLink part={part} />
                  {part.date === null ? null : (
                    <span className={settlementClasses['day']}>
                      <DayText day={part.date} />
                    </span>
                  )}
                </span>
                <Money amount={part.amount} currency={payment.currency} />
              </li>
            ))}
            {payment.on_account_amount !== null && !/^0*\.?0*$/.test(payment.on_account_amount) ? (
              <li>
                <span>Left on the contact’s account</span>
                <Money amount={payment.on_account_amount} currency={payment.currency} />
              </li>
            ) : null}
          </ul>
          {documents.length === 0 && payment.on_account_amount === null ? (
            <p className={settlementClasses['none']}>It was not set against any document.</p>
          ) : null}
        </Panel>
      </div>
    </>
  );
}
