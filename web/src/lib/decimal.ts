/**
 * An exact decimal number: units × 10^-scale. Amounts are never a JavaScript number, because a binary fraction loses cents.
 */
export interface Decimal {
  readonly units: bigint;
  /** How many of the digits stand after the point; 0 or more. */
  readonly scale: number;
}

const plain = /^(-)?(\d*)(?:\.(\d*))?$/;

export const zero: Decimal = { units: 0n, scale: 0 };

/** Reads plain text such as `-1250.00`, as the API sends it; null when it is none. */
export function parseDecimal(text: string): Decimal | null {
  const match = plain.exec(text);
  const [, minus, integer = '', fraction = ''] = match ?? [];
  if (!match || (integer === '' && fraction === '')) return null;
  const units = BigInt(integer + fraction);
  return { units: minus ? -units : units, scale: fraction.length };
}

/** As {@link parseDecimal}, for text that is known to be a number. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new Error(`'${text}' is no plain decimal number.`);
  return value;
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

const unitsAt = (value: Decimal, scale: number): bigint => value.units * power(scale - value.scale);

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export const sum = (values: readonly Decimal[]): Decimal => values.reduce(add, zero);

export const negate = (value: Decimal): Decimal => ({ units: -value.units, scale: value.scale });

export const multiply = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });

/** Below zero, zero or above zero as a is less than, equal to or greater than b. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Half and more goes away from zero (VAT Act s66), as the server does it. */
function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
}

/** Rounds to so many decimals, half away from zero. */
export function round(value: Decimal, scale: number): Decimal {
  return value.scale <= scale
    ? { units: unitsAt(value, scale), scale }
    : { units: roundedQuotient(value.units, power(value.scale - scale)), scale };
}

/** Drops zeros at the end until only so many decimals are left. */
export function trim(value: Decimal, leastScale: number): Decimal {
  let { units, scale } = value;
  while (scale > leastScale && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}

/** Plain text with all the decimals the number has: `6900.00`. */
export function decimalText(value: Decimal): string {
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, '0');
  const point = digits.length - value.scale;
  return `${value.units < 0n ? '-' : ''}${digits.slice(0, point)}${value.scale > 0 ? `.${digits.slice(point)}` : ''}`;
}
