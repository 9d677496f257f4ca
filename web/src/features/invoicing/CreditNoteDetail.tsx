import { Alert, Button, Skeleton } from '@mantine/core';
import { IconExternalLink, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { asProblem } from '@/lib/problem';
import { contactQuery, referenceQuery } from '@/lib/queries';
import { BackLink } from '@/ui/BackLink';
import { Chip } from '@/ui/Chip';
import { KeyValues } from '@/ui/KeyValues';
import { MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { printPaper } from '@/ui/print';
import { ErrorState } from '@/ui/States';
import { ContactLink } from './ContactLink';
import classes from './InvoiceDetail.module.css';
import { creditLooks } from './looks';
import { Paper, paperFacts } from './Paper';
import { customerOf, linesOf, ratesOf, supplierOf } from './paperParts';
import { type CreditNoteDetails, creditNoteQuery } from './queries';
import { Settlements } from './Settlements';

/** One credit note as Sage has it, and what it was used for. */
export function CreditNoteDetail({ id }: { id: string }) {
  const found = useQuery(creditNoteQuery(id));
  const back = <BackLink to="/invoices/credit-notes">Credit notes</BackLink>;
  if (found.error) {
    return (
      <>
        {back}
        <PageHeader title="Credit note" />
        <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />
      </>
    );
  }
  if (!found.data) {
    return (
      <div role="status" aria-label="Reading the credit note">
        {back}
        <PageHeader title="Credit note" />
        <Skeleton height={420} />
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

function Loaded({ details }: { details: CreditNoteDetails }) {
  const { credit_note: note } = details;
  const reference = useQuery(referenceQuery).data;
  const contact = useQuery(contactQuery(note.contact_id)).data;
  return (
    <>
      <PageHeader
        title={note.number ?? `Draft ${note.reference}`}
        beside={<Chip look={creditLooks[note.status]} />}
        lead={
          <>
            Credit note for <ContactLink id={note.contact_id} name={note.contact_name} /> ·{' '}
            <Money amount={note.gross_amount} currency={note.currency} />
          </>
        }
        actions={
          <>
            {note.sage_url ? (
              <Button
                component="a"
                href={note.sage_url}
                target="_blank"
                rel="noopener noreferrer"
                variant="default"
                leftSection={<IconExternalLink size={16} aria-hidden />}
              >
                Open in Sage
              </Button>
            ) : null}
            <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={printPaper}>
              Print
            </Button>
          </>
        }
      />
      {details.copy_because ? (
        <Alert color="yellow" mb="md" title="This is the copy kept here">
          {details.copy_because} What the credit note was used for shows once Sage answers.
        </Alert>
      ) : null}
      <div className={classes['columns']}>
        <Paper
          title={reference?.business.country === 'ZA' && reference.vat_registered ? 'Tax credit note' : 'Credit note'}
          state={note.status === 'draft' ? 'Draft: not booked' : note.status === 'void' ? 'Void' : undefined}
          facts={paperFacts({ ...note, due_date: null })}
          supplier={supplierOf(reference)}
          customer={customerOf(note.contact_name, contact)}
          currency={note.currency}
          lines={linesOf(details.line_items, reference)}
          byRate={ratesOf(details.line_items, reference)}
          net={note.net_amount}
          vat={note.vat_amount}
          gross={note.gross_amount}
          notes={details.notes}
          of="credit note"
        />
        <div className={classes['aside']}>
          <Panel title="Where it stands">
            <KeyValues
              rows={[
                ['Status', <Chip key="status" look={creditLooks[note.status]} />],
                ['Total', <Money key="total" amount={note.gross_amount} currency={note.currency} />],
                [
                  'Not used yet',
                  note.status === 'unpaid' || note.status === 'part_paid' ? (
                    <Money key="left" amount={note.outstanding_amount} currency={note.currency} />
                  ) : null,
                ],
                ['Void because', details.void_reason],
                ['Changed', note.updated_at ? <MomentText key="changed" instant={note.updated_at} /> : null],
                ['As in Sage', <MomentText key="fresh" instant={note.fresh_at} />],
              ]}
            />
          </Panel>
          {details.copy_because ? null : (
            <Settlements
              title="Used for"
              settlements={details.settlements}
              currency={note.currency}
              none="It was not set against an invoice and not paid back."
            />
          )}
        </div>
      </div>
    </>
  );
}
