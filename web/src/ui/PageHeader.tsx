import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  title: string;
  /** Shown beside the title, such as a status. */
  beside?: ReactNode;
  lead?: ReactNode;
  /** The primary action last. */
  actions?: ReactNode;
}

/** Names the tab as well, so that the browser's history reads like the screens. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Ledgerbridge`;
  }, [title]);
}

/** The one heading of a screen, with its actions at the right. The shell moves the focus to it when the screen changes. */
export function PageHeader({ title, beside, lead, actions }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <div className={classes['header']}>
      <div className={classes['words']}>
        <Title order={1} tabIndex={-1} data-page-title className={classes['title']}>
          {title} {beside}
        </Title>
        {lead ? <div className={classes['lead']}>{lead}</div> : null}
      </div>
      {actions ? <div className={classes['actions']}>{actions}</div> : null}
    </div>
  );
}
