import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, told } from '@/lib/api';
import type { ChangeKind, PolicyRequest, PolicyVersion, Store } from '@/lib/stores';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { keys } from '@/lib/queries';
import { shopName } from '@/lib/shopName';

export const storeQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.stores, 'one', id],
    queryFn: ({ signal }) => told(api.GET('/api/stores/{id}', { params: { path: { id } }, signal })),
  });

/** Read once when the settings are opened: a later answer would take away what is being typed. */
export const policyQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.stores, 'policy', id],
    queryFn: ({ signal }) => readPolicy(id, signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** What the API answers has every field, although its contract, which is that of requests too, calls all of them optional. */
export const whole = (version: Schemas['StorePolicyResponse']): PolicyVersion => version as PolicyVersion;

export const readPolicy = async (id: string, signal?: AbortSignal): Promise<PolicyVersion> =>
  whole(await told(api.GET('/api/stores/{id}/policy', { params: { path: { id } }, ...(signal ? { signal } : {}) })));

/** What these settings would have made of the last 90 days, page by page. Asked anew each time somebody wonders. */
export const previewQuery = (storeId: string, policy: PolicyRequest, kind: ChangeKind | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.stores, 'preview', storeId, policy, kind],
    queryFn: ({ pageParam, signal }) =>
      told(
        api.POST('/api/stores/{id}/policy/preview', {
          params: {
            path: { id: storeId },
            query: { ...(kind === null ? {} : { kind }), ...(pageParam === null ? {} : { after: pageParam }) },
          },
          body: policy,
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const paymentMethodsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.stores, 'payment-methods', id],
    queryFn: async ({ signal }) =>
      (await told(api.GET('/api/stores/{id}/payment-methods', { params: { path: { id } }, signal }))).payment_methods,
    staleTime: 60_000,
    retry: false,
  });

/** After a change everything that shows shops is read anew, but not the settings somebody is changing. */
function useReadAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [[...keys.stores, 'list'], [...keys.stores, 'one'], keys.runs, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}

/** Asks a shop whether it is there, and tells what it said. */
export function usePing(store: Store) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: () => told(api.POST('/api/stores/{id}/ping', { params: { path: { id: store.id } } })),
    onSuccess: ({ answered, message }) => notify({ tone: answered ? 'done' : 'warning', text: `${shopName(store.base_url)}: ${message}` }),
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
    onSettled: readAnew,
  });
}

export function usePair(store: Store, onDone: () => void) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (code: string) =>
      told(api.POST('/api/stores/{id}/pair', { params: { path: { id: store.id } }, body: { pairing_code: code } })),
    onSuccess: async (paired) => {
      tellPaired(paired);
      onDone();
      await readAnew();
    },
  });
}

export function useConnect(onDone: (store: Store) => void) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (shop: { address: string; code: string }) =>
      told(api.POST('/api/stores', { body: { base_url: shop.address, pairing_code: shop.code } })),
    onSuccess: async (store) => {
      tellPaired(store);
      await readAnew();
      onDone(store);
    },
  });
}

export function useDisconnect(store: Store, onDone: () => void) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: () => told(api.POST('/api/stores/{id}/disconnect', { params: { path: { id: store.id } } })),
    onSuccess: async () => {
      notify({
        tone: 'done',
        text:
          `${shopName(store.base_url)} is disconnected and its key is erased. ` +
          'Disconnect Ledgerbridge in the shop’s admin too, so that it stops sending.',
      });
      onDone();
      await readAnew();
    },
  });
}

const tellPaired = (store: Store): void =>
  notify(
    store.status === 'active'
      ? {
          tone: 'done',
          leadsOn: true,
          text:
            `${shopName(store.base_url)} is connected. ` +
            'What happens there from now on goes to Sage by its settings; look through them.',
        }
      : { tone: 'warning', leadsOn: true, text: `${shopName(store.base_url)} is not quite connected yet. ${store.remark}` },
  );
