import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { asProblem } from '@/lib/problem';
import { type Contact, referenceQuery } from '@/lib/queries';
import { FormErrors } from '@/ui/FormErrors';
import { type Form, useForm } from '@/ui/useForm';
import classes from './ContactDialog.module.css';
import { type ContactAddress, type ContactPerson, saveAddress, savePerson, useContactChange } from './queries';
import { addressKinds } from './words';

interface PartDialogProps<Part> {
  contact: Contact;
  /** The one to change; null adds one. */
  part: Part | null;
  onClose: () => void;
}

interface FrameProps<Name extends string> {
  title: string;
  form: Form<Name>;
  busy: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

function Frame<Name extends string>({ title, form, busy, onSave, onClose, children }: FrameProps<Name>) {
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.clear();
          onSave();
        }}
      >
        <Stack gap="md">
          <FormErrors form={form} />
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Adds an address to a contact, or changes one. */
export function AddressDialog({ contact, part, onClose }: PartDialogProps<ContactAddress>) {
  const reference = useQuery(referenceQuery).data;
  const [main, setMain] = useState(part?.main ?? false);
  const form = useForm({
    name: part?.name ?? '',
    kind: part?.kind ?? 'delivery',
    'address.line1': part?.address.line1 ?? '',
    'address.line2': part?.address.line2 ?? '',
    'address.city': part?.address.city ?? '',
    'address.region': part?.address.region ?? '',
    'address.postal_code': part?.address.postal_code ?? '',
    'address.country': part?.address.country ?? reference?.business.country ?? '',
  });
  const { values } = form;
  const save = useContactChange(
    () =>
      saveAddress(contact.id, part?.id ?? null, {
        name: values.name.trim(),
        kind: addressKinds.find(({ value }) => value === values.kind)?.value ?? null,
        address: {
          line1: orNull(values['address.line1']),
          line2: orNull(values['address.line2']),
          city: orNull(values['address.city']),
          region: orNull(values['address.region']),
          postal_code: orNull(values['address.postal_code']),
          country: orNull(values['address.country']),
        },
        main,
      }),
    (_, saved) => `The address of ${saved.name} is in Sage now.`,
  );
  return (
    <Frame
      title={part ? `Change ${part.name}` : `New address of ${contact.name}`}
      form={form}
      busy={save.isPending}
      onClose={onClose}
      onSave={() => save.mutate(undefined, { onSuccess: onClose, onError: (failure) => form.fail(asProblem(failure)) })}
    >
      <div className={classes['pair']}>
        <TextInput label="Name" description="Such as Warehouse." maxLength={50} data-autofocus {...form.field('name')} />
        <NativeSelect label="For" data={addressKinds.map((kind) => ({ ...kind }))} {...form.field('kind')} />
      </div>
      <TextInput label="Street and number" maxLength={50} {...form.field('address.line1')} />
      <TextInput label="Second line" maxLength={50} {...form.field('address.line2')} />
      <div className={classes['pair']}>
        <TextInput label="Town" maxLength={50} {...form.field('address.city')} />
        <TextInput label="Province" maxLength={50} {...form.field('address.region')} />
        <TextInput label="Postal code" maxLength={10} {...form.field('address.postal_code')} />
        <NativeSelect
          label="Country"
          data={(reference?.countries ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          {...form.field('address.country')}
        />
      </div>
      <Checkbox
        label="The main address, which papers show"
        checked={main}
        disabled={part?.main ?? false}
        onChange={(event) => setMain(event.currentTarget.checked)}
      />
    </Frame>
  );
}

/** Adds a person to a contact, or changes one. */
export function PersonDialog({ contact, part, onClose }: PartDialogProps<ContactPerson>) {
  const [main, setMain] = useState(part?.main ?? false);
  const form = useForm({
    name: part?.name ?? '',
    job_title: part?.job_title ?? '',
    email: part?.email ?? '',
    telephone: part?.telephone ?? '',
    mobile: part?.mobile ?? '',
  });
  const { values } = form;
  const save = useContactChange(
    () =>
      savePerson(contact.id, part?.id ?? null, {
        name: values.name.trim(),
        job_title: orNull(values.job_title),
        email: orNull(values.email),
        telephone: orNull(values.telephone),
        mobile: orNull(values.mobile),
        main,
      }),
    (_, saved) => `${values.name.trim()} is in Sage now as a person at ${saved.name}.`,
  );
  return (
    <Frame
      title={part ? `Change ${part.name}` : `New person at ${contact.name}`}
      form={form}
      busy={save.isPending}
      onClose={onClose}
      onSave={() => save.mutate(undefined, { onSuccess: onClose, onError: (failure) => form.fail(asProblem(failure)) })}
    >
      <div className={classes['pair']}>
        <TextInput label="Name" maxLength={50} data-autofocus {...form.field('name')} />
        <TextInput label="Job" maxLength={50} {...form.field('job_title')} />
        <TextInput label="E-mail" type="email" autoComplete="off" maxLength={100} {...form.field('email')} />
        <TextInput label="Telephone" type="tel" autoComplete="off" maxLength={50} {...form.field('telephone')} />
        <TextInput label="Mobile" type="tel" autoComplete="off" maxLength={50} {...form.field('mobile')} />
      </div>
      <Checkbox
        label="The person to write to"
        checked={main}
        disabled={part?.main ?? false}
        onChange={(event) => setMain(event.currentTarget.checked)}
      />
    </Frame>
  );
}
