import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, told } from '@/lib/api';
import type { BackfillRequest, Run, RunDetails, RunStatus } from '@/lib/runs';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys } from '@/lib/queries';
import { subjectOf } from '@/lib/runWords';
import { isOpen } from './words';

/** The list's filters, as they stand in the address. */
export interface RunSearch {
  readonly status?: RunStatus;
  readonly store?: string;
  readonly cause?: string;
  readonly event?: string;
  readonly search?: string;
}

const pageSize = 50;
const openMs = 2_000;
const quietMs = 10_000;
/** With more pages than this in sight the list is read anew less often, because all of them are. */
const quickPagesMax = 2;

/** The list reads itself anew: quickly while something on it is under way, slowly otherwise, not at all while nobody looks. */
export const runsQuery = (search: RunSearch) =>
  infiniteQueryOptions({
    queryKey: [...keys.runs, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      told(
        api.GET('/api/runs', {
          params: { query: { ...search, limit: String(pageSize), ...(pageParam === null ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state: { data } }) => {
      const pages = data?.pages ?? [];
      const isQuick = pages.length <= quickPagesMax && pages.some((page) => page.items.some((run) => isOpen(run.status)));
      return isQuick ? openMs : quietMs;
    },
    staleTime: openMs,
  });

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.runs, 'one', id],
    queryFn: async ({ signal }): Promise<RunDetails> => {
      const { run, ...rest } = await told(api.GET('/api/runs/{id}', { params: { path: { id } }, signal }));
      return { ...run, ...rest };
    },
    refetchInterval: ({ state: { data } }) => (data && isOpen(data.status) ? openMs : false),
    staleTime: openMs,
  });

function useReadAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all([keys.runs, keys.stores, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey, predicate: isNoPolicy })));
}

/** Somebody may be changing a store's settings in another place of the screen; they are read when they are opened. */
const isNoPolicy = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[1] !== 'policy';

/** Tries one again. */
export function useRetry() {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (run: Run) => told(api.POST('/api/runs/{id}/retry', { params: { path: { id: run.id } } })),
    onSuccess: (run) => notify({ tone: 'done', text: `${subjectOf(run)} is being tried again.` }),
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
    onSettled: readAnew,
  });
}

/** Tries all again that failed for the same reason. */
export function useRetryCause(store: string | undefined) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (cause: string) => told(api.POST('/api/runs/retry', { params: { query: { cause, ...(store ? { store } : {}) } } })),
    onSuccess: ({ retried }) =>
      notify({ tone: 'done', text: retried === 1 ? '1 document is being tried again.' : `${retried} documents are being tried again.` }),
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
    onSettled: readAnew,
  });
}

export function useUndo(run: Run, onDone: () => void) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (reason: string) => told(api.POST('/api/runs/{id}/undo', { params: { path: { id: run.id } }, body: { reason } })),
    onSuccess: async (undone) => {
      notify({ tone: 'done', text: `${subjectOf(undone)}: ${undone.sentence}` });
      onDone();
      await readAnew();
    },
  });
}

export function useBackfill(onDone: () => void) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (request: BackfillRequest) => told(api.POST('/api/runs/backfill', { body: request })),
    onSuccess: async ({ accepted }) => {
      notify({
        tone: 'done',
        text:
          accepted === 0
            ? 'Nothing was added: all of these are here already.'
            : `${accepted === 1 ? '1 document was' : `${accepted} documents were`} put in the queue; they appear in this list.`,
      });
      onDone();
      await readAnew();
    },
  });
}

export function useDryRun() {
  return useMutation({
    mutationFn: ({ store, event, entity }: { store: string; event: string; entity: number }) =>
      told(api.POST('/api/stores/{id}/dry-run', { params: { path: { id: store } }, body: { event, entity_id: entity } })),
  });
}
