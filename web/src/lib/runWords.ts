import type { Run } from './runs';

/** The events a shop sends, in words. */
export const eventWords: Readonly<Record<string, string>> = {
  'invoice.created': 'Invoice raised',
  'invoice.paid': 'Invoice paid',
  'creditmemo.created': 'Refund made',
  'customer.upserted': 'Customer saved',
  'product.upserted': 'Product saved',
};

const entityWords: Readonly<Record<string, string>> = {
  invoice: 'Invoice',
  creditmemo: 'Credit memo',
  customer: 'Customer',
  product: 'Product',
};

/** Any other word of the API as people read it: `contact_create` is Contact create. */
export const plainWords = (word: string): string => {
  const text = word.replaceAll(/[._]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export const eventText = (event: string): string => eventWords[event] ?? plainWords(event);

/** What a run is about, as people call it: `Invoice 000000101`, `Payment of invoice 000000101`. */
export function subjectOf(run: Pick<Run, 'event' | 'entity_type' | 'entity_id' | 'number'>): string {
  const name = run.number === '' ? `no. ${run.entity_id}` : run.number;
  if (run.event === 'invoice.paid') return `Payment of invoice ${name}`;
  return `${entityWords[run.entity_type] ?? plainWords(run.entity_type)} ${name}`;
}
