import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, told } from '@/lib/api';
import { copyList, fileAddress, given } from '@/lib/copyLists';
import { keys } from '@/lib/queries';

export type Invoice = Schemas['InvoiceResponse'];
export type InvoiceDetails = Schemas['InvoiceDetailResponse'];
export type InvoiceState = NonNullable<Schemas['InvoiceState']>;
export type CreditNote = Schemas['CreditNoteResponse'];
export type CreditNoteDetails = Schemas['CreditNoteDetailResponse'];
export type Payment = Schemas['PaymentResponse'];
export type PaymentDetails = Schemas['PaymentDetailResponse'];
export type Settlement = Schemas['SettlementResponse'];
export type DocumentPart = Schemas['DocumentPartResponse'];
export type Preview = Schemas['PreviewResponse'];
export type Outcome = Schemas['InvoiceOutcomeResponse'];

/** The filters of the list of invoices, as they stand in the address. */
export interface InvoiceSearch {
  readonly search?: string;
  readonly status?: Exclude<InvoiceState, 'other'> | 'open' | 'overdue';
  readonly contact?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: 'oldest' | 'due' | 'largest' | 'customer' | 'changed';
}

/** The filters of the list of credit notes. */
export interface CreditNoteSearch {
  readonly search?: string;
  readonly status?: Exclude<InvoiceState, 'other'> | 'open';
  readonly contact?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: 'oldest' | 'largest' | 'customer' | 'changed';
}

/** The filters of the list of payments. */
export interface PaymentSearch {
  readonly search?: string;
  readonly direction?: Payment['direction'];
  readonly contact?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: 'oldest' | 'largest' | 'contact' | 'changed';
}

/** The filters as the API takes them. */
const filterOf = ({ contact, from, to, ...rest }: InvoiceSearch | CreditNoteSearch | PaymentSearch) =>
  given({ ...rest, contact_id: contact, from_date: from, to_date: to });

export const invoicesQuery = (search: InvoiceSearch) =>
  copyList<Invoice>([...keys.invoices, 'list', search], async (after, signal) => {
    const query = { ...filterOf(search), ...after };
    const page = await told(api.GET('/api/sage/sales_invoices', { params: { query }, signal }));
    return { rows: page.$items, total: page.$total, totalIsExact: page.total_is_exact, next: page.next, freshAt: page.fresh_at };
  });

export const creditNotesQuery = (search: CreditNoteSearch) =>
  copyList<CreditNote>([...keys.creditNotes, 'list', search], async (after, signal) => {
    const query = { ...filterOf(search), ...after };
    const page = await told(api.GET('/api/sage/sales_credit_notes', { params: { query }, signal }));
    return { rows: page.items, total: page.total, totalIsExact: page.total_is_exact, next: page.next, freshAt: page.fresh_at };
  });

export const paymentsQuery = (search: PaymentSearch) =>
  copyList<Payment>([...keys.payments, 'list', search], async (after, signal) => {
    const query = { ...filterOf(search), ...after };
    const page = await told(api.GET('/api/sage/contact_payments', { params: { query }, signal }));
    return { rows: page.items, total: page.total, totalIsExact: page.total_is_exact, next: page.next, freshAt: page.fresh_at };
  });

/** Asks Sage for what has changed, and for no more of it than one row. */
const live = { params: { query: { live: 'true', items_per_page: '1' } } };

export const readInvoicesAgain = () => told(api.GET('/api/sage/sales_invoices', live));
export const readCreditNotesAgain = () => told(api.GET('/api/sage/sales_credit_notes', live));
export const readPaymentsAgain = () => told(api.GET('/api/sage/contact_payments', live));

export type Listed = 'sales_invoices' | 'sales_credit_notes' | 'contact_payments';

/** Where the browser gets a list as a file, with the present filter. */
export const exportAddress = (listed: Listed, search: InvoiceSearch | CreditNoteSearch | PaymentSearch): string =>
  fileAddress(`/api/sage/${listed}.csv`, filterOf(search));

export const creditNoteQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.creditNotes, 'one', id],
    queryFn: ({ signal }) => told(api.GET('/api/sage/sales_credit_notes/{id}', { params: { path: { id } }, signal })),
  });

export const paymentQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.payments, 'one', id],
    queryFn: ({ signal }) => told(api.GET('/api/sage/contact_payments/{id}', { params: { path: { id } }, signal })),
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
