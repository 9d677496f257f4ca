import type { Schemas } from '@/lib/api';
import type { Contact, ContactKind } from '@/lib/queries';

/** A contact as it is typed. */
export interface ContactFields {
  readonly name: string;
  readonly kind: ContactKind;
  readonly reference: string;
  readonly email: string;
  readonly telephone: string;
  readonly personName: string;
  readonly vatNumber: string;
  readonly creditDays: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly notes: string;
}

/** The fields of a contact, or of a new one with this name. */
export function fieldsOf(contact: Contact | null, kind: ContactKind, name: string, country: string): ContactFields {
  return {
    name: contact?.name ?? name,
    kind: contact?.kind ?? kind,
    reference: contact?.reference ?? '',
    email: contact?.email ?? '',
    telephone: contact?.telephone ?? '',
    personName: contact?.person_name ?? '',
    vatNumber: contact?.vat_number ?? '',
    creditDays: String(contact?.credit_days ?? ''),
    line1: contact?.address.line1 ?? '',
    line2: contact?.address.line2 ?? '',
    city: contact?.address.city ?? '',
    region: contact?.address.region ?? '',
    postalCode: contact?.address.postal_code ?? '',
    country: contact?.address.country === undefined || contact.address.country === '' ? country : contact.address.country,
    notes: contact?.notes ?? '',
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Digits become a number; anything else goes to the server as it is, which says what is wrong with it. */
function daysOf(text: string): number | null {
  const typed = text.trim();
  return typed === '' ? null : /^\d+$/.test(typed) ? Number(typed) : (typed as unknown as number);
}

/** All of a contact as it is wanted. */
export const bodyOf = (fields: ContactFields): Schemas['ContactRequest'] => ({
  name: fields.name.trim(),
  kind: fields.kind,
  reference: orNull(fields.reference),
  vat_number: orNull(fields.vatNumber),
  email: orNull(fields.email),
  telephone: orNull(fields.telephone),
  person_name: orNull(fields.personName),
  address: {
    line1: orNull(fields.line1),
    line2: orNull(fields.line2),
    city: orNull(fields.city),
    region: orNull(fields.region),
    postal_code: orNull(fields.postalCode),
    country: orNull(fields.country),
  },
  credit_days: daysOf(fields.creditDays),
  notes: orNull(fields.notes),
});
