import { without } from '@/lib/without';
import type { Sorting } from '@/ui/DataTable';

type Direction = NonNullable<Sorting['direction']>;

interface Sorted {
  readonly sort?: string;
}

/** Sorting by columns, where each order has one word in the address; the order without a word is the usual one. */
export function sortingOf<Search extends Sorted>(search: Search, onSearch: (next: Search) => void) {
  const sortBy = (sort: string | undefined) =>
    onSearch({ ...without(search, 'sort'), ...(sort === undefined ? {} : { sort }) } as unknown as Search);
  return {
    /** A column with one order; pressing it again goes back to the usual one. */
    by: (word: string, direction: Direction): Sorting => ({
      direction: search.sort === word ? direction : null,
      onToggle: () => sortBy(search.sort === word ? undefined : word),
    }),
    /** The day of the document: newest first without a word, or oldest first. */
    byDay: (): Sorting => ({
      direction: search.sort === undefined ? 'descending' : search.sort === 'oldest' ? 'ascending' : null,
      onToggle: () => sortBy(search.sort === undefined ? 'oldest' : undefined),
    }),
  };
}
