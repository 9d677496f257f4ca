import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { asProblem } from '@/lib/problem';
import { type Contact, keys, referenceQuery } from '@/lib/queries';
import { useSignedIn } from '@/lib/session';
import { without } from '@/lib/without';
import { CopyTable } from '@/ui/CopyTable';
import type { Column } from '@/ui/DataTable';
import { ExportButton } from '@/ui/ExportButton';
import { Filters } from '@/ui/Filters';
import { MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import { EmptyState, ErrorState } from '@/ui/States';
import { ContactCard } from './ContactCard';
import { ContactDialog } from './ContactDialog';
import classes from './ContactList.module.css';
import { contactListQuery, type ContactSearch, exportAddress, readContactsAgain } from './queries';
import { kindNames, outOfUse } from './words';

interface ContactListProps {
  search: ContactSearch;
  onSearch: (next: ContactSearch) => void;
}

/** Customers and suppliers of the current business, from the local copies. */
export function ContactList({ search, onSearch }: ContactListProps) {
  const { may } = useSignedIn();
  const navigate = useNavigate();
  const reference = useQuery(referenceQuery);
  const contacts = useInfiniteQuery({ ...contactListQuery(search), enabled: reference.data !== undefined });
  const problem = reference.error ?? contacts.error;
  const currency = reference.data?.business.currency ?? 'ZAR';
  const isFiltered = search.search !== undefined || search.kind !== undefined || search.status !== undefined;
  const close = () => onSearch(without(search, 'create'));
  const open = ({ id }: Contact) => void navigate({ to: '/contacts/$id', params: { id } });
  const filter = (part: Partial<Record<keyof ContactSearch, string>>) =>
    onSearch(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== '')));
  if (problem && !contacts.data) {
    return (
      <>
        <PageHeader title="Contacts" />
        <ErrorState problem={asProblem(problem)} onRetry={() => void (reference.error ? reference.refetch() : contacts.refetch())} />
      </>
    );
  }
  const newContact = may('accountant') ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onSearch({ ...search, create: true })}>
      New contact
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title="Contacts"
        lead="Customers and suppliers, as Sage has them."
        actions={
          <>
            <ExportButton address={exportAddress(search)} file="contacts.csv" />
            {newContact}
          </>
        }
      />
      <Filters onClear={isFiltered ? () => onSearch(search.sort ? { sort: search.sort } : {}) : null}>
        <SearchField label="Search" value={search.search ?? ''} onSearch={(text) => filter({ search: text })} />
        <NativeSelect
          label="Kind"
          value={search.kind ?? ''}
          data={[
            { value: '', label: 'All' },
            { value: 'customer', label: 'Customers' },
            { value: 'supplier', label: 'Suppliers' },
          ]}
          onChange={(event) => filter({ kind: event.currentTarget.value })}
        />
        <NativeSelect
          label="Status"
          value={search.status ?? ''}
          data={[
            { value: '', label: 'In use' },
            { value: 'inactive', label: outOfUse.word },
          ]}
          onChange={(event) => filter({ status: event.currentTarget.value })}
        />
      </Filters>
      <CopyTable
        list={contacts}
        caption="Contacts"
        what={['contact', 'contacts']}
        rowKey={(contact) => contact.id}
        columns={columnsFor(currency, search, onSearch)}
        card={(contact) => <ContactCard contact={contact} currency={currency} />}
        onOpen={(contact) => void navigate({ to: '/contacts/$id', params: { id: contact.id } })}
        readAgain={readContactsAgain}
        shows={keys.contacts}
        empty={
          isFiltered ? (
            'No contact fits these filters.'
          ) : (
            <EmptyState title="No contacts yet" actions={newContact}>
              Contacts you make here, and those made in Sage itself, appear in this list.
            </EmptyState>
          )
        }
      />
      {search.create && may('accountant') ? (
        <ContactDialog contact={null} kind={search.kind ?? 'customer'} onClose={close} onSaved={open} onUse={open} />
      ) : null}
    </>
  );
}

function columnsFor(currency: string, search: ContactSearch, onSearch: (next: ContactSearch) => void): readonly Column<Contact>[] {
  const sortBy = (sort: ContactSearch['sort']) => onSearch({ ...without(search, 'sort'), ...(sort ? { sort } : {}) });
  return [
    {
      key: 'name',
      head: 'Name',
      width: 'grow',
      cell: (contact) => (
        <Link to="/contacts/$id" params={{ id: contact.id }} className={classes['name']}>
          {contact.name}
        </Link>
      ),
      sorting: { direction: search.sort === undefined ? 'ascending' : null, onToggle: () => sortBy(undefined) },
    },
    { key: 'kind', head: 'Kind', width: 'narrow', cell: (contact) => kindNames[contact.kind] },
    { key: 'reference', head: 'Reference', width: 'narrow', when: 'middling', cell: (contact) => contact.reference || '–' },
    { key: 'email', head: 'E-mail', width: 'narrow', when: 'wide', cell: (contact) => contact.email || '–' },
    { key: 'town', head: 'Town', width: 'narrow', when: 'wide', cell: (contact) => contact.address.city || '–' },
    {
      key: 'balance',
      head: `Balance (${currency})`,
      align: 'end',
      width: 'narrow',
      cell: (contact) => <Balance contact={contact} currency={currency} />,
      sorting: {
        direction: search.sort === 'balance' ? 'descending' : null,
        onToggle: () => sortBy(search.sort === 'balance' ? undefined : 'balance'),
      },
    },
    { key: 'fresh', head: 'As in Sage', width: 'narrow', when: 'widest', cell: (contact) => <MomentText instant={contact.read_at} /> },
  ];
}

/** What a contact owes; with its currency where that is not the books' own. */
function Balance({ contact, currency }: { contact: Contact; currency: string }) {
  const own = contact.currency ?? currency;
  return <Money amount={contact.balance} currency={own} column={own === currency} />;
}
