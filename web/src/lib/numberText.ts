import { decimalText, negate, parseDecimal } from './decimal';

/**
 * What a typed number was understood as: one number and no doubt; two, of which the person has to choose; or none. Numbers are plain text
 * with the decimals that were typed.
 */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'ambiguous'; readonly withThousands: string; readonly withDecimals: string }
  | { readonly kind: 'none' };

/** Longer than any number with its marks and spaces; bounds the work that a text can cause. */
const lengthMax = 64;

/** As many digits as the server takes. */
const digitsMax = 28;

// The server's white space, spelled out, because each platform's \s and trim differ in a few characters.
const space = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const around = new RegExp(`^${space}+|${space}+$`, 'g');
const frame = new RegExp(
  `^(\\()?${space}*([-−])?${space}*(?:[Rr]|[Zz][Aa][Rr]|[£€$])?${space}*([-−])?${space}*([0-9.,][0-9., \\u00a0\\u202f]*?)${space}*(\\))?$`,
);
const integer = /^(?:\d*|\d{1,3}(?:([, .\u00a0\u202f])\d{3}(?:\1\d{3})*))$/;
const oneCommaAndThreeDigits = /^(?!0+,)\d{1,3},\d{3}$/;
const none: NumberReading = { kind: 'none' };

/**
 * Reads one number as people in South Africa type it: `6900`, `6 900,00`, `6,900.00`, with or without the sign of the rand, pound, euro or
 * dollar. A comma before exactly three digits (`1,234`) is asked about and never guessed. The server reads alike; both are held to
 * contracts/ledgerbridge/money-text.json.
 */
export function readNumber(text: string): NumberReading {
  const trimmed = text.replace(around, '');
  const match = trimmed.length <= lengthMax ? frame.exec(trimmed) : null;
  if (!match) return none;
  const [, open, minusBefore, minusAfter, digits = '', close] = match;
  const negations = [open, minusBefore, minusAfter].filter((mark) => mark !== undefined).length;
  if (negations > 1 || (open === undefined) !== (close === undefined)) return none;
  return readDigits(digits, negations === 1);
}

function readDigits(digits: string, negative: boolean): NumberReading {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  const separator = Math.max(point, comma);
  if (separator < 0) return number(digits, digits.length, negative);
  if (point >= 0 && comma >= 0) return number(digits, separator, negative);
  const mark = digits.charAt(separator);
  if (digits.indexOf(mark) !== separator) return number(digits, digits.length, negative);
  if (oneCommaAndThreeDigits.test(digits)) {
    return {
      kind: 'ambiguous',
      withThousands: valueText(digits.replace(',', ''), '', negative),
      withDecimals: valueText(digits.slice(0, separator), digits.slice(separator + 1), negative),
    };
  }
  return number(digits, separator, negative);
}

/** Takes the character at the separator for the decimal sign; all before it must be plain or grouped in threes. */
function number(digits: string, separator: number, negative: boolean): NumberReading {
  const before = digits.slice(0, separator);
  const decimals = digits.slice(separator + 1);
  if (!integer.test(before) || !/^\d*$/.test(decimals) || !/\d/.test(digits)) return none;
  const plain = before.replace(/\D/g, '').replace(/^0+/, '');
  return plain.length + decimals.length > digitsMax ? none : { kind: 'number', value: valueText(plain, decimals, negative) };
}

function valueText(before: string, decimals: string, negative: boolean): string {
  const value = parseDecimal(`0${before}.${decimals}`) ?? { units: 0n, scale: 0 };
  return decimalText(negative ? negate(value) : value);
}
