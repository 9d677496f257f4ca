import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Completeness.module.css';

interface PartProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A table with its heading; the table has a frame of its own. */
export function Part({ title, lead, actions, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {actions}
        {lead ? <p className={classes['lead']}>{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}
