import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, told } from '@/lib/api';
import { keys } from '@/lib/queries';

export type Invoice = Schemas['InvoiceResponse'];
export type InvoiceDetails = Schemas['InvoiceDetailResponse'];
export type InvoiceState = NonNullable<Schemas['InvoiceState']>;
export type Preview = Schemas['PreviewResponse'];
export type Outcome = Schemas['InvoiceOutcomeResponse'];

/** The list's filters, as they stand in the address. */
export interface InvoiceSearch {
  readonly page?: number;
  readonly search?: string;
  readonly status?: Exclude<InvoiceState, 'other'>;
  readonly contact?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: 'oldest' | 'due';
}

export const pageSize = 25;

export const invoicesQuery = (filter: InvoiceSearch) =>
  queryOptions({
    queryKey: [...keys.invoices, 'list', filter],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/sage/sales_invoices', {
          params: {
            query: {
              page: String(filter.page ?? 1),
              items_per_page: String(pageSize),
              ...(filter.search ? { search: filter.search } : {}),
              ...(filter.status ? { status: filter.status } : {}),
              ...(filter.contact ? { contact_id: filter.contact } : {}),
              ...(filter.from ? { from_date: filter.from } : {}),
              ...(filter.to ? { to_date: filter.to } : {}),
              ...(filter.sort ? { sort: filter.sort } : {}),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const invoiceQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.invoices, 'one', id],
    queryFn: ({ signal }) => told(api.GET('/api/sage/sales_invoices/{id}', { params: { path: { id } }, signal })),
  });

/** What became of a preview; asking changes nothing. */
export const outcomeQuery = (previewId: string) =>
  queryOptions({
    queryKey: ['preview-outcome', previewId],
    queryFn: ({ signal }) => told(api.GET('/api/sage/sales_invoices/preview/{id}', { params: { path: { id: previewId } }, signal })),
    staleTime: 0,
    retry: false,
  });

/** Confirms a preview: what it stored is posted, once, however often this is called. */
export const confirmPreview = (previewId: string): Promise<Outcome> =>
  told(
    api.POST('/api/sage/sales_invoices', {
      // The contract describes one body for both ways of making an invoice; beside a preview every other field is ignored.
      body: { preview_id: previewId } as Schemas['CreateInvoiceRequest'],
    }),
  );
