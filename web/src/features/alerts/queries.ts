import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, told } from '@/lib/api';
import { keys } from '@/lib/queries';

const minute = 60_000;

export const alertSettingsQuery = queryOptions({
  queryKey: [...keys.alerts, 'settings'],
  queryFn: ({ signal }) => told(api.GET('/api/alerts/settings', { signal })),
  staleTime: minute,
});

/** Alerts, newest first; a look is made every minute on the server, so there is no use in asking more often. */
export const alertsQuery = infiniteQueryOptions({
  queryKey: [...keys.alerts, 'list'],
  initialPageParam: '',
  queryFn: ({ signal, pageParam }) =>
    told(api.GET('/api/alerts', { params: { query: pageParam === '' ? {} : { after: pageParam } }, signal })),
  getNextPageParam: (last) => last.next ?? undefined,
  refetchInterval: minute,
});
