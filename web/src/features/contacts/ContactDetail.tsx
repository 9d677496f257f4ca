import { Button, Skeleton } from '@mantine/core';
import { IconExternalLink, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countryName } from '@/lib/countries';
import { asProblem } from '@/lib/problem';
import { type Contact, contactQuery, referenceQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { BackLink } from '@/ui/BackLink';
import { KeyValues } from '@/ui/KeyValues';
import { MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import classes from './ContactDetail.module.css';
import { ContactDialog } from './ContactDialog';
import { kindNames } from './words';

/** One contact: who it is, what it owes, and the way to its documents. */
export function ContactDetail({ id }: { id: string }) {
  const found = useQuery(contactQuery(id));
  const back = <BackLink to="/contacts">Contacts</BackLink>;
  if (found.error) {
    return (
      <>
        {back}
        <PageHeader title="Contact" />
        <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />
      </>
    );
  }
  if (!found.data) {
    return (
      <div role="status" aria-label="Reading the contact">
        {back}
        <PageHeader title="Contact" />
        <Skeleton height={320} />
      </div>
    );
  }
  return (
    <>
      {back}
      <Loaded contact={found.data} />
    </>
  );
}

function Loaded({ contact }: { contact: Contact }) {
  const { may } = useSignedIn();
  const reference = useQuery(referenceQuery).data;
  const [changing, setChanging] = useState(false);
  const currency = contact.currency ?? reference?.business.currency ?? 'ZAR';
  const { address } = contact;
  return (
    <>
      <PageHeader
        title={contact.name}
        lead={
          <>
            {kindNames[contact.kind]} ·{' '}
            {contact.balance === null ? 'balance not known' : <Money amount={contact.balance} currency={currency} />}
          </>
        }
        actions={
          <>
            {contact.sage_url ? (
              <Button
                component="a"
                href={contact.sage_url}
                target="_blank"
                rel="noopener noreferrer"
                variant="default"
                leftSection={<IconExternalLink size={16} aria-hidden />}
              >
                Open in Sage
              </Button>
            ) : null}
            {may('accountant') ? (
              <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setChanging(true)}>
                Edit
              </Button>
            ) : null}
          </>
        }
      />
      <div className={classes['columns']}>
        <Panel title="Details">
          <KeyValues
            rows={[
              ['Reference', contact.reference],
              ['VAT number', contact.vat_number],
              ['Currency', contact.currency],
              ['Days to pay', contact.credit_days === null ? 'The usual terms' : String(contact.credit_days)],
              ['Person to write to', contact.person_name],
              ['E-mail', contact.email],
              ['Telephone', contact.telephone],
              [
                'Address',
                [address.line1, address.line2, address.city, address.region, address.postal_code, countryName(address.country)]
                  .filter(Boolean)
                  .join(', '),
              ],
              ['Notes', contact.notes],
              ['As in Sage', <MomentText key="read" instant={contact.read_at} />],
            ]}
          />
        </Panel>
      </div>
      {changing ? (
        <ContactDialog contact={contact} kind={contact.kind} onClose={() => setChanging(false)} onSaved={() => setChanging(false)} />
      ) : null}
    </>
  );
}
