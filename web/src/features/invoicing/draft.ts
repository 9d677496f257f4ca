import type { Schemas } from '@/lib/api';
import { addDays, type Day, daysBetween, readDay } from '@/lib/dates';
import { compare, decimal, type Decimal, zero } from '@/lib/decimal';
import { readNumber } from '@/lib/numberText';
import { type PricedDocument, priceDocument, type PricedLine, priceLine, percentageOf, type VatRate } from '@/lib/pricing';
import type { FieldErrors } from '@/lib/problem';
import type { Contact, Reference } from '@/lib/queries';

export const linesMax = 100;
const termsDefault = 30;

/** The customer with what the form has to know of one. */
export interface DraftCustomer {
  readonly id: string;
  readonly name: string;
  readonly creditDays: number | null;
  readonly hasAddress: boolean;
  readonly vatNumber: string;
}

/** One line, as it was typed. */
export interface DraftLine {
  readonly key: number;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  /** Empty for the default. */
  readonly taxRateId: string;
  readonly accountId: string;
}

/** An invoice as it was typed. */
export interface InvoiceDraft {
  readonly customer: DraftCustomer | null;
  readonly reference: string;
  readonly date: string;
  /** Null while it follows the terms. */
  readonly dueDate: string | null;
  readonly lines: readonly DraftLine[];
  readonly notes: string;
}

export const newLine = (key: number): DraftLine => ({ key, description: '', quantity: '1', unitPrice: '', taxRateId: '', accountId: '' });

export const isEmptyLine = (line: DraftLine): boolean => line.description.trim() === '' && line.unitPrice.trim() === '';

export const newDraft = (today: Day, reference: string, notes: string): InvoiceDraft => ({
  customer: null,
  reference,
  date: today,
  dueDate: null,
  lines: [newLine(1)],
  notes,
});

/** A suggestion that is unlikely to be taken: the day and the minute. */
export const suggestedReference = (today: Day, time: string): string => `INV-${today.replaceAll('-', '')}-${time.replace(':', '')}`;

export const customerOf = (contact: Contact): DraftCustomer => ({
  id: contact.id,
  name: contact.name,
  creditDays: contact.credit_days,
  hasAddress: [contact.address.line1, contact.address.city, contact.address.postal_code].some((part) => part !== ''),
  vatNumber: contact.vat_number,
});

/** Days to pay: as agreed with the customer, else the workspace's, else the books' own. */
export function termsOf(
  customer: DraftCustomer | null,
  settings: Readonly<Record<string, unknown>>,
  reference: Reference | undefined,
): number {
  const agreed = customer?.creditDays ?? 0;
  if (agreed > 0) return agreed;
  const own = settings['payment_terms_days'];
  return typeof own === 'number' ? own : (reference?.customer_credit_days ?? termsDefault);
}

/** The due date as it is shown: what was typed, or what the terms make of the date. */
export function dueDateText(draft: InvoiceDraft, terms: number, today: Day): string {
  if (draft.dueDate !== null) return draft.dueDate;
  const date = readDay(draft.date, today);
  return date === null ? '' : addDays(date, terms);
}

/** The rate for lines that name none, chosen as the server chooses it. */
export function defaultRateId(reference: Reference, settings: Readonly<Record<string, unknown>>): string | null {
  const { tax_rates: rates, vat_registered: isVendor } = reference;
  const preferred = rates.find((rate) => rate.id === settings['default_tax_rate_id']);
  if (preferred) return preferred.id;
  if (!isVendor) return rates.find((rate) => rate.treatment === 'out_of_scope')?.id ?? null;
  const usual = settings['standard_vat_percentage'];
  const wanted = decimal(typeof usual === 'number' ? String(usual) : '15');
  const rank = (rate: (typeof rates)[number]): number =>
    (compare(percentageOf(rate.percentage), wanted) === 0 ? 2 : 0) + (rate.id.endsWith('_STANDARD') ? 1 : 0);
  const standard = rates.filter((rate) => rate.treatment === 'standard');
  return standard.toSorted((a, b) => rank(b) - rank(a) || compare(percentageOf(b.percentage), percentageOf(a.percentage)))[0]?.id ?? null;
}

