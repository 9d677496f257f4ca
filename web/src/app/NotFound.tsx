import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/ui/States';
import { PageHeader } from '@/ui/PageHeader';
import classes from './NotFound.module.css';

/** No screen has this address. */
export function NotFound() {
  return (
    <main className={classes['page']}>
      <PageHeader title="Page not found" />
      <EmptyState
        title="There is no page at this address"
        actions={
          <Button component={Link} to="/invoices">
            Go to the invoices
          </Button>
        }
      >
        The link may be old or incomplete. Nothing was changed.
      </EmptyState>
    </main>
  );
}
