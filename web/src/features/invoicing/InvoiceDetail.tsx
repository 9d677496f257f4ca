import { Button, Menu, Skeleton } from '@mantine/core';
import { IconBan, IconCopy, IconDots, IconExternalLink, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '@/lib/announce';
import { copyText } from '@/lib/clipboard';
import { asProblem } from '@/lib/problem';
import { type Contact, contactQuery, type Reference, referenceQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { BackLink } from '@/ui/BackLink';
import { Chip } from '@/ui/Chip';
import { KeyValues } from '@/ui/KeyValues';
import { DayText, MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { printPaper } from '@/ui/print';
import { ErrorState } from '@/ui/States';
import { ReleaseDialog, VoidDialog } from './ChangeDialogs';
import { ContactLink } from './ContactLink';
import classes from './InvoiceDetail.module.css';
import { stateLooks } from './looks';
import { Paper, paperFacts } from './Paper';
import { customerOf, linesOf, ratesOf, supplierOf } from './paperParts';
import { pdfAddress } from './pdf';
import { type InvoiceDetails, invoiceQuery } from './queries';
import { Settlements } from './Settlements';

/** One invoice as Sage has it, and what can be done with it. */
export function InvoiceDetail({ id }: { id: string }) {
  const found = useQuery(invoiceQuery(id));
  const reference = useQuery(referenceQuery);
  const contactId = found.data?.invoice.contact_id;
  const contact = useQuery({ ...contactQuery(contactId ?? ''), enabled: contactId !== undefined });
  const backLink = <BackLink to="/invoices">Invoices</BackLink>;
  if (found.error) {
    return (
      <>
        {backLink}
        <PageHeader title="Invoice" />
        <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />
      </>
    );
  }
  if (!found.data) {
    return (
      <div role="status" aria-label="Reading the invoice">
        {backLink}
        <PageHeader title="Invoice" />
        <Skeleton height={420} />
      </div>
    );
  }
  return (
    <>
      {backLink}
      <Loaded details={found.data} reference={reference.data} contact={contact.data} />
    </>
  );
}

interface LoadedProps {
  details: InvoiceDetails;
  reference: Reference | undefined;
  contact: Contact | undefined;
}

function Loaded({ details, reference, contact }: LoadedProps) {
  const { may } = useSignedIn();
  const [asked, setAsked] = useState<'release' | 'void' | null>(null);
  const { invoice } = details;
  const isDraft = invoice.status === 'draft';
  return (
    <>
      <PageHeader
        title={invoice.number ?? `Draft ${invoice.reference}`}
        beside={<Chip look={stateLooks[invoice.status]} />}
        lead={
          <>
            <ContactLink id={invoice.contact_id} name={invoice.contact_name} /> ·{' '}
            <Money amount={invoice.gross_amount} currency={invoice.currency} />
          </>
        }
        actions={
          <>
            <MoreActions details={details} onVoid={may('accountant') && details.can_void ? () => setAsked('void') : null} />
            <Button
              component="a"
              href={pdfAddress(invoice.id)}
              target="_blank"
              rel="noopener"
              variant="default"
              leftSection={<IconFileTypePdf size={16} aria-hidden />}
            >
              PDF
            </Button>
            {may('accountant') && details.can_release ? <Button onClick={() => setAsked('release')}>Release</Button> : null}
          </>
        }
      />
      <div className={classes['columns']}>
        <Paper
          title={titleOf(reference)}
          state={isDraft ? 'Draft: not booked' : invoice.status === 'void' ? 'Void' : undefined}
          facts={paperFacts(invoice)}
          supplier={supplierOf(reference)}
          customer={customerOf(invoice.contact_name, contact)}
          currency={invoice.currency}
          lines={linesOf(details.line_items, reference)}
          byRate={ratesOf(details.line_items, reference)}
          net={invoice.net_amount}
          vat={invoice.vat_amount}
          gross={invoice.gross_amount}
          notes={details.notes}
        />
        <Facts details={details} />
      </div>
      {asked === 'release' ? <ReleaseDialog invoice={invoice} onClose={() => setAsked(null)} /> : null}
      {asked === 'void' ? <VoidDialog invoice={invoice} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function Facts({ details }: { details: InvoiceDetails }) {
  const { invoice } = details;
  const isOpen = invoice.status === 'unpaid' || invoice.status === 'part_paid';
  const isBooked = isOpen || invoice.status === 'paid';
  return (
    <div className={classes['aside']}>
      <Panel title="Where it stands">
        <KeyValues
          rows={[
            ['Status', <Chip key="status" look={stateLooks[invoice.status]} />],
            ['Total', <Money key="total" amount={invoice.gross_amount} currency={invoice.currency} />],
            ['Outstanding', isOpen ? <Money key="open" amount={invoice.outstanding_amount} currency={invoice.currency} /> : null],
            ['Due', isOpen ? <DayText key="due" day={invoice.due_date} /> : null],
            ['Void because', details.void_reason],
            ['Changed', invoice.updated_at ? <MomentText key="changed" instant={invoice.updated_at} /> : null],
          ]}
        />
      </Panel>
      {isBooked ? (
        <Settlements
          title="Paid with"
          settlements={details.settlements}
          currency={invoice.currency}
          none="Nothing has been paid or credited yet."
        />
      ) : null}
    </div>
  );
}

function MoreActions({ details, onVoid }: { details: InvoiceDetails; onVoid: (() => void) | null }) {
  const { invoice } = details;
  const copy = async () => {
    const copied = await copyText(invoice.reference);
    announce(copied ? `Copied ${invoice.reference}.` : 'The reference could not be copied. Select it and copy it by hand.');
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconDots size={16} aria-hidden />} data-testid="more-actions">
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={printPaper}>
          Print
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void copy()}>
          Copy reference
        </Menu.Item>
        {invoice.sage_url ? (
          <Menu.Item
            component="a"
            href={invoice.sage_url}
            target="_blank"
            rel="noopener noreferrer"
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            Open in Sage
          </Menu.Item>
        ) : null}
        {onVoid ? (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconBan size={16} aria-hidden />} onClick={onVoid}>
              Void…
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

const titleOf = (reference: Reference | undefined): string =>
  reference?.business.country === 'ZA' && reference.vat_registered ? 'Tax invoice' : 'Invoice';
