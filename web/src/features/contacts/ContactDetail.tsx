import { Button, Menu, Skeleton } from '@mantine/core';
import { IconBan, IconDots, IconExternalLink, IconFileText, IconPencil, IconRestore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '@/lib/problem';
import { type Contact, contactQuery, referenceQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { BackLink } from '@/ui/BackLink';
import { Chip } from '@/ui/Chip';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { KeyValues } from '@/ui/KeyValues';
import { MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import classes from './ContactDetail.module.css';
import { ContactDialog } from './ContactDialog';
import { ContactParts } from './ContactParts';
import { setActive, useContactChange } from './queries';
import { kindNames, outOfUse } from './words';

/** One contact: who it is, what it owes, its addresses and persons, and the way to its documents. */
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
  const [asked, setAsked] = useState<'change' | 'active' | null>(null);
  const currency = contact.currency ?? reference?.business.currency ?? 'ZAR';
  const close = () => setAsked(null);
  return (
    <>
      <PageHeader
        title={contact.name}
        beside={contact.active ? undefined : <Chip look={outOfUse} />}
        lead={kindNames[contact.kind]}
        actions={
          <>
            <More contact={contact} onActive={may('accountant') ? () => setAsked('active') : null} />
            {contact.kind === 'customer' ? (
              <Button
                variant="default"
                leftSection={<IconFileText size={16} aria-hidden />}
                renderRoot={(props) => <Link to="/contacts/$id/statement" params={{ id: contact.id }} {...props} />}
              >
                Statement
              </Button>
            ) : null}
            {may('accountant') ? (
              <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setAsked('change')}>
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
              ['Balance', contact.balance === null ? 'Not known' : <Money key="balance" amount={contact.balance} currency={currency} />],
              ['Reference', contact.reference],
              ['VAT number', contact.vat_number],
              ['Currency', contact.currency],
              ['Days to pay', contact.credit_days === null ? 'The usual terms' : String(contact.credit_days)],
              ['E-mail', contact.email],
              ['Telephone', contact.telephone],
              ['Notes', contact.notes],
              ['As in Sage', <MomentText key="read" instant={contact.read_at} />],
            ]}
          />
          {contact.kind === 'customer' ? (
            <p className={classes['links']}>
              <Link to="/invoices" search={{ contact: contact.id }}>
                Invoices
              </Link>
              <Link to="/invoices/credit-notes" search={{ contact: contact.id }}>
                Credit notes
              </Link>
              <Link to="/invoices/payments" search={{ contact: contact.id }}>
                Payments
              </Link>
            </p>
          ) : null}
        </Panel>
        <div className={classes['stack']}>
          <ContactParts contact={contact} />
        </div>
      </div>
      {asked === 'change' ? <ContactDialog contact={contact} kind={contact.kind} onClose={close} onSaved={close} /> : null}
      {asked === 'active' ? <ActiveDialog contact={contact} currency={currency} onClose={close} /> : null}
    </>
  );
}

function More({ contact, onActive }: { contact: Contact; onActive: (() => void) | null }) {
  if (!contact.sage_url && !onActive) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconDots size={16} aria-hidden />}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {contact.sage_url ? (
          <Menu.Item
            component="a"
            href={contact.sage_url}
            target="_blank"
            rel="noopener noreferrer"
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            Open in Sage
          </Menu.Item>
        ) : null}
        {onActive ? (
          <Menu.Item
            leftSection={contact.active ? <IconBan size={16} aria-hidden /> : <IconRestore size={16} aria-hidden />}
            onClick={onActive}
          >
            {contact.active ? 'Put out of use…' : 'Put back into use…'}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function ActiveDialog({ contact, currency, onClose }: { contact: Contact; currency: string; onClose: () => void }) {
  const change = useContactChange(
    (active: boolean) => setActive(contact.id, active),
    (active, { name }) => (active ? `${name} is in use again.` : `${name} is out of use now. Contacts can be filtered for it.`),
    (active) => !active,
  );
  const verb = contact.active ? 'Put out of use' : 'Put back into use';
  return (
    <ConfirmDialog
      opened
      title={contact.active ? `Put ${contact.name} out of use?` : `Put ${contact.name} back into use?`}
      action={verb}
      busy={change.isPending}
      problem={change.error ? asProblem(change.error) : null}
      onClose={onClose}
      onConfirm={() => change.mutate(!contact.active, { onSuccess: onClose })}
    >
      {contact.active ? (
        <p className={classes['none']}>
          It no longer shows in lists and cannot be chosen for new invoices. Its documents stay
          {contact.balance === null ? '' : ', and so does its balance of '}
          {contact.balance === null ? null : <Money amount={contact.balance} currency={currency} />}. It can be put back into use at any
          time.
        </p>
      ) : (
        <p className={classes['none']}>It shows in lists again and can be chosen for new invoices.</p>
      )}
    </ConfirmDialog>
  );
}
