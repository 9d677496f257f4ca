import { add, decimalText, parseDecimal, zero } from '@/lib/decimal';
import type { Contact, Reference } from '@/lib/queries';
import type { PaperLine, PaperParty, PaperRate } from './Paper';
import type { InvoiceDetails } from './queries';
import { rateWords, shortRateWords } from './words';

type Line = InvoiceDetails['line_items'][number];

/** The current business as papers name it. */
export const supplierOf = (reference: Reference | undefined): PaperParty => ({
  name: reference?.business.name ?? '',
  addressLines: reference?.address.split(', ').filter(Boolean) ?? [],
  vatNumber: reference?.vat_number ?? '',
});

/** The customer as papers name it: the name as on the document, the rest from the contact. */
export const customerOf = (name: string, contact: Contact | undefined): PaperParty => ({
  name,
  addressLines: contact
    ? [
        contact.address.line1,
        contact.address.line2,
        contact.address.city,
        contact.address.region,
        contact.address.postal_code,
        contact.address.country,
      ].filter((line) => line !== '')
    : [],
  vatNumber: contact?.vat_number ?? '',
});

/** The rate in our words where it is known, in Sage's otherwise. */
function wordsOfRate(words: typeof rateWords, reference: Reference | undefined, line: Line): string {
  const rate = reference?.tax_rates.find((known) => known.id === line.tax_rate_id);
  return rate ? words(rate.treatment, rate.percentage) : line.tax_rate_name;
}

/** The lines as papers show them. */
export const linesOf = (lines: readonly Line[], reference: Reference | undefined): readonly PaperLine[] =>
  lines.map((line) => ({
    description: line.description,
    quantity: line.quantity,
    unitPrice: line.unit_price,
    rate: wordsOfRate(shortRateWords, reference, line),
    net: line.net_amount,
  }));

/** The sums of the lines at one rate, in the order in which the rates occur. */
export function ratesOf(lines: readonly Line[], reference: Reference | undefined): readonly PaperRate[] {
  const sums = new Map<string, { net: typeof zero; vat: typeof zero }>();
  for (const line of lines) {
    const words = wordsOfRate(rateWords, reference, line);
    const { net, vat } = sums.get(words) ?? { net: zero, vat: zero };
    sums.set(words, { net: add(net, parseDecimal(line.net_amount) ?? zero), vat: add(vat, parseDecimal(line.vat_amount) ?? zero) });
  }
  return [...sums].map(([rate, { net, vat }]) => ({ rate, net: decimalText(net), vat: decimalText(vat) }));
}
