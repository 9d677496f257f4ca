import { Link } from '@tanstack/react-router';
import type { Contact } from '@/lib/queries';
import { Money } from '@/ui/Money';
import classes from './ContactList.module.css';
import { kindNames } from './words';

/** A contact on a narrow screen. */
export function ContactCard({ contact, currency }: { contact: Contact; currency: string }) {
  return (
    <div className={classes['card']}>
      <Link to="/contacts/$id" params={{ id: contact.id }} className={classes['name']}>
        {contact.name}
      </Link>
      <Money amount={contact.balance} currency={contact.currency ?? currency} />
      <span className={classes['quiet']}>{[contact.reference, contact.address.city].filter(Boolean).join(' · ')}</span>
      <span className={classes['quiet']}>{kindNames[contact.kind]}</span>
    </div>
  );
}
