import { Alert, Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { api, told } from '@/lib/api';
import { asProblem, type FieldErrors, type Problem } from '@/lib/problem';
import type { Reference } from '@/lib/queries';
import { useToday } from '@/lib/session';
import { without } from '@/lib/without';
import { DateField } from '@/ui/DateField';
import { FieldErrorSummary, ProblemNote } from '@/ui/FieldErrors';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { CustomerPicker } from './CustomerPicker';
import { checkDraft, customerOf, defaultRateId, dueDateText, type InvoiceDraft, requestOf, termsOf, totalsOf } from './draft';
import { type CellColumn, cellId } from './gridKeys';
import { hintsFor } from './hints';
import { LeaveDialog } from './LeaveDialog';
import { LineGrid } from './LineGrid';
import { Missing } from './Missing';
import classes from './NewInvoice.module.css';
import type { NewCustomerDialog } from './NewInvoice';
import { PreviewDialog } from './PreviewDialog';
import type { Preview } from './queries';
import { useInvoiceDraft } from './useInvoiceDraft';

interface InvoiceFormProps {
  draftKey: string;
  begin: () => InvoiceDraft;
  reference: Reference;
  settings: Readonly<Record<string, unknown>>;
  newCustomer: NewCustomerDialog;
  onConfirm: (previewId: string) => void;
}

const lineField = /^line_items\[(\d+)\](?:\.(\w+))?$/;
const headFields = ['contact_id', 'reference', 'date', 'due_date', 'notes'];

/** The form of a new invoice. What is wrong with a field is put to rest when the field is changed. */
export function InvoiceForm({ draftKey, begin, reference, settings, newCustomer, onConfirm }: InvoiceFormProps) {
  const formId = useId();
  const today = useToday();
  const editing = useInvoiceDraft(draftKey, begin);
  const { draft } = editing;
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [customerName, setCustomerName] = useState<string | null>(null);
  const standardId = defaultRateId(reference, settings);
  const dueDate = dueDateText(draft, termsOf(draft.customer, settings, reference), today);
  const totals = totalsOf(draft, reference, standardId);
  const hints = hintsFor(draft, totals, reference);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => editing.isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: false,
    withResolver: true,
  });

  const fail = (found: FieldErrors, refusal: Problem | null) => {
    setErrors(found);
    setProblem(refusal);
    setAttempt((count) => count + 1);
  };
  const work = useMutation({
    mutationFn: () => told(api.POST('/api/sage/sales_invoices/preview', { body: requestOf(draft, dueDate, today, standardId) })),
    onSuccess: setPreview,
    onError: (failure) => {
      const refusal = asProblem(failure);
      fail(refusal.errors, Object.keys(refusal.errors).length > 0 ? null : refusal);
    },
  });
  const showPreview = () => {
    const found = checkDraft(draft, dueDate, today);
    fail(found, null);
    if (Object.keys(found).length === 0) work.mutate();
  };
  const idOf = (field: string): string | null => {
    const line = lineField.exec(field);
    if (line) {
      const key = draft.lines[Number(line[1])]?.key;
      return key === undefined ? null : cellId(formId, key, (line[2] ?? 'description') as CellColumn);
    }
    return headFields.includes(field) ? `${formId}-${field}` : null;
  };
  const change = (part: Partial<Omit<InvoiceDraft, 'lines'>>, field: string) => {
    editing.change(part);
    setErrors((present) => without(present, field));
  };
  return (
    <>
      <PageHeader title="New invoice" lead={`In ${reference.business.name}. Prices are without VAT.`} />
      <div className={classes['columns']}>
        <form
          className={classes['form']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            showPreview();
          }}
        >
          {editing.wasKept ? (
            <Alert>
              <div className={classes['kept']}>
                <span>This is what you typed before. It was kept in this browser tab.</span>
                <Button variant="default" size="xs" onClick={editing.startOver}>
                  Start over
                </Button>
              </div>
            </Alert>
          ) : null}
          {problem ? <ProblemNote problem={problem} /> : null}
          <FieldErrorSummary
            errors={errors}
            idOf={idOf}
            prefixOf={(field) => {
              const line = lineField.exec(field);
              return line ? `Line ${Number(line[1]) + 1}: ` : '';
            }}
            attempt={attempt}
          />
          <div className={classes['head']}>
            <CustomerPicker
              id={`${formId}-contact_id`}
              chosen={draft.customer}
              placeholder="Name, reference or e-mail"
              error={errors['contact_id']?.join(' ')}
              testId="customer-select"
              onChoose={(contact) => change({ customer: contact ? customerOf(contact) : null }, 'contact_id')}
              onCreate={setCustomerName}
            />
            <TextInput
              id={`${formId}-reference`}
              label="Reference"
              maxLength={25}
              autoComplete="off"
              value={draft.reference}
              error={errors['reference']?.join(' ')}
              onChange={(event) => change({ reference: event.currentTarget.value }, 'reference')}
              data-testid="reference-input"
            />
            <DateField
              id={`${formId}-date`}
              label="Date"
              today={today}
              value={draft.date}
              error={errors['date']?.join(' ')}
              onChange={(date) => change({ date }, 'date')}
              data-testid="date-input"
            />
            <DateField
              id={`${formId}-due_date`}
              label="Due date"
              today={today}
              value={dueDate}
              error={errors['due_date']?.join(' ')}
              onChange={(text) => change({ dueDate: text }, 'due_date')}
              data-testid="due-date-input"
            />
          </div>
          <LineGrid formId={formId} editing={editing} reference={reference} standardId={standardId} errors={errors} totals={totals} />
          <Textarea
            id={`${formId}-notes`}
            label="Notes for the customer"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={5000}
            value={draft.notes}
            error={errors['notes']?.join(' ')}
            onChange={(event) => change({ notes: event.currentTarget.value }, 'notes')}
          />
          <div className={classes['buttons']}>
            <Button type="submit" loading={work.isPending} data-testid="preview-button">
              Preview
            </Button>
          </div>
        </form>
        <aside className={classes['aside']} aria-label="Tax invoice check">
          <Panel title="For a valid tax invoice">
            <Stack gap="xs">
              <Missing
                gaps={hints ?? []}
                fine={
                  hints === null
                    ? 'No South African tax invoice is asked for in these books.'
                    : 'Nothing is missing so far. The preview checks everything.'
                }
              />
            </Stack>
          </Panel>
        </aside>
      </div>
      {preview ? (
        <PreviewDialog preview={preview} onClose={() => setPreview(null)} onConfirm={() => onConfirm(preview.preview_id)} />
      ) : null}
      {customerName === null
        ? null
        : newCustomer({
            name: customerName,
            onClose: () => setCustomerName(null),
            onCreated: (contact) => {
              setCustomerName(null);
              change({ customer: customerOf(contact) }, 'contact_id');
            },
          })}
      <LeaveDialog
        opened={blocker.status === 'blocked'}
        onStay={() => blocker.reset?.()}
        onKeep={() => blocker.proceed?.()}
        onDiscard={() => {
          editing.forget();
          blocker.proceed?.();
        }}
      />
    </>
  );
}
