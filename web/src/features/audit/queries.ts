import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, told } from '@/lib/api';
import { addDays, startOfDay } from '@/lib/dates';
import { keys } from '@/lib/queries';

export type AuditLine = Schemas['AuditLogResponse'];
export type AuditEntry = Schemas['AuditEntryResponse'];
export type AuditState = NonNullable<Schemas['AuditStatus']>;

/** The log's filters and the opened entry, as they stand in the address. Days are days of the workspace. */
export interface AuditSearch {
  readonly action?: string;
  readonly status?: AuditState;
  readonly actor?: string;
  readonly from?: string;
  readonly to?: string;
  readonly entry?: string;
}

const pageSize = 50;

/** The filters as the API takes them: a period of days becomes two moments. */
function filterOf(search: AuditSearch, timeZone: string): Record<string, string> {
  return {
    ...(search.action ? { action: search.action } : {}),
    ...(search.status ? { status: search.status } : {}),
    ...(search.actor ? { actor: search.actor } : {}),
    ...(search.from ? { from: startOfDay(search.from, timeZone) } : {}),
    ...(search.to ? { until: startOfDay(addDays(search.to, 1), timeZone) } : {}),
  };
}

export const logQuery = (search: AuditSearch, timeZone: string) => {
  const filter = filterOf(search, timeZone);
  return infiniteQueryOptions({
    queryKey: [...keys.audit, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      told(
        api.GET('/api/sage/audit-logs', {
          params: { query: { ...filter, limit: String(pageSize), ...(pageParam === null ? {} : { before: String(pageParam) }) } },
          signal,
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
};

export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.audit, 'one', id],
    queryFn: ({ signal }) => told(api.GET('/api/sage/audit-logs/{id}', { params: { path: { id } }, signal })),
  });

/** Where the browser gets the log as a file, with the present filter. */
export function exportAddress(search: AuditSearch, timeZone: string): string {
  const query = new URLSearchParams(filterOf(search, timeZone));
  return `/api/sage/audit-logs.csv${query.size > 0 ? `?${query}` : ''}`;
}
