import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { contactQuery } from '@/lib/queries';
import { without } from '@/lib/without';
import { DateFilter } from '@/ui/DateFilter';
import { Filters } from '@/ui/Filters';
import { SearchField } from '@/ui/SearchField';
import { CustomerPicker } from './CustomerPicker';

interface Filter {
  readonly search?: string;
  readonly contact?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: string;
}

/** True when fewer than all documents are asked for; the order alone leaves out none. */
export const isFiltered = (search: Filter): boolean => Object.keys(without(search, 'sort')).length > 0;

interface DocumentFiltersProps<Search extends Filter> {
  search: Search;
  onSearch: (next: Search) => void;
  /** What else can be filtered by, with a way to set it. */
  choice: (set: (part: Partial<Record<keyof Search, string>>) => void) => ReactNode;
}

/** The filters of a list of documents; all of them stand in the address. */
export function DocumentFilters<Search extends Filter>({ search, onSearch, choice }: DocumentFiltersProps<Search>) {
  const contactId = useId();
  const contact = useQuery({ ...contactQuery(search.contact ?? ''), enabled: search.contact !== undefined });
  // What is empty leaves the address.
  const set = (part: Partial<Record<keyof Search, string>>) =>
    onSearch(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== '')) as unknown as Search);
  const clear = () => onSearch((search.sort ? { sort: search.sort } : {}) as Search);
  const of = (part: Filter) => part as Partial<Record<keyof Search, string>>;
  return (
    <Filters onClear={isFiltered(search) ? clear : null}>
      <SearchField label="Search" value={search.search ?? ''} onSearch={(text) => set(of({ search: text }))} />
      {choice(set)}
      <CustomerPicker
        id={contactId}
        chosen={search.contact ? { id: search.contact, name: contact.data?.name ?? '…' } : null}
        onChoose={(chosen) => set(of({ contact: chosen?.id ?? '' }))}
        placeholder="All"
      />
      <DateFilter label="From" value={search.from ?? ''} onChange={(day) => set(of({ from: day }))} />
      <DateFilter label="To" value={search.to ?? ''} onChange={(day) => set(of({ to: day }))} />
    </Filters>
  );
}

interface ChoiceFilterProps {
  label: string;
  value: string | undefined;
  choices: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
}

/** One of a closed list, or all. */
export function ChoiceFilter({ label, value, choices, onChange }: ChoiceFilterProps) {
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: 'All' }, ...choices]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
