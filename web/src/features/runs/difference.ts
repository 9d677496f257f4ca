import { currencyDecimals } from '@/lib/currencies';
import { add, compare, type Decimal, multiply, negate, parseDecimal, round, sum, zero } from '@/lib/decimal';
import type { RunPosting } from '@/lib/runs';

/** One figure as it was planned and as Sage booked it. */
export interface Difference {
  readonly name: string;
  readonly currency: string;
  readonly planned: Decimal;
  readonly booked: Decimal;
  /** What Sage has more, negative for less. */
  readonly between: Decimal;
}

interface Figures {
  readonly net: Decimal;
  readonly vat: Decimal;
  readonly gross: Decimal;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** An amount as the journal keeps it: `115.00 ZAR`, or a plain number; null when it is none. */
const amountOf = (value: unknown): Decimal | null => (typeof value === 'string' ? parseDecimal(value.split(' ')[0] ?? '') : null);

/** The figures of the document as it was sent: each line is rounded, and then added up. Null when it is no document with lines. */
function plannedIn(request: unknown): (Figures & { readonly currency: string }) | null {
  const { currency, lines, terms } = fieldsOf(request);
  if (typeof currency !== 'string' || !Array.isArray(lines)) return null;
  const decimals = currencyDecimals(currency);
  const carriage = fieldsOf(fieldsOf(terms)['carriage']);
  const nets: Decimal[] = [amountOf(carriage['net']) ?? zero];
  const vats: Decimal[] = [amountOf(carriage['vat']) ?? zero];
  for (const line of lines.map(fieldsOf)) {
    const quantity = amountOf(line['quantity']);
    const price = amountOf(line['unit_price']);
    const vat = amountOf(line['vat']);
    if (!quantity || !price || !vat) return null;
    nets.push(add(round(multiply(quantity, price), decimals), negate(amountOf(line['discount']) ?? zero)));
    vats.push(vat);
  }
  const [net, vat] = [sum(nets), sum(vats)];
  return { currency, net, vat, gross: add(net, vat) };
}

/** The figures of a document that Sage answered; null when there are none. */
function bookedIn(answer: unknown): Figures | null {
  const fields = fieldsOf(answer);
  const [net, vat, gross] = [amountOf(fields['net']), amountOf(fields['vat']), amountOf(fields['gross'])];
  return net && vat && gross ? { net, vat, gross } : null;
}

const names = { net: 'Net', vat: 'VAT', gross: 'Total' } as const;

/** The figures of a posting that were planned and booked; empty when they cannot be compared or all agree. */
export function differencesOf(posting: Pick<RunPosting, 'request' | 'answer'>): readonly Difference[] {
  const planned = plannedIn(posting.request);
  const booked = bookedIn(posting.answer);
  if (!planned || !booked) return [];
  const rows = (['net', 'vat', 'gross'] as const).map((figure) => ({
    name: names[figure],
    currency: planned.currency,
    planned: planned[figure],
    booked: booked[figure],
    between: add(booked[figure], negate(planned[figure])),
  }));
  return rows.some((row) => compare(row.between, zero) !== 0) ? rows : [];
}
