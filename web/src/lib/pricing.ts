import { currencyDecimals } from './currencies';
import { add, compare, type Decimal, decimal, multiply, round, sum, trim } from './decimal';

/** What the law says about a supply; nought per cent is not one thing. */
export type VatTreatment = 'standard' | 'zero_rated' | 'exempt' | 'out_of_scope';

export interface VatRate {
  readonly treatment: VatTreatment;
  /** Per cent; 0 for every treatment but the standard one. */
  readonly percentage: Decimal;
}

export interface PricedLine {
  readonly rate: VatRate;
  readonly net: Decimal;
  readonly vat: Decimal;
}

export interface RateTotals {
  readonly rate: VatRate;
  readonly net: Decimal;
  readonly vat: Decimal;
}

export interface PricedDocument {
  readonly byRate: readonly RateTotals[];
  readonly net: Decimal;
  readonly vat: Decimal;
  readonly gross: Decimal;
}

const treatments: readonly VatTreatment[] = ['standard', 'zero_rated', 'exempt', 'out_of_scope'];
const percent: Decimal = { units: 1n, scale: 2 };

/** The VAT to add to a price without VAT, rounded half away from zero to the currency's smallest unit (VAT Act s66). */
export const vatOnExclusive = (net: Decimal, percentage: Decimal, currency: string): Decimal =>
  round(multiply(multiply(net, percentage), percent), currencyDecimals(currency));

/** Prices one line: quantity times price is rounded first, VAT is worked out on that. */
export function priceLine(quantity: Decimal, unitPrice: Decimal, rate: VatRate, currency: string): PricedLine {
  const net = round(multiply(quantity, unitPrice), currencyDecimals(currency));
  return { rate, net, vat: vatOnExclusive(net, rate.percentage, currency) };
}

/** Sums lines by rate, highest percentage first and then by treatment. Totals are sums of rounded lines, never a rounded sum. */
export function priceDocument(lines: readonly PricedLine[]): PricedDocument {
  const keyOf = ({ treatment, percentage }: VatRate) => `${treatment} ${percentage.units} ${percentage.scale}`;
  const groups = new Map<string, PricedLine[]>();
  for (const line of lines) groups.set(keyOf(line.rate), [...(groups.get(keyOf(line.rate)) ?? []), line]);
  const byRate = [...groups.values()]
    .flatMap((group) =>
      group[0] ? [{ rate: group[0].rate, net: sum(group.map((line) => line.net)), vat: sum(group.map((line) => line.vat)) }] : [],
    )
    .sort(
      (a, b) =>
        compare(b.rate.percentage, a.rate.percentage) || treatments.indexOf(a.rate.treatment) - treatments.indexOf(b.rate.treatment),
    );
  const net = sum(byRate.map((rate) => rate.net));
  const vat = sum(byRate.map((rate) => rate.vat));
  return { byRate, net, vat, gross: add(net, vat) };
}

/** A percentage as the API sends it, with the zeros at its end dropped, so that 15 and 15.00 are one rate. */
export const percentageOf = (text: string): Decimal => trim(decimal(text), 0);
