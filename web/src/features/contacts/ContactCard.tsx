import type { Contact } from '@/lib/queries';
import { Money } from '@/ui/Money';
import classes from './ContactList.module.css';
import { kindNames } from './words';

/** A contact on a narrow screen. */
export function ContactCard({ contact, currency, onOpen }: { contact: Contact; currency: string; onOpen: () => void }) {
  return (
    <div className={classes['card']}>
      <button type="button" className={classes['name']} onClick={onOpen}>
        {contact.name}
      </button>
      <Money amount={contact.balance} currency={contact.currency ?? currency} />
      <span className={classes['quiet']}>{[contact.reference, contact.address.city].filter(Boolean).join(' · ')}</span>
      <span className={classes['quiet']}>{kindNames[contact.kind]}</span>
    </div>
  );
}
