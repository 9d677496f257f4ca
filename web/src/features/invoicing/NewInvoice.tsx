import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { now } from '@/lib/clock';
import { dayIn, timeText } from '@/lib/dates';
import { dropDraft } from '@/lib/drafts';
import { asProblem } from '@/lib/problem';
import { type Contact, referenceQuery, settingsQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { PageHeader } from '@/ui/PageHeader';
import { EmptyState, ErrorState } from '@/ui/States';
import { ConfirmingPanel } from './ConfirmingPanel';
import { newDraft, suggestedReference } from './draft';
import { InvoiceForm } from './InvoiceForm';
import { useConfirming } from './useConfirming';

/** The dialog for a new customer belongs to another feature; the app brings it. */
export type NewCustomerDialog = (props: { name: string; onClose: () => void; onCreated: (contact: Contact) => void }) => ReactNode;

interface NewInvoiceProps {
  /** The preview whose confirmation is followed, from the address: it outlives a reload. */
  confirming: string | undefined;
  onConfirming: (previewId: string | undefined) => void;
  newCustomer: NewCustomerDialog;
}

/** Writes an invoice: form, preview, confirmation, outcome. */
export function NewInvoice({ confirming: previewId, onConfirming, newCustomer }: NewInvoiceProps) {
  const { person, workspace, may } = useSignedIn();
  const reference = useQuery(referenceQuery);
  const settings = useQuery(settingsQuery('workspace'));
  const templates = useQuery(settingsQuery('template'));
  const following = useConfirming(previewId);
  const problem = reference.error ?? settings.error ?? templates.error;
  const draftKey = `invoice:${person.id}:${workspace.id}:${reference.data?.business.id ?? ''}`;
  if (!may('accountant')) {
    return (
      <>
        <PageHeader title="New invoice" />
        <EmptyState title="Your role cannot write invoices">
          You are a Viewer here. An Accountant or Owner writes invoices, and an Owner can change your role.
        </EmptyState>
      </>
    );
  }
  if (previewId !== undefined) {
    return (
      <>
        <PageHeader title="New invoice" />
        <ConfirmingPanel
          confirming={following.confirming}
          isAsking={following.isAsking}
          onAsk={following.askNow}
          onSendAgain={() => void following.send(previewId)}
          onBack={() => onConfirming(undefined)}
          onNew={() => {
            dropDraft(draftKey);
            onConfirming(undefined);
          }}
        />
        {following.confirming.state === 'done' ? <ForgetDraft draftKey={draftKey} /> : null}
      </>
    );
  }
  if (problem) {
    return (
      <>
        <PageHeader title="New invoice" />
        <ErrorState
          problem={asProblem(problem)}
          onRetry={() => void Promise.all([reference.refetch(), settings.refetch(), templates.refetch()])}
        />
      </>
    );
  }
  if (!reference.data || !settings.data || !templates.data) {
    return (
      <div role="status" aria-label="Reading rates and accounts">
        <PageHeader title="New invoice" />
        <Skeleton height={64} mb={20} />
        <Skeleton height={220} />
      </div>
    );
  }
  const notes = templates.data['invoice_notes'];
  const begin = () => {
    const at = now();
    const today = dayIn(workspace.time_zone, at);
    return newDraft(
      today,
      suggestedReference(today, timeText(at.toISOString(), workspace.time_zone)),
      typeof notes === 'string' ? notes : '',
    );
  };
  return (
    <InvoiceForm
      key={draftKey}
      draftKey={draftKey}
      begin={begin}
      reference={reference.data}
      settings={settings.data}
      newCustomer={newCustomer}
      onConfirm={(id) => {
        onConfirming(id);
        void following.send(id);
      }}
    />
  );
}

/** What is in Sage need not be kept here as a draft. */
function ForgetDraft({ draftKey }: { draftKey: string }) {
  useEffect(() => dropDraft(draftKey), [draftKey]);
  return null;
}