export const rateOf = (reference: Reference, id: string | null): VatRate | null => {
  const rate = reference.tax_rates.find((known) => known.id === id);
  return rate ? { treatment: rate.treatment, percentage: percentageOf(rate.percentage) } : null;
};

/** A line's figures; null while they cannot be worked out. */
export function priceOf(line: DraftLine, rate: VatRate | null, currency: string): PricedLine | null {
  const quantity = readNumber(line.quantity);
  const unitPrice = readNumber(line.unitPrice);
  return rate && quantity.kind === 'number' && unitPrice.kind === 'number'
    ? priceLine(decimal(quantity.value), decimal(unitPrice.value), rate, currency)
    : null;
}

/** The totals of all lines whose figures are known. */
export function totalsOf(draft: InvoiceDraft, reference: Reference, standardId: string | null): PricedDocument {
  const priced = draft.lines.map((line) => priceOf(line, rateOf(reference, line.taxRateId || standardId), reference.business.currency));
  return priceDocument(priced.filter((line) => line !== null));
}

const quantityMax = decimal('10000');
const priceMax = decimal('1000000');

function numberErrors(text: string, name: string, least: 'above zero' | 'from zero', most: Decimal): string[] {
  if (text.trim() === '') return [`${name} is missing.`];
  const reading = readNumber(text);
  if (reading.kind === 'none') return [`${name} is not a number. Write it like 1250.00.`];
  if (reading.kind === 'ambiguous') return [`${name} can mean ${reading.withThousands} or ${reading.withDecimals}. Say which one.`];
  const value = decimal(reading.value);
  if (compare(value, most) > 0) return [`${name} may be at most ${most.units.toLocaleString('en')}.`];
  if (least === 'above zero' && compare(value, zero) <= 0) return [`${name} must be more than 0.`];
  return compare(value, zero) < 0 ? [`${name} may not be below 0.`] : [];
}

const named = (entries: readonly (readonly [string, readonly string[]])[]): FieldErrors =>
  Object.fromEntries(entries.filter(([, messages]) => messages.length > 0));

/** What can be seen to be wrong without asking the server, field by field under the API's names. */
export function checkDraft(draft: InvoiceDraft, dueDate: string, today: Day): FieldErrors {
  const date = readDay(draft.date, today);
  const due = readDay(dueDate, today);
  const dayErrors = (text: string, name: string, day: Day | null): string[] =>
    day !== null ? [] : [text.trim() === '' ? `${name} is missing.` : `${name} is not a day that exists. Write it like 2026-11-21.`];
  return named([
    ['contact_id', draft.customer ? [] : ['Choose a customer.']],
    ['reference', draft.reference.trim() === '' ? ['Reference is missing.'] : []],
    ['date', dayErrors(draft.date, 'Date', date)],
    [
      'due_date',
      date !== null && due !== null && daysBetween(date, due) < 0
        ? ['The due date may not be before the date of the invoice.']
        : dayErrors(dueDate, 'Due date', due),
    ],
    ...draft.lines.flatMap((line, index) => [
      [`line_items[${index}].description`, line.description.trim() === '' ? ['Description is missing.'] : []] as const,
      [`line_items[${index}].quantity`, numberErrors(line.quantity, 'Quantity', 'above zero', quantityMax)] as const,
      [`line_items[${index}].unit_price`, numberErrors(line.unitPrice, 'Unit price', 'from zero', priceMax)] as const,
    ]),
  ]);
}

const plain = (text: string): string => {
  const reading = readNumber(text);
  return reading.kind === 'number' ? reading.value : text;
};

/** The request for a draft that {@link checkDraft} finds nothing wrong with. */
export function requestOf(draft: InvoiceDraft, dueDate: string, today: Day, standardId: string | null): Schemas['InvoiceRequest'] {
  return {
    contact_id: draft.customer?.id ?? '',
    reference: draft.reference.trim(),
    date: readDay(draft.date, today) ?? draft.date,
    due_date: readDay(dueDate, today) ?? dueDate,
    line_items: draft.lines.map((line) => ({
      description: line.description.trim(),
      quantity: plain(line.quantity),
      unit_price: plain(line.unitPrice),
      tax_rate_id: line.taxRateId || standardId,
      ledger_account_id: line.accountId || null,
    })),
    notes: draft.notes,
  };
}
