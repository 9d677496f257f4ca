import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, told } from './api';
import { noBusinessProblem } from './problem';

export type Role = NonNullable<Schemas['Role']>;
export type Reference = Schemas['ReferenceResponse'];
export type Contact = Schemas['ContactResponse'];
export type ContactKind = NonNullable<Schemas['ContactKind']>;
export type Connection = Schemas['ConnectionResponse'];

const second = 1000;
const minute = 60 * second;

/** The first words of query keys. Everything under `books` belongs to the current business and is forgotten when another one is chosen. */
export const keys = {
  session: ['session'],
  books: ['books'],
  invoices: ['books', 'invoices'],
  creditNotes: ['books', 'credit_notes'],
  payments: ['books', 'payments'],
  contacts: ['books', 'contacts'],
  reference: ['books', 'reference'],
  connections: ['connections'],
  businesses: ['businesses'],
  settings: ['settings'],
  people: ['people'],
  audit: ['audit'],
  stores: ['stores'],
  runs: ['runs'],
  alerts: ['alerts'],
  overview: ['overview'],
} as const;

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: ({ signal }) => told(api.GET('/api/session', { signal })),
  staleTime: 5 * minute,
});

export const connectionsQuery = queryOptions({
  queryKey: keys.connections,
  queryFn: async ({ signal }) => (await told(api.GET('/api/connections', { signal }))).connections,
  staleTime: minute,
});

/**
 * The current business with everything to choose from in it. Where none is chosen nothing is asked: that is how everybody begins, and the
 * browser would tell the refusal as a fault.
 */
export const referenceQuery = queryOptions({
  queryKey: keys.reference,
  queryFn: async ({ signal, client }) => {
    const connections = await client.query(connectionsQuery);
    if (!connections.some(({ current }) => current)) throw noBusinessProblem();
    return await told(api.GET('/api/business/reference', { signal }));
  },
  staleTime: 5 * minute,
});

/** Another business's lists to choose from, as settings of a shop need them that posts into it. */
export const referenceOfQuery = (connectionId: string, businessId: string) =>
  queryOptions({
    queryKey: [...keys.businesses, 'reference', connectionId, businessId],
    queryFn: ({ signal }) =>
      told(api.GET('/api/business/reference', { params: { query: { business: businessId, connection_id: connectionId } }, signal })),
    staleTime: 5 * minute,
  });

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => told(api.GET('/api/connections/regions', { signal })),
  staleTime: Infinity,
});

/** The businesses of a connection, asked of Sage. */
export const businessesQuery = (connectionId: string) =>
  queryOptions({
    queryKey: [...keys.businesses, connectionId],
    queryFn: async ({ signal }) =>
      (await told(api.GET('/api/business/list', { params: { query: { connection_id: connectionId } }, signal }))).businesses,
    staleTime: 5 * minute,
  });

export const settingsQuery = (scope: 'workspace' | 'template') =>
  queryOptions({
    queryKey: [...keys.settings, scope],
    queryFn: async ({ signal }) =>
      (await told(api.GET('/api/settings/{scope}', { params: { path: { scope } }, signal }))).settings as Record<string, unknown>,
    staleTime: 5 * minute,
  });

export const peopleQuery = queryOptions({
  queryKey: keys.people,
  queryFn: ({ signal }) => told(api.GET('/api/people', { signal })),
  staleTime: minute,
});

/** The shops of the workspace, whatever business they post into. */
export const storesQuery = queryOptions({
  queryKey: [...keys.stores, 'list'],
  queryFn: async ({ signal }) => (await told(api.GET('/api/stores', { signal }))).stores,
  staleTime: 5 * second,
});

export interface ContactFilter {
  readonly search: string;
  readonly kind: ContactKind | null;
  readonly skip: number;
  readonly limit: number;
}

export const contactsQuery = (filter: ContactFilter) =>
  queryOptions({
    queryKey: [...keys.contacts, 'list', filter],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/sage/contacts', {
          params: {
            query: {
              search: filter.search,
              ...(filter.kind ? { kind: filter.kind } : {}),
              limit: String(filter.limit),
              skip: String(filter.skip),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 30 * second,
  });

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.contacts, 'one', id],
    queryFn: ({ signal }) => told(api.GET('/api/sage/contacts/{id}', { params: { path: { id } }, signal })),
    staleTime: 30 * second,
  });
