import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
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

/** True when the heading that went away had the focus: a screen that has read what it shows replaces the one that waited for it. */
let focusIsOrphaned = false;

function useFocusOfFormerTitle() {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const own = heading.current;
    if (focusIsOrphaned) own?.focus({ preventScroll: true });
    focusIsOrphaned = false;
    return () => {
      focusIsOrphaned = own !== null && document.activeElement === own;
    };
  }, []);
  return heading;
}

/** The one heading of a screen, with its actions at the right. The shell moves the focus to it when the screen changes. */
export function PageHeader({ title, beside, lead, actions }: PageHeaderProps) {
  useDocumentTitle(title);
  const heading = useFocusOfFormerTitle();
  return (
    <div className={classes['header']}>
      <div className={classes['words']}>
        <Title ref={heading} order={1} tabIndex={-1} data-page-title className={classes['title']}>
          {title} {beside}
        </Title>
        {lead ? <div className={classes['lead']}>{lead}</div> : null}
      </div>
      {actions ? <div className={classes['actions']}>{actions}</div> : null}
    </div>
  );
}
