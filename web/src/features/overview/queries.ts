import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, told } from '@/lib/api';
import { keys } from '@/lib/queries';

export type Overview = Schemas['OverviewResponse'];
export type Need = Schemas['NeedResponse'];
export type Step = Schemas['StepResponse'];
export type Series = Schemas['OverviewSeriesResponse'];
export type ChartDay = Schemas['OverviewDayResponse'];
export type Copies = Schemas['OverviewResourceResponse'];
export type Shop = Schemas['OverviewStoreResponse'];

const lookAgainMs = 15_000;

/** Everything of the overview in one answer, read anew while somebody looks. */
export const overviewQuery = queryOptions({
  queryKey: keys.overview,
  queryFn: ({ signal }) => told(api.GET('/api/overview', { signal })),
  refetchInterval: lookAgainMs,
  staleTime: 2_000,
});
