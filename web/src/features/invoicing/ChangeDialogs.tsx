import { Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { api, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys } from '@/lib/queries';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import type { Invoice, Outcome } from './queries';
import { nameWithAmount } from './words';

interface ChangeDialogProps {
  invoice: Invoice;
  onClose: () => void;
}

/**
 * After a change everything that shows the invoice is read anew, and the result is told until it is put away. A draft that is voided is
 * gone from Sage, so the way leads back to the list.
 */
function useChange(send: () => Promise<Outcome>, onDone: () => void, mayBeGone = false) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: send,
    onSuccess: async (outcome) => {
      const isGone = mayBeGone && outcome.status === 'success';
      notify({ tone: outcome.status === 'success' ? 'done' : 'warning', text: outcome.message, leadsOn: isGone });
      if (isGone) await navigate({ to: '/invoices' });
      await Promise.all([keys.invoices, keys.contacts, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
      onDone();
    },
  });
}

/** Books a draft. */
export function ReleaseDialog({ invoice, onClose }: ChangeDialogProps) {
  const release = useChange(
    () => told(api.POST('/api/sage/sales_invoices/{id}/release', { params: { path: { id: invoice.id } } })),
    onClose,
  );
  return (
    <ConfirmDialog
      opened
      title={`Release the ${nameWithAmount(invoice)}?`}
      action="Release"
      busy={release.isPending}
      problem={release.error ? asProblem(release.error) : null}
      onConfirm={() => release.mutate()}
      onClose={onClose}
    >
      {`Sage books it and gives it its number; ${invoice.contact_name} owes the amount. A released invoice cannot be changed, only voided.`}
    </ConfirmDialog>
  );
}

/** Voids an invoice, with a reason that Sage shows on the document. */
export function VoidDialog({ invoice, onClose }: ChangeDialogProps) {
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const cancel = useChange(
    () => told(api.POST('/api/sage/sales_invoices/{id}/void', { params: { path: { id: invoice.id } }, body: { reason: reason.trim() } })),
    onClose,
    invoice.status === 'draft',
  );
  const problem = cancel.error ? asProblem(cancel.error) : null;
  const reasonError = problem?.errors['reason']?.join(' ');
  return (
    <ConfirmDialog
      opened
      danger
      title={`Void ${invoice.number ? '' : 'the '}${nameWithAmount(invoice)}?`}
      action="Void it"
      busy={cancel.isPending}
      problem={reasonError ? null : problem}
      onConfirm={() => cancel.mutate()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">
          {invoice.status === 'draft'
            ? 'Nothing was booked yet, so nothing is reversed. This cannot be undone.'
            : 'Its entries are reversed and the number is not used again. This cannot be undone.'}
        </Text>
        <TextInput
          id={reasonId}
          label="Reason"
          description="3 to 200 characters. Sage shows it on the document, and the audit log keeps it."
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={reasonError}
          data-autofocus
          data-testid="void-reason"
        />
      </Stack>
    </ConfirmDialog>
  );
}
