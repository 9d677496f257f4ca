import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, told } from '@/lib/api';
import { keys } from '@/lib/queries';

export type Completeness = Schemas['CompletenessResponse'];
export type Row = Schemas['CompletenessRowResponse'];
export type Total = Schemas['CompletenessTotalResponse'];
export type Difference = Schemas['CompletenessDifferenceResponse'];
export type LeftOut = Schemas['LeftOutResponse'];

/** The period, as it stands in the address; the last 30 days while it does not. */
export interface PeriodSearch {
  readonly from?: string;
  readonly to?: string;
}

export const completenessQuery = (store: string, period: PeriodSearch) =>
  queryOptions({
    queryKey: [...keys.runs, 'completeness', store, period],
    queryFn: ({ signal }) => told(api.GET('/api/stores/{id}/completeness', { params: { path: { id: store }, query: period }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

/** Where the browser gets the comparison as a file, of the present period. */
export function exportAddress(store: string, period: PeriodSearch): string {
  const query = new URLSearchParams(Object.entries(period));
  return `/api/stores/${encodeURIComponent(store)}/completeness.csv${query.size > 0 ? `?${query}` : ''}`;
}
