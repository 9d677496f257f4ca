import type { InfiniteData, QueryKey, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CopyPage } from '@/lib/copyLists';
import { type Column, DataTable } from './DataTable';
import { Freshness } from './Freshness';
import { ListFoot } from './ListFoot';

interface CopyTableProps<Row> {
  list: UseInfiniteQueryResult<InfiniteData<CopyPage<Row>>>;
  caption: string;
  what: readonly [one: string, several: string];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  card: (row: Row) => ReactNode;
  onOpen: (row: Row) => void;
  empty: ReactNode;
  /** Asks Sage for what has changed. */
  readAgain: () => Promise<unknown>;
  /** What is shown anew then. */
  shows: QueryKey;
}

/** A list of copies of what Sage has: the rows, how many there are, how fresh they are, and the way to more. */
export function CopyTable<Row>({ list, what, readAgain, shows, ...table }: CopyTableProps<Row>) {
  const pages = list.data?.pages;
  const rows = pages?.flatMap((page) => page.rows);
  const first = pages?.[0];
  const last = pages?.at(-1);
  return (
    <>
      <DataTable {...table} rows={rows} busy={list.isPlaceholderData} />
      {rows && first ? (
        <ListFoot
          shown={rows.length}
          total={first.total}
          totalIsExact={first.totalIsExact}
          what={what}
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
          beside={<Freshness at={last?.freshAt ?? null} readAgain={readAgain} shows={shows} />}
        />
      ) : null}
    </>
  );
}
