import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { classNames } from './classes';
import classes from './Filters.module.css';

interface FiltersProps {
  children: ReactNode;
  onClear: (() => void) | null;
  /** True where no search field comes first, which is wider than the others. */
  even?: boolean;
}

/** The filters of a list, all of which stand in the address. */
export function Filters({ children, onClear, even = false }: FiltersProps) {
  return (
    <search className={classNames(classes['filters'], even && classes['even'])}>
      {children}
      {onClear ? (
        <Button variant="subtle" className={classes['clear'] ?? ''} onClick={onClear}>
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}
