import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, told } from '@/lib/api';
import { peopleQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { DateFilter } from '@/ui/DateFilter';
import { Filters } from '@/ui/Filters';
import type { AuditSearch } from './queries';
import { actionGroups, stateLooks } from './words';

const keysQuery = {
  queryKey: ['keys'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await told(api.GET('/api/keys', { signal }))).keys,
};

interface AuditFiltersProps {
  search: AuditSearch;
  onSearch: (next: AuditSearch) => void;
}

/** By action, status, person or key, and period. */
export function AuditFilters({ search, onSearch }: AuditFiltersProps) {
  const { may } = useSignedIn();
  const people = useQuery(peopleQuery);
  const apiKeys = useQuery({ ...keysQuery, enabled: may('owner') });
  const filter = (part: Partial<Record<keyof AuditSearch, string>>) =>
    onSearch(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([name, value]) => value !== '' && name !== 'entry')));
  const persons = (people.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const ownKeys = (apiKeys.data ?? []).map(({ id, name }) => ({ value: id, label: `${name} (API key)` }));
  const isKnown = [...persons, ...ownKeys].some(({ value }) => value === search.actor);
  const stranger = search.actor && !isKnown ? [{ value: search.actor, label: 'Somebody else' }] : [];
  const isFiltered = ['action', 'status', 'actor', 'from', 'to'].some((name) => name in search);
  return (
    <Filters onClear={isFiltered ? () => onSearch({}) : null}>
      <NativeSelect
        label="Action"
        value={search.action ?? ''}
        data={[
          { value: '', label: 'All' },
          ...actionGroups.map(({ group, items }) => ({
            group,
            items: Object.entries(items).map(([value, label]) => ({ value, label })),
          })),
        ]}
        onChange={(event) => filter({ action: event.currentTarget.value })}
      />
      <NativeSelect
        label="Status"
        value={search.status ?? ''}
        data={[{ value: '', label: 'All' }, ...Object.entries(stateLooks).map(([value, look]) => ({ value, label: look.word }))]}
        onChange={(event) => filter({ status: event.currentTarget.value })}
      />
      <NativeSelect
        label="Person"
        value={search.actor ?? ''}
        data={[{ value: '', label: 'All' }, ...persons, ...ownKeys, ...stranger]}
        onChange={(event) => filter({ actor: event.currentTarget.value })}
      />
      <DateFilter label="From" value={search.from ?? ''} onChange={(day) => filter({ from: day })} />
      <DateFilter label="To" value={search.to ?? ''} onChange={(day) => filter({ to: day })} />
    </Filters>
  );
}
