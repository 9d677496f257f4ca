import { Anchor } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Markdown } from '@/ui/Markdown';
import { PageHeader } from '@/ui/PageHeader';
import { EmptyState } from '@/ui/States';
import classes from '../NotFound.module.css';

// By pattern and not by name, so that the app is built without the document, too.
const documents = import.meta.glob<string>('../../../../docs/problems.md', { query: '?raw', import: 'default', eager: true });
const source = Object.values(documents)[0];

/** What each kind of problem means; the API's answers link here. */
export function ProblemsScreen() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
  return (
    <main className={classes['page']}>
      <PageHeader
        title="Problems and what to do"
        lead={
          <Anchor component={Link} to="/invoices">
            To Ledgerbridge
          </Anchor>
        }
      />
      {source === undefined ? (
        <EmptyState title="This page was not built">The document docs/problems.md was missing when the app was built.</EmptyState>
      ) : (
        <Markdown source={source} />
      )}
    </main>
  );
}
