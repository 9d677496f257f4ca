import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { classNames } from './classes';
import classes from './Door.module.css';
import { useDocumentTitle } from './PageHeader';

interface DoorProps {
  title: string;
  lead?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A screen outside the shell: signing in, the first run, joining. */
export function Door({ title, lead, wide = false, children }: DoorProps) {
  useDocumentTitle(title);
  return (
    <main className={classes['door']}>
      <div className={classes['mark']}>
        <img src="/favicon.svg" width={28} height={28} alt="" />
        Ledgerbridge
      </div>
      <div className={classNames(classes['sheet'], wide && classes['wide'])}>
        <Title order={1} tabIndex={-1} data-page-title>
          {title}
        </Title>
        {lead ? <p className={classes['lead']}>{lead}</p> : <div className={classes['lead']} />}
        {children}
      </div>
    </main>
  );
}
