import { api, told } from '@/lib/api';
import { copyList, fileAddress, given } from '@/lib/copyLists';
import { type Contact, type ContactKind, keys } from '@/lib/queries';

/** The list's filters, as they stand in the address. */
export interface ContactSearch {
  readonly search?: string;
  readonly kind?: ContactKind;
  readonly sort?: 'balance' | 'changed';
  readonly create?: boolean;
}

const filterOf = ({ search, kind, sort }: ContactSearch) => given({ search, kind, sort });

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
