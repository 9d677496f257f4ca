import type { ReactNode } from 'react';
import classes from './Sheet.module.css';

/** Something that looks as it does on paper, and is all that is printed. */
export function Sheet({ label, children }: { label: string; children: ReactNode }) {
  return (
    <article className={classes['sheet']} aria-label={label} data-paper>
      {children}
    </article>
  );
}
