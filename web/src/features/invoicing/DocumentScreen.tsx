import { type QueryKey, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { copyList } from '@/lib/copyLists';
import { asProblem } from '@/lib/problem';
import { type Reference, referenceQuery } from '@/lib/queries';
import { CopyTable } from '@/ui/CopyTable';
import type { Column } from '@/ui/DataTable';
import { ExportButton } from '@/ui/ExportButton';
import { PageHeader } from '@/ui/PageHeader';
import { ErrorState } from '@/ui/States';
import { DocumentTabs } from './DocumentTabs';
import { exportAddress, type Listed } from './queries';

interface DocumentScreenProps<Row extends { readonly id: string }> {
  title: string;
  /** Whose and what, once the business is known. */
  lead: (business: Reference['business']) => string;
  listed: Listed;
  what: readonly [one: string, several: string];
  /** The filters as they stand in the address. */
  search: Parameters<typeof exportAddress>[1];
  filters: ReactNode;
  query: ReturnType<typeof copyList<Row>>;
  columns: readonly Column<Row>[];
  card: (row: Row) => ReactNode;
  onOpen: (row: Row) => void;
  empty: ReactNode;
  /** The primary action, if there is one. */
  action?: ReactNode;
  readAgain: () => Promise<unknown>;
  shows: QueryKey;
}

/** One of the lists of documents of the current business. */
export function DocumentScreen<Row extends { readonly id: string }>({
  title,
  lead,
  listed,
  search,
  filters,
  query,
  action,
  ...table
}: DocumentScreenProps<Row>) {
  const reference = useQuery(referenceQuery);
  const list = useInfiniteQuery({ ...query, enabled: reference.data !== undefined });
  const problem = reference.error ?? list.error;
  if (problem && !list.data) {
    return (
      <>
        <PageHeader title={title} />
        <ErrorState problem={asProblem(problem)} onRetry={() => void (reference.error ? reference.refetch() : list.refetch())} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        lead={reference.data ? lead(reference.data.business) : undefined}
        actions={
          <>
            <ExportButton address={exportAddress(listed, search)} file={`${listed.replaceAll('_', '-')}.csv`} />
            {action}
          </>
        }
      />
      <DocumentTabs />
      {filters}
      <CopyTable {...table} list={list} caption={title} rowKey={(row) => row.id} />
    </>
  );
}
