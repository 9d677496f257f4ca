import { compare, decimal } from '@/lib/decimal';
import type { PricedDocument } from '@/lib/pricing';
import type { Reference } from '@/lib/queries';
import { checkVatNumber } from '@/lib/vatNumber';
import type { InvoiceDraft } from './draft';
import type { Gap } from './Missing';

/** Up to this a shorter tax invoice without the customer's particulars will do (VAT Act s20(5)). */
const abridgedMost = decimal('5000');
const southAfrica = 'ZA';

/**
 * What can be seen to be missing for a valid South African tax invoice before the server has checked it; the preview has the last word.
 * Null where no such rule holds.
 */
export function hintsFor(draft: InvoiceDraft, totals: PricedDocument, reference: Reference): readonly Gap[] | null {
  if (reference.business.country !== southAfrica || !reference.vat_registered) return null;
  const isFull = compare(totals.gross, abridgedMost) > 0 || totals.byRate.some(({ rate }) => rate.treatment === 'zero_rated');
  const supplierRule = isFull ? 'VAT Act s20(4)(b)' : 'VAT Act s20(5)(b)';
  const customerRule = 'VAT Act s20(4)(c)';
  const { customer } = draft;
  const gaps: (Gap | null)[] = [
    reference.address === '' ? { rule: supplierRule, message: 'Your business’s address. Add it in Sage’s business settings.' } : null,
    reference.vat_number === '' ? { rule: supplierRule, message: 'Your VAT number. Add it in Sage’s financial settings.' } : null,
    isFull && customer && !customer.hasAddress ? { rule: customerRule, message: 'The customer’s address. Add it to the contact.' } : null,
    isFull && customer?.vatNumber === ''
      ? { rule: customerRule, message: 'The customer’s VAT number, if the customer is a vendor. Add it to the contact.' }
      : null,
    isFull && customer && customer.vatNumber !== '' && checkVatNumber(customer.vatNumber) === 'malformed'
      ? { rule: customerRule, message: 'The customer’s VAT number has not ten digits beginning with 4. Correct it on the contact.' }
      : null,
  ];
  return gaps.filter((gap) => gap !== null);
}
