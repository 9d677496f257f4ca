import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** A part of a screen with a heading of its own. */
export function Panel({ title, lead, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes['panel']} aria-labelledby={id}>
      <div className={classes['head']}>
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {lead ? <p className={classes['lead']}>{lead}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
