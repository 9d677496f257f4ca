import { Modal, Skeleton } from '@mantine/core';
import type { Problem } from '@/lib/problem';
import type { Contact } from '@/lib/queries';
import { KeyValues } from '@/ui/KeyValues';
import { MomentText } from '@/ui/Moment';
import { ErrorState } from '@/ui/States';

interface ContactViewProps {
  contact: Contact | undefined;
  problem: Problem | null;
  onClose: () => void;
}

/** A contact to look at, for those who may not change it. */
export function ContactView({ contact, problem, onClose }: ContactViewProps) {
  return (
    <Modal opened onClose={onClose} title={contact?.name ?? 'Contact'}>
      {problem ? <ErrorState problem={problem} /> : null}
      {contact ? (
        <KeyValues
          rows={[
            ['Kind', contact.kind === 'customer' ? 'Customer' : 'Supplier'],
            ['Reference', contact.reference],
            ['E-mail', contact.email],
            ['Telephone', contact.telephone],
            ['Person', contact.person_name],
            ['VAT number', contact.vat_number],
            [
              'Address',
              [contact.address.line1, contact.address.line2, contact.address.city, contact.address.region, contact.address.postal_code]
                .filter(Boolean)
                .join(', '),
            ],
            ['Days to pay', contact.credit_days === null ? null : String(contact.credit_days)],
            ['Notes', contact.notes],
            ['Read from Sage', <MomentText key="read" instant={contact.read_at} />],
          ]}
        />
      ) : problem ? null : (
        <Skeleton height={160} />
      )}
    </Modal>
  );
}
