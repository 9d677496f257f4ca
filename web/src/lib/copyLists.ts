import { type InfiniteData, infiniteQueryOptions, keepPreviousData, type QueryKey } from '@tanstack/react-query';

/** A page of a list of copies, whatever is listed. */
export interface CopyPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly totalIsExact: boolean;
  /** Asks for the next page; null on the last. */
  readonly next: string | null;
  /** Everything that changed in Sage before this moment is in the copies. */
  readonly freshAt: string | null;
}

/** A list of copies, read page by page as far as somebody looks. */
export const copyList = <Row>(
  queryKey: QueryKey,
  readPage: (after: { readonly after?: string }, signal: AbortSignal) => Promise<CopyPage<Row>>,
) =>
  infiniteQueryOptions<CopyPage<Row>, Error, InfiniteData<CopyPage<Row>>, QueryKey, string | null>({
    queryKey,
    queryFn: ({ pageParam, signal }) => readPage(pageParam === null ? {} : { after: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** What of the filters is set, as it goes into an address. */
export const given = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''));

/** Where the browser gets a list as a file, with the present filter. */
export function fileAddress(path: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
}
