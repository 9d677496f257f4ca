import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { countryName } from '@/lib/countries';
import { asProblem } from '@/lib/problem';
import type { Contact } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import classes from './ContactDetail.module.css';
import { AddressDialog, PersonDialog } from './PartDialogs';
import { type ContactAddress, type ContactPerson, partsQuery, removeAddress, removePerson, useContactChange } from './queries';
import { addressKinds } from './words';

interface Asked<Part> {
  /** What to do, and with which; null adds a new one. */
  readonly what: 'save' | 'remove';
  readonly part: Part | null;
}

/** The addresses and persons of a contact. */
export function ContactParts({ contact }: { contact: Contact }) {
  const parts = useQuery(partsQuery(contact.id));
  if (parts.error)
    return (
      <ErrorState problem={asProblem(parts.error)} title="Addresses and persons could not be read" onRetry={() => void parts.refetch()} />
    );
  if (!parts.data) return <Skeleton height={180} />;
  return (
    <>
      <Persons contact={contact} persons={parts.data.persons} hasAddress={parts.data.addresses.length > 0} />
      <Addresses contact={contact} addresses={parts.data.addresses} />
    </>
  );
}

function Addresses({ contact, addresses }: { contact: Contact; addresses: readonly ContactAddress[] }) {
  const { may } = useSignedIn();
  const [asked, setAsked] = useState<Asked<ContactAddress> | null>(null);
  const remove = useContactChange(
    (address: ContactAddress) => removeAddress(contact.id, address.id),
    ({ name }) => `The address ${name} was removed.`,
  );
  const close = () => setAsked(null);
  return (
    <Panel title="Addresses" actions={may('accountant') ? <Add onAdd={() => setAsked({ what: 'save', part: null })} /> : null}>
      {addresses.length === 0 ? <p className={classes['none']}>Sage has no address of this contact.</p> : null}
      <ul className={classes['parts']}>
        {addresses.map((one) => (
          <Part
            key={one.id}
            name={one.name}
            mark={[addressKinds.find(({ value }) => value === one.kind)?.label, one.main ? 'main address' : ''].filter(Boolean).join(' · ')}
            onChange={() => setAsked({ what: 'save', part: one })}
            {...(one.main ? {} : { onRemove: () => setAsked({ what: 'remove', part: one }) })}
          >
            {[
              one.address.line1,
              one.address.line2,
              one.address.city,
              one.address.region,
              one.address.postal_code,
              countryName(one.address.country),
            ]
              .filter(Boolean)
              .join(', ')}
          </Part>
        ))}
      </ul>
      {asked?.what === 'save' ? <AddressDialog contact={contact} part={asked.part} onClose={close} /> : null}
      <ConfirmDialog
        opened={asked?.what === 'remove'}
        title={`Remove the address ${asked?.part?.name ?? ''}?`}
        action="Remove"
        danger
        busy={remove.isPending}
        problem={remove.error ? asProblem(remove.error) : null}
        onClose={close}
        onConfirm={() => asked?.part && remove.mutate(asked.part, { onSuccess: close })}
      >
        Sage removes the persons at this address with it. Documents that were made with it keep it.
      </ConfirmDialog>
    </Panel>
  );
}

function Persons({ contact, persons, hasAddress }: { contact: Contact; persons: readonly ContactPerson[]; hasAddress: boolean }) {
  const { may } = useSignedIn();
  const [asked, setAsked] = useState<Asked<ContactPerson> | null>(null);
  const remove = useContactChange(
    (person: ContactPerson) => removePerson(contact.id, person.id),
    ({ name }) => `${name} was removed.`,
  );
  const close = () => setAsked(null);
  const mayAdd = may('accountant') && hasAddress;
  return (
    <Panel title="Persons" actions={mayAdd ? <Add onAdd={() => setAsked({ what: 'save', part: null })} /> : null}>
      {persons.length === 0 ? (
        <p className={classes['none']}>
          Sage has no person at this contact.{hasAddress ? '' : ' Add an address first: Sage keeps each person at one.'}
        </p>
      ) : null}
      <ul className={classes['parts']}>
        {persons.map((one) => (
          <Part
            key={one.id}
            name={one.name}
            mark={[one.job_title, one.main ? 'the one to write to' : ''].filter(Boolean).join(' · ')}
            onChange={() => setAsked({ what: 'save', part: one })}
            onRemove={() => setAsked({ what: 'remove', part: one })}
          >
            {[one.email, one.telephone, one.mobile].filter(Boolean).join(' · ')}
          </Part>
        ))}
      </ul>
      {asked?.what === 'save' ? <PersonDialog contact={contact} part={asked.part} onClose={close} /> : null}
      <ConfirmDialog
        opened={asked?.what === 'remove'}
        title={`Remove ${asked?.part?.name ?? ''}?`}
        action="Remove"
        danger
        busy={remove.isPending}
        problem={remove.error ? asProblem(remove.error) : null}
        onClose={close}
        onConfirm={() => asked?.part && remove.mutate(asked.part, { onSuccess: close })}
      >
        The person is taken away from this contact in Sage. The contact itself and its documents stay.
      </ConfirmDialog>
    </Panel>
  );
}

function Add({ onAdd }: { onAdd: () => void }) {
  return (
    <Button variant="default" size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
      Add
    </Button>
  );
}

interface PartProps {
  name: string;
  mark: string;
  children: ReactNode;
  onChange: () => void;
  /** Left out for what cannot be removed. */
  onRemove?: () => void;
}

function Part({ name, mark, children, onChange, onRemove }: PartProps) {
  const { may } = useSignedIn();
  return (
    <li>
      <span className={classes['partWords']}>
        <span className={classes['partName']}>{name}</span>
        {mark === '' ? null : <span className={classes['mark']}>{mark}</span>}
        <span>{children}</span>
      </span>
      {may('accountant') ? (
        <span className={classes['partActions']}>
          <Tooltip label="Change">
            <ActionIcon size="md" aria-label={`Change ${name}`} onClick={onChange}>
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          {onRemove ? (
            <Tooltip label="Remove">
              <ActionIcon size="md" aria-label={`Remove ${name}`} onClick={onRemove}>
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ) : null}
        </span>
      ) : null}
    </li>
  );
}
