import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './PageFoot.module.css';

interface PageFootProps {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  /** What is counted, such as `invoices`. */
  what: string;
  onPage: (page: number) => void;
  /** Shown beside the count, such as how fresh the list is. */
  beside?: ReactNode;
}

/** Which part of a list this is, and the way to the others. */
export function PageFoot({ page, pageSize, total, what, onPage, beside }: PageFootProps) {
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  const hasOthers = total > pageSize || page > 1;
  return (
    <div className={classes['foot']}>
      <span>
        {total === 0 || first > last ? `${total} ${what}` : `${first}–${last} of ${total} ${what}`}
        {beside ? <> · {beside}</> : null}
      </span>
      {hasOthers ? (
        <nav className={classes['pages']} aria-label={`Pages of ${what}`}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconChevronLeft size={16} aria-hidden />}
            disabled={page <= 1}
            onClick={() => onPage(page - 1)}
          >
            Before
          </Button>
          <Button
            variant="default"
            size="xs"
            rightSection={<IconChevronRight size={16} aria-hidden />}
            disabled={last >= total}
            onClick={() => onPage(page + 1)}
          >
            Next
          </Button>
        </nav>
      ) : null}
    </div>
  );
}
