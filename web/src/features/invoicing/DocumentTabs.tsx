import { Link } from '@tanstack/react-router';
import classes from './DocumentTabs.module.css';

const tabs = [
  { to: '/invoices', word: 'Invoices' },
  { to: '/invoices/credit-notes', word: 'Credit notes' },
  { to: '/invoices/payments', word: 'Payments' },
] as const;

/** The lists of sales documents, side by side. */
export function DocumentTabs() {
  return (
    <nav aria-label="Documents" className={classes['tabs']}>
      {tabs.map(({ to, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} className={classes['tab']}>
          {word}
        </Link>
      ))}
    </nav>
  );
}
