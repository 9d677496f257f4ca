import { currencyDecimals, currencySymbol } from './currencies';
import { type Decimal, decimalText, parseDecimal, round, trim } from './decimal';

/** What stands where an amount is not known. */
export const unknownAmount = '–';

/** An amount as the API sends it (plain text), as it was worked out here, or not known. */
export type Amount = string | Decimal | null | undefined;

export const amountOf = (amount: Amount): Decimal | null =>
  amount === null || amount === undefined ? null : typeof amount === 'string' ? parseDecimal(amount) : amount;

const grouped = (digits: string): string => {
  const [integer = '', fraction] = digits.split('.');
  const withCommas = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
};

const digitsOf = (value: Decimal): string =>
  grouped(decimalText({ units: value.units < 0n ? -value.units : value.units, scale: value.scale }));

/** With the currency's sign, as `R 6,900.00`; negative in parentheses; a dash when not known. */
export function moneyText(amount: Amount, currency: string): string {
  const value = amountOf(amount);
  if (!value) return unknownAmount;
  const rounded = round(value, currencyDecimals(currency));
  const text = `${currencySymbol(currency)} ${digitsOf(rounded)}`;
  return rounded.units < 0n ? `(${text})` : text;
}

/** As {@link moneyText} without the sign, for columns that name the currency once in their head. */
export function moneyColumn(amount: Amount, currency: string): string {
  const value = amountOf(amount);
  if (!value) return unknownAmount;
  const rounded = round(value, currencyDecimals(currency));
  return rounded.units < 0n ? `(${digitsOf(rounded)})` : digitsOf(rounded);
}

/** The price of one, which may have more decimals than the currency: `0.125`, but never fewer: `6,900.00`. */
export function priceText(amount: Amount, currency: string): string {
  const value = amountOf(amount);
  if (!value) return unknownAmount;
  const least = currencyDecimals(currency);
  const shown = value.scale < least ? round(value, least) : trim(value, least);
  return shown.units < 0n ? `(${digitsOf(shown)})` : digitsOf(shown);
}

/** A number that is no money, such as a quantity or a percentage: `1,250.5`. */
export function numberText(amount: Amount): string {
  const value = amountOf(amount);
  if (!value) return unknownAmount;
  const shown = trim(value, 0);
  return shown.units < 0n ? `(${digitsOf(shown)})` : digitsOf(shown);
}
