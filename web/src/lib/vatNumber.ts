export type VatNumberCheck = 'valid' | 'check-digit-differs' | 'malformed';

const digitsWanted = /^4\d{9}$/;

/**
 * Looks at a South African VAT number as people write or paste it. The check digit is a warning and never a refusal: no statute publishes
 * that check for VAT numbers.
 */
export function checkVatNumber(text: string): VatNumberCheck {
  const digits = text.replace(/\s/g, '');
  if (!digitsWanted.test(digits)) return 'malformed';
  const total = digits
    .split('')
    .reverse()
    .reduce((running, digit, place) => {
      const weighted = Number(digit) * (place % 2 === 1 ? 2 : 1);
      return running + (weighted > 9 ? weighted - 9 : weighted);
    }, 0);
  return total % 10 === 0 ? 'valid' : 'check-digit-differs';
}
