import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, told } from '@/lib/api';
import { copyList, fileAddress, given } from '@/lib/copyLists';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { type Contact, type ContactKind, keys } from '@/lib/queries';

export type Parts = Schemas['ContactPartsResponse'];
export type ContactAddress = Schemas['ContactAddressResponse'];
export type ContactPerson = Schemas['ContactPersonResponse'];
export type Statement = Schemas['StatementResponse'];
type Saved = Schemas['SavedContactResponse'];

/** The list's filters, as they stand in the address. */
export interface ContactSearch {
  readonly search?: string;
  readonly kind?: ContactKind;
  readonly status?: 'inactive';
  readonly sort?: 'balance' | 'changed';
  readonly create?: boolean;
}

const filterOf = ({ search, kind, status, sort }: ContactSearch) => given({ search, kind, status, sort });

export const contactListQuery = (search: ContactSearch) => {
  const filter = filterOf(search);
  return copyList<Contact>([...keys.contacts, 'pages', filter], async (after, signal) => {
    const page = await told(api.GET('/api/sage/contacts', { params: { query: { ...filter, ...after } }, signal }));
    return { rows: page.contacts, total: page.total, totalIsExact: page.total_is_exact, next: page.next, freshAt: page.fresh_at };
  });
};

/** Asks Sage for what has changed, and for no more of it than one row. */
export const readContactsAgain = () => told(api.GET('/api/sage/contacts', { params: { query: { live: 'true', limit: '1' } } }));

/** Where the browser gets the list as a file, with the present filter. */
export const exportAddress = (search: ContactSearch): string => fileAddress('/api/sage/contacts.csv', filterOf(search));

/** All addresses and persons of a contact, asked of Sage. */
export const partsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.contacts, 'parts', id],
    queryFn: ({ signal }) => told(api.GET('/api/sage/contacts/{id}/parts', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });

/** The period of a statement, as it stands in the address. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const statementQuery = (id: string, period: Period) =>
  queryOptions({
    queryKey: [...keys.contacts, 'statement', id, period],
    queryFn: ({ signal }) => told(api.GET('/api/sage/contacts/{id}/statement', { params: { path: { id }, query: { ...period } }, signal })),
  });

/** Where the browser gets a statement as a file. */
export const statementFile = (id: string, period: Period): string =>
  fileAddress(`/api/sage/contacts/${encodeURIComponent(id)}/statement.csv`, { ...period });

/** Changes something of a contact, then shows everything about contacts anew. */
export function useContactChange<Input>(
  send: (input: Input) => Promise<Saved>,
  done: (input: Input, contact: Contact) => string,
  /** The input that takes a change back, where that is simple. */
  opposite?: (input: Input) => Input,
) {
  const queries = useQueryClient();
  const tell = async (saved: Saved, input: Input) => {
    const takeBack = opposite?.(input);
    notify({
      tone: 'done',
      text: done(input, saved.contact),
      ...(takeBack === undefined ? {} : { undo: () => carryOut(takeBack) }),
    });
    for (const warning of saved.warnings) notify({ tone: 'warning', text: warning });
    await Promise.all([keys.contacts, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  const carryOut = (input: Input): Promise<void> =>
    send(input).then(
      (saved) => tell(saved, input),
      (failure: unknown) => notify({ tone: 'failed', text: asProblem(failure).message }),
    );
  return useMutation({ mutationFn: send, onSuccess: tell });
}

type AddressBody = Schemas['ContactAddressRequest'];
type PersonBody = Schemas['ContactPersonRequest'];

export const saveAddress = (id: string, address: string | null, body: AddressBody): Promise<Saved> =>
  address === null
    ? told(api.POST('/api/sage/contacts/{id}/addresses', { params: { path: { id } }, body }))
    : told(api.PUT('/api/sage/contacts/{id}/addresses/{address}', { params: { path: { id, address } }, body }));

export const removeAddress = (id: string, address: string): Promise<Saved> =>
  told(api.DELETE('/api/sage/contacts/{id}/addresses/{address}', { params: { path: { id, address } } }));

export const savePerson = (id: string, person: string | null, body: PersonBody): Promise<Saved> =>
  person === null
    ? told(api.POST('/api/sage/contacts/{id}/persons', { params: { path: { id } }, body }))
    : told(api.PUT('/api/sage/contacts/{id}/persons/{person}', { params: { path: { id, person } }, body }));

export const removePerson = (id: string, person: string): Promise<Saved> =>
  told(api.DELETE('/api/sage/contacts/{id}/persons/{person}', { params: { path: { id, person } } }));

export const setActive = (id: string, active: boolean): Promise<Saved> =>
  told(api.PUT('/api/sage/contacts/{id}/active', { params: { path: { id } }, body: { active } }));
