import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ListFoot.module.css';

interface ListFootProps {
  /** How many rows are in sight. */
  shown: number;
  /** How many there are in all. */
  total: number;
  /** False when there are at least as many. */
  totalIsExact: boolean;
  /** What is counted, one and several, such as `invoice` and `invoices`. */
  what: readonly [one: string, several: string];
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
  /** Shown beside the count, such as how fresh the list is. */
  beside?: ReactNode;
}

const counted = (count: number): string => count.toLocaleString('en-GB').replaceAll(',', '\u00a0');

/** How much of a list is in sight, and the way to more of it. */
export function ListFoot({ shown, total, totalIsExact, what, hasMore, loading, onMore, beside }: ListFootProps) {
  const words = total === 1 ? what[0] : what[1];
  return (
    <div className={classes['foot']}>
      {hasMore ? (
        <Button variant="default" loading={loading} onClick={onMore}>
          Load more
        </Button>
      ) : null}
      <span>
        {hasMore ? `${counted(shown)} of ${totalIsExact ? '' : 'more than '}${counted(total)} ${words}` : `${counted(shown)} ${words}`}
        {beside ? <> · {beside}</> : null}
      </span>
    </div>
  );
}
