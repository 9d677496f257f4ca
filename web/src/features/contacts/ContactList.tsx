import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, told } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { type Contact, type ContactKind, contactQuery, contactsQuery, keys, referenceQuery } from '@/lib/queries';
import { notify } from '@/lib/notices';
import { useSignedIn } from '@/lib/session';
import { without } from '@/lib/without';
import { type Column, DataTable } from '@/ui/DataTable';
import { Filters } from '@/ui/Filters';
import { MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { PageFoot } from '@/ui/PageFoot';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import { EmptyState, ErrorState } from '@/ui/States';
import { ContactCard } from './ContactCard';
import { ContactDialog } from './ContactDialog';
import classes from './ContactList.module.css';
import { ContactView } from './ContactView';
import { kindNames } from './words';

const pageSize = 50;

/** The list's filters and the opened contact, as they stand in the address. */
export interface ContactSearch {
  readonly page?: number;
  readonly search?: string;
  readonly kind?: ContactKind;
  readonly edit?: string;
  readonly create?: boolean;
}

interface ContactListProps {
  search: ContactSearch;
  onSearch: (next: ContactSearch) => void;
}

/** Customers and suppliers of the current business, from the local copies. */
export function ContactList({ search, onSearch }: ContactListProps) {
  const { may } = useSignedIn();
  const reference = useQuery(referenceQuery);
  const page = search.page ?? 1;
  const contacts = useQuery({
    ...contactsQuery({ search: search.search ?? '', kind: search.kind ?? null, skip: (page - 1) * pageSize, limit: pageSize }),
    enabled: reference.data !== undefined,
  });
  const problem = reference.error ?? contacts.error;
  const currency = reference.data?.business.currency ?? 'ZAR';
  const isFiltered = search.search !== undefined || search.kind !== undefined;
  const close = () => onSearch(without(search, 'edit', 'create'));
  const filter = (part: { search?: string; kind?: string }) =>
    onSearch(
      Object.fromEntries(
        Object.entries({ search: search.search, kind: search.kind, ...part }).filter(([, value]) => value !== '' && value !== undefined),
      ),
    );
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
      <PageHeader title="Contacts" lead="Customers and suppliers, as Sage has them." actions={newContact} />
      <Filters onClear={isFiltered ? () => onSearch({}) : null}>
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
      </Filters>
      <DataTable
        caption="Contacts"
        rows={contacts.data?.contacts}
        rowKey={(contact) => contact.id}
        columns={columnsFor(currency, (contact) => onSearch({ ...search, edit: contact.id }))}
        card={(contact) => <ContactCard contact={contact} currency={currency} onOpen={() => onSearch({ ...search, edit: contact.id })} />}
        onOpen={(contact) => onSearch({ ...search, edit: contact.id })}
        busy={contacts.isPlaceholderData}
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
      {contacts.data ? (
        <PageFoot
          page={page}
          pageSize={pageSize}
          total={contacts.data.total}
          what="contacts"
          onPage={(next) => onSearch({ ...search, page: next })}
          beside={<Freshness at={contacts.data.fresh_at} />}
        />
      ) : null}
      {search.create && may('accountant') ? (
        <ContactDialog
          contact={null}
          kind={search.kind ?? 'customer'}
          onClose={close}
          onSaved={close}
          onUse={(contact) => onSearch({ ...without(search, 'create'), edit: contact.id })}
        />
      ) : null}
      {search.edit ? <OpenedContact key={search.edit} id={search.edit} mayEdit={may('accountant')} onClose={close} /> : null}
    </>
  );
}

/** How old the copies are, and the way to fresh ones. */
function Freshness({ at }: { at: string | null }) {
  const queries = useQueryClient();
  const refresh = useMutation({
    mutationFn: () => told(api.GET('/api/sage/contacts', { params: { query: { live: 'true', limit: '1' } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.contacts }),
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
  });
  return (
    <>
      {at ? (
        <>
          read from Sage <MomentText instant={at} />
        </>
      ) : (
        'being read from Sage'
      )}{' '}
      <Button variant="subtle" size="compact-xs" loading={refresh.isPending} onClick={() => refresh.mutate()}>
        Read again
      </Button>
    </>
  );
}

function OpenedContact({ id, mayEdit, onClose }: { id: string; mayEdit: boolean; onClose: () => void }) {
  const contact = useQuery(contactQuery(id));
  if (contact.data && mayEdit) return <ContactDialog contact={contact.data} kind={contact.data.kind} onClose={onClose} onSaved={onClose} />;
  return <ContactView contact={contact.data} problem={contact.error ? asProblem(contact.error) : null} onClose={onClose} />;
}

function columnsFor(currency: string, onOpen: (contact: Contact) => void): readonly Column<Contact>[] {
  return [
    {
      key: 'name',
      head: 'Name',
      width: 'grow',
      cell: (contact) => (
        <button type="button" className={classes['name']} onClick={() => onOpen(contact)}>
          {contact.name}
        </button>
      ),
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
      cell: (contact) => <Money amount={contact.balance} currency={contact.currency ?? currency} column />,
    },
  ];
}
