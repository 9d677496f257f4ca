import { add, compare, type Decimal, negate, parseDecimal, zero } from '@/lib/decimal';
import type { RunPosting } from '@/lib/ledgerApi';

/** One figure as it was planned and as Sage booked it. */
export interface Difference {
  readonly name: string;
  readonly currency: string;
  readonly planned: Decimal;
  readonly booked: Decimal;
  /** What Sage has more, negative for less. */
  readonly between: Decimal;
}

const figures = [
  ['Net', ['net', 'net_amount']],
  ['VAT', ['vat', 'vat_amount']],
  ['Total', ['gross', 'gross_amount', 'total', 'total_amount', 'amount']],
] as const;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const money = /^(-?\d+(?:\.\d+)?)(?: ([A-Z]{3}))?$/;

/** An amount as the journal keeps it: `115.00 ZAR`, or a plain number beside a field `currency`. */
function amountIn(document: unknown, names: readonly string[]): { readonly value: Decimal; readonly currency: string } | null {
  if (!isFields(document)) return null;
  for (const name of names) {
    const text = document[name];
    const [, number, currency] = (typeof text === 'string' ? money.exec(text) : null) ?? [];
    const value = number === undefined ? null : parseDecimal(number);
    if (value) return { value, currency: currency ?? (typeof document['currency'] === 'string' ? document['currency'] : '') };
  }
  return null;
}

/** The planned figures of a posting stand in it itself or under `expected`. */
const plannedIn = (request: unknown, names: readonly string[]) =>
  (isFields(request) ? amountIn(request['expected'], names) : null) ?? amountIn(request, names);

/** The figures of a posting that were planned and booked; empty when they cannot be compared or all agree. */
export function differencesOf(posting: Pick<RunPosting, 'request' | 'answer'>): readonly Difference[] {
  const rows = figures.flatMap(([name, names]) => {
    const planned = plannedIn(posting.request, names);
    const booked = amountIn(posting.answer, names);
    if (!planned || !booked) return [];
    const currency = booked.currency === '' ? planned.currency : booked.currency;
    return [{ name, currency, planned: planned.value, booked: booked.value, between: add(booked.value, negate(planned.value)) }];
  });
  return rows.some((row) => compare(row.between, zero) !== 0) ? rows : [];
}
