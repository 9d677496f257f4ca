import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, type Schemas, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem, type Problem } from '@/lib/problem';
import { type Contact, type ContactKind, contactsQuery, keys, referenceQuery } from '@/lib/queries';
import { requestKeys } from '@/lib/requestKey';
import { checkVatNumber } from '@/lib/vatNumber';
import { FieldErrorSummary, ProblemNote } from '@/ui/FieldErrors';
import classes from './ContactDialog.module.css';
import { bodyOf, type ContactFields, fieldsOf } from './fields';

interface ContactDialogProps {
  /** The contact to change; null makes a new one. */
  contact: Contact | null;
  kind: ContactKind;
  /** The name a new one begins with. */
  name?: string;
  onClose: () => void;
  onSaved: (contact: Contact) => void;
  /** Takes the contact that is there already instead of making another one. */
  onUse?: (contact: Contact) => void;
}

const southAfrica = 'ZA';

const isDuplicate = (problem: Problem): boolean =>
  problem.code === 'conflict' && ('reference' in problem.errors || 'email' in problem.errors);

/** Makes or changes a contact. Another one with the same reference or e-mail is pointed out before it is made. */
export function ContactDialog({ contact, kind, name = '', onClose, onSaved, onUse }: ContactDialogProps) {
  const formId = useId();
  const queries = useQueryClient();
  const reference = useQuery(referenceQuery);
  const [fields, setFields] = useState<ContactFields>(() => fieldsOf(contact, kind, name, reference.data?.business.country ?? ''));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [keyOf] = useState(requestKeys);
  const isNew = contact === null;
  const duplicate = problem && isDuplicate(problem) ? problem : null;
  const refusal = duplicate ? null : problem;
  const word = fields.kind === 'customer' ? 'customer' : 'supplier';

  const save = useMutation({
    mutationFn: (allowDuplicate: boolean): Promise<Schemas['SavedContactResponse']> => {
      const body = { ...bodyOf(fields), allow_duplicate: allowDuplicate };
      return isNew
        ? told(api.POST('/api/sage/contacts', { body, headers: { 'Idempotency-Key': keyOf(body) } }))
        : told(api.PUT('/api/sage/contacts/{id}', { params: { path: { id: contact.id } }, body }));
    },
    onMutate: () => setProblem(null),
    onSuccess: async (saved) => {
      await Promise.all([keys.contacts, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
      notify({ tone: 'done', text: isNew ? `${saved.contact.name} is in Sage now.` : `${saved.contact.name} was changed.` });
      for (const warning of saved.warnings) notify({ tone: 'warning', text: warning });
      onSaved(saved.contact);
    },
    onError: (failure) => {
      setProblem(asProblem(failure));
      setAttempt((count) => count + 1);
    },
  });

  const field = (key: keyof ContactFields, apiName: string) => ({
    id: `${formId}-${apiName}`,
    value: fields[key],
    error: refusal?.errors[apiName]?.join(' '),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setFields((present) => ({ ...present, [key]: value }));
      if (problem && apiName in problem.errors) setProblem(null);
    },
  });
  const country = fields.country || reference.data?.business.country;
  const vatCheck = fields.vatNumber.trim() !== '' && country === southAfrica ? checkVatNumber(fields.vatNumber) : 'valid';
  return (
    <Modal opened onClose={onClose} title={isNew ? `New ${word}` : `Change ${contact.name}`} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          save.mutate(false);
        }}
      >
        <Stack gap="md">
          {duplicate ? (
            <Duplicate
              problem={duplicate}
              fields={fields}
              busy={save.isPending}
              {...(onUse ? { onUse } : {})}
              onMakeAnother={() => save.mutate(true)}
            />
          ) : null}
          {refusal && Object.keys(refusal.errors).length === 0 ? <ProblemNote problem={refusal} /> : null}
          {refusal ? <FieldErrorSummary errors={refusal.errors} idOf={(apiName) => `${formId}-${apiName}`} attempt={attempt} /> : null}
          <TextInput label="Name" maxLength={100} data-autofocus data-testid="contact-name" {...field('name', 'name')} />
          <div className={classes['pair']}>
            {isNew ? (
              <NativeSelect
                label="Kind"
                data={[
                  { value: 'customer', label: 'Customer' },
                  { value: 'supplier', label: 'Supplier' },
                ]}
                {...field('kind', 'kind')}
              />
            ) : null}
            <TextInput
              label="Reference"
              description="Your own, at most 10 characters."
              maxLength={10}
              {...field('reference', 'reference')}
            />
            <TextInput label="E-mail" type="email" autoComplete="off" {...field('email', 'email')} />
            <TextInput label="Telephone" type="tel" autoComplete="off" {...field('telephone', 'telephone')} />
            <TextInput label="Person to write to" {...field('personName', 'person_name')} />
            <TextInput
              label="VAT number"
              description={
                vatCheck === 'check-digit-differs' ? (
                  <span className={classes['warning']}>Its check digit does not fit. Compare it with the customer’s own documents.</span>
                ) : vatCheck === 'malformed' ? (
                  <span className={classes['warning']}>A South African VAT number has ten digits and begins with 4.</span>
                ) : (
                  'If the contact is registered for VAT.'
                )
              }
              {...field('vatNumber', 'vat_number')}
            />
            <TextInput
              label="Days to pay"
              description="Empty for the usual terms."
              inputMode="numeric"
              {...field('creditDays', 'credit_days')}
            />
          </div>
          <fieldset className={classes['group']}>
            <legend>Address</legend>
            <TextInput label="Street and number" {...field('line1', 'address.line1')} />
            <TextInput label="Second line" {...field('line2', 'address.line2')} />
            <div className={classes['pair']}>
              <TextInput label="Town" {...field('city', 'address.city')} />
              <TextInput label="Province" {...field('region', 'address.region')} />
              <TextInput label="Postal code" {...field('postalCode', 'address.postal_code')} />
              <NativeSelect
                label="Country"
                data={(reference.data?.countries ?? []).map(({ id, name: label }) => ({ value: id, label }))}
                {...field('country', 'address.country')}
              />
            </div>
          </fieldset>
          <Textarea label="Notes" autosize minRows={1} maxRows={6} {...field('notes', 'notes')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending} data-testid="contact-save">
              {isNew ? `Create ${word}` : 'Save'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface DuplicateProps {
  problem: Problem;
  fields: ContactFields;
  busy: boolean;
  onUse?: (contact: Contact) => void;
  onMakeAnother: () => void;
}

/** Another contact has the same reference or e-mail address: use that one, or make another all the same. */
function Duplicate({ problem, fields, busy, onUse, onMakeAnother }: DuplicateProps) {
  const isByReference = 'reference' in problem.errors;
  const search = isByReference ? fields.reference : fields.email;
  const alike = useQuery(contactsQuery({ search, kind: null, skip: 0, limit: 10 }));
  const other = alike.data?.contacts.find((contact) =>
    isByReference ? contact.reference === fields.reference.trim() : contact.email.toLowerCase() === fields.email.trim().toLowerCase(),
  );
  return (
    <div className={classes['duplicate']} role="alert">
      <p>{problem.message}</p>
      <Group gap="xs">
        {onUse && other ? (
          <Button variant="default" size="xs" onClick={() => onUse(other)}>
            Use {other.name}
          </Button>
        ) : null}
        <Button variant="default" size="xs" loading={busy} onClick={onMakeAnother}>
          Make another one
        </Button>
      </Group>
    </div>
  );
}
