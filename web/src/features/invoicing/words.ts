import { moneyText, numberText } from '@/lib/money';
import type { VatTreatment } from '@/lib/pricing';
import type { Invoice } from './queries';

/** What people call an invoice: its number, or for a draft its reference. */
export const nameOf = (invoice: Pick<Invoice, 'number' | 'reference'>): string => invoice.number ?? `draft ${invoice.reference}`;

/** `SI-27 for R 6,900.00` */
export const nameWithAmount = (invoice: Invoice): string => `${nameOf(invoice)} for ${moneyText(invoice.gross_amount, invoice.currency)}`;

const treatmentWords: Record<VatTreatment, string> = {
  standard: 'Standard rate',
  zero_rated: 'Zero-rated',
  exempt: 'Exempt',
  out_of_scope: 'Outside VAT',
};

/** `Standard rate 15 %`, `Zero-rated`: nought per cent is not one thing. */
export const rateWords = (treatment: VatTreatment, percentage: string): string =>
  treatment === 'standard' ? `${treatmentWords.standard} ${numberText(percentage)}\u00a0%` : treatmentWords[treatment];

/** `15 %`, `Zero-rated`: as beside a line. */
export const shortRateWords = (treatment: VatTreatment, percentage: string): string =>
  treatment === 'standard' ? `${numberText(percentage)}\u00a0%` : treatmentWords[treatment];
