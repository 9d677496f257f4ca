import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { storesQuery } from '@/lib/queries';
import { shopName } from '@/lib/shopName';
import { eventText, plainWords } from '@/lib/runWords';
import { Filters } from '@/ui/Filters';
import { SearchField } from '@/ui/SearchField';
import type { RunSearch } from './queries';
import { eventChoices, statusLooks } from './words';

interface RunFiltersProps {
  search: RunSearch;
  onSearch: (next: RunSearch) => void;
  /** The meaning of the cause that is filtered by, when it is known. */
  causeMeaning: string | undefined;
}

const all = { value: '', label: 'All' };

export const isFiltered = (search: RunSearch): boolean => Object.keys(search).length > 0;

/** By state, store, event and text; all of it stands in the address. */
export function RunFilters({ search, onSearch, causeMeaning }: RunFiltersProps) {
  const stores = useQuery(storesQuery);
  const filter = (part: Partial<Record<keyof RunSearch, string>>) =>
    onSearch(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== '')));
  const shops = (stores.data ?? []).map((store) => ({ value: store.id, label: shopName(store.base_url) }));
  const isKnownShop = search.store === undefined || shops.some(({ value }) => value === search.store);
  const isKnownEvent = search.event === undefined || eventChoices.some(({ value }) => value === search.event);
  return (
    <Filters onClear={isFiltered(search) ? () => onSearch({}) : null}>
      <SearchField label="Search" value={search.search ?? ''} onSearch={(text) => filter({ search: text })} />
      <NativeSelect
        label="State"
        value={search.status ?? ''}
        data={[all, ...Object.entries(statusLooks).map(([value, look]) => ({ value, label: look.word }))]}
        onChange={(event) => filter({ status: event.currentTarget.value })}
      />
      <NativeSelect
        label="Store"
        value={search.store ?? ''}
        data={[all, ...shops, ...(isKnownShop ? [] : [{ value: search.store ?? '', label: 'A store that is gone' }])]}
        onChange={(event) => filter({ store: event.currentTarget.value })}
      />
      <NativeSelect
        label="Event"
        value={search.event ?? ''}
        data={[all, ...eventChoices, ...(isKnownEvent ? [] : [{ value: search.event ?? '', label: eventText(search.event ?? '') }])]}
        onChange={(event) => filter({ event: event.currentTarget.value })}
      />
      {search.cause ? (
        <NativeSelect
          label="Cause"
          value={search.cause}
          data={[all, { value: search.cause, label: causeMeaning ?? plainWords(search.cause) }]}
          onChange={(event) => filter({ cause: event.currentTarget.value })}
        />
      ) : null}
    </Filters>
  );
}
