import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Filters.module.css';

/** The filters of a list, all of which stand in the address. */
export function Filters({ children, onClear }: { children: ReactNode; onClear: (() => void) | null }) {
  return (
    <search className={classes['filters']}>
      {children}
      {onClear ? (
        <Button variant="subtle" className={classes['clear'] ?? ''} onClick={onClear}>
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}
