import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, told } from '@/lib/api';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys } from '@/lib/queries';
import { resourceNames } from './words';

export type SyncStatus = Schemas['SyncStatusResponse'];
export type SyncResource = Schemas['SyncResourceResponse'];
export type SyncState = SyncResource['state'];
export type Unreadable = Schemas['UnreadableResponse'];
export type Resource = SyncResource['resource'];

const busyMs = 1_500;
const quietMs = 15_000;

export const isBusy = (state: SyncState): boolean => state === 'running' || state === 'waiting';

/** How the copies stand; asked anew quickly while a pass is under way, slowly otherwise, not at all while nobody looks. */
export const syncStatusQuery = queryOptions({
  queryKey: [...keys.books, 'sync'],
  queryFn: ({ signal }) => told(api.GET('/api/sync/status', { signal })),
  refetchInterval: ({ state: { data } }) => (data?.resources.some(({ state }) => isBusy(state)) ? busyMs : quietMs),
  staleTime: busyMs,
});

/** What to bring into step, and whether all of it is to be compared. */
interface Wanted {
  readonly resource: Resource | 'all';
  readonly full: boolean;
}

export function useStartSync() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ resource, full }: Wanted) =>
      told(api.POST('/api/sync/{resource}', { params: { path: { resource }, query: full ? { full: 'true' } : {} } })),
    onSuccess: (status, { resource, full }) => {
      queries.setQueryData(syncStatusQuery.queryKey, status);
      const what = resource === 'all' ? 'Everything' : resourceNames[resource];
      notify({ tone: 'done', text: `${what} is being ${full ? 'compared with Sage' : 'read from Sage'}; this page shows how far it is.` });
    },
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
  });
}

/** Sets how often the copies are brought into step by themselves. */
export function useSetInterval() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (minutes: number) =>
      told(
        api.PUT('/api/settings/{scope}/{key}', {
          params: { path: { scope: 'automation', key: 'sync_every_minutes' } },
          body: { value: minutes },
        }),
      ),
    onSuccess: (_, minutes) =>
      notify({
        tone: 'done',
        text:
          minutes === 0
            ? 'Copies are brought into step only when somebody asks for it from now on.'
            : `Copies are brought into step every ${minutes} minutes from now on.`,
      }),
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
    onSettled: () =>
      Promise.all([syncStatusQuery.queryKey, keys.settings, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
