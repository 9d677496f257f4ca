import { expect, test } from 'vitest';
import { decimalText } from '@/lib/decimal';
import { someContact, someReference, today } from '@/test/some';
import {
  checkDraft,
  customerOf,
  defaultRateId,
  dueDateText,
  type InvoiceDraft,
  newDraft,
  newLine,
  requestOf,
  suggestedReference,
  termsOf,
  totalsOf,
} from './draft';
import { hintsFor } from './hints';

const reference = someReference();
const line = { ...newLine(1), description: ' Consulting ', quantity: '2', unitPrice: '6 900,00' };
const draft: InvoiceDraft = { ...newDraft(today, 'INV-1', ''), customer: customerOf(someContact()), lines: [line] };
const check = (part: Partial<InvoiceDraft>) => checkDraft({ ...draft, ...part }, dueDateText({ ...draft, ...part }, 30, today), today);
const checkLine = (part: Partial<typeof line>) => check({ lines: [{ ...line, ...part }] });

test('A reference is suggested from the day and the minute', () => {
  expect(suggestedReference('2026-11-21', '16:37')).toBe('INV-20261121-1637');
});

test('The terms are the customer’s, else the workspace’s, else those of the books', () => {
  const customer = customerOf(someContact({ credit_days: 7 }));
  expect(termsOf(customer, { payment_terms_days: 60 }, reference)).toBe(7);
  expect(termsOf(customerOf(someContact()), { payment_terms_days: 60 }, reference)).toBe(60);
  expect(termsOf(null, {}, reference)).toBe(14);
  expect(termsOf(null, {}, someReference({ customer_credit_days: null }))).toBe(30);
});

test('The due date follows the date and the terms until it is typed', () => {
  expect(dueDateText(draft, 30, today)).toBe('2026-12-21');
  expect(dueDateText({ ...draft, date: '1 Dec 2026' }, 30, today)).toBe('2026-12-31');
  expect(dueDateText({ ...draft, dueDate: '2026-11-30' }, 30, today)).toBe('2026-11-30');
  expect(dueDateText({ ...draft, date: 'rubbish' }, 30, today)).toBe('');
});

test('New lines bear the chosen rate, else the standard one, and none in books without VAT', () => {
  expect(defaultRateId(reference, {})).toBe('ZA_STANDARD');
  expect(defaultRateId(reference, { default_tax_rate_id: 'ZA_ZERO' })).toBe('ZA_ZERO');
  expect(defaultRateId(reference, { default_tax_rate_id: 'gone' })).toBe('ZA_STANDARD');
  expect(defaultRateId(reference, { standard_vat_percentage: '14' })).toBe('ZA_STANDARD');
  expect(defaultRateId(reference, { standard_vat_percentage: 14 })).toBe('ZA_OLD');
  expect(defaultRateId(someReference({ vat_registered: false }), {})).toBe('ZA_NO_VAT');
  expect(defaultRateId(someReference({ tax_rates: [] }), {})).toBeNull();
});

test('A finished draft has nothing wrong with it', () => {
  expect(check({})).toEqual({});
});

test('What is missing is named field by field', () => {
  const errors = checkDraft({ ...newDraft('', '', ''), date: '' }, '', today);
  expect(errors).toEqual({
    contact_id: ['Choose a customer.'],
    reference: ['Reference is missing.'],
    date: ['Date is missing.'],
    due_date: ['Due date is missing.'],
    'line_items[0].description': ['Description is missing.'],
    'line_items[0].unit_price': ['Unit price is missing.'],
  });
});

test.each([
  [{ quantity: '0' }, 'line_items[0].quantity', 'Quantity must be more than 0.'],
  [{ quantity: '-1' }, 'line_items[0].quantity', 'Quantity must be more than 0.'],
  [{ quantity: '10000.01' }, 'line_items[0].quantity', 'Quantity may be at most 10,000.'],
  [{ quantity: '' }, 'line_items[0].quantity', 'Quantity is missing.'],
  [{ unitPrice: '-1' }, 'line_items[0].unit_price', 'Unit price may not be below 0.'],
  [{ unitPrice: '1000000.01' }, 'line_items[0].unit_price', 'Unit price may be at most 1,000,000.'],
  [{ unitPrice: 'ten' }, 'line_items[0].unit_price', 'Unit price is not a number. Write it like 1250.00.'],
  [{ unitPrice: '1,234' }, 'line_items[0].unit_price', 'Unit price can mean 1234 or 1.234. Say which one.'],
])('A line with %o is stopped', (part, field, message) => {
  expect(checkLine(part)).toEqual({ [field]: [message] });
});

test('Nothing and a million are prices', () => {
  expect(checkLine({ unitPrice: '0' })).toEqual({});
  expect(checkLine({ unitPrice: '1 000 000,00', quantity: '10000' })).toEqual({});
});

test('The due date may not be before the date, and both must exist', () => {
  expect(check({ dueDate: '2026-11-20' })).toEqual({ due_date: ['The due date may not be before the date of the invoice.'] });
  expect(check({ date: '31/4/2026', dueDate: '2026-12-01' })).toEqual({
    date: ['Date is not a day that exists. Write it like 2026-11-21.'],
  });
});

test('The request carries plain numbers, ISO days and the rate of the line', () => {
  const lines = [
    line,
    { ...newLine(2), description: 'Bread', quantity: '1', unitPrice: '10', taxRateId: 'ZA_ZERO', accountId: 'acc_sales' },
  ];
  expect(
    requestOf({ ...draft, date: '21/11/2026', lines, reference: ' INV-1 ', notes: 'Thanks' }, '1 Dec 2026', today, 'ZA_STANDARD'),
  ).toEqual({
    contact_id: 'c_baobab',
    reference: 'INV-1',
    date: '2026-11-21',
    due_date: '2026-12-01',
    line_items: [
      { description: 'Consulting', quantity: '2', unit_price: '6900.00', tax_rate_id: 'ZA_STANDARD', ledger_account_id: null },
      { description: 'Bread', quantity: '1', unit_price: '10', tax_rate_id: 'ZA_ZERO', ledger_account_id: 'acc_sales' },
    ],
    notes: 'Thanks',
  });
});

test('Totals leave out the lines that cannot be read yet', () => {
  const totals = totalsOf({ ...draft, lines: [line, { ...line, key: 2, unitPrice: '1,234' }] }, reference, 'ZA_STANDARD');
  expect(decimalText(totals.gross)).toBe('15870.00');
});

const hints = (part: Partial<InvoiceDraft>, books = reference) =>
  hintsFor({ ...draft, ...part }, totalsOf({ ...draft, ...part }, books, 'ZA_STANDARD'), books)?.map(
    ({ rule, message }) => `${rule}: ${message}`,
  );
const bare = customerOf(
  someContact({ vat_number: '', address: { line1: '', line2: '', city: '', region: '', postal_code: '', country: 'ZA' } }),
);

test('A full tax invoice needs the customer’s address and VAT number, a small one does not', () => {
  expect(hints({ customer: bare })).toEqual([
    'VAT Act s20(4)(c): The customer’s address. Add it to the contact.',
    'VAT Act s20(4)(c): The customer’s VAT number, if the customer is a vendor. Add it to the contact.',
  ]);
  expect(hints({ customer: bare, lines: [{ ...line, quantity: '1', unitPrice: '4347.83' }] })).toEqual([]);
  expect(hints({ customer: bare, lines: [{ ...line, quantity: '1', unitPrice: '4347.84' }] })).toHaveLength(2);
});

test('A zero-rated line makes a small invoice a full one', () => {
  expect(hints({ customer: bare, lines: [{ ...line, quantity: '1', unitPrice: '10', taxRateId: 'ZA_ZERO' }] })).toHaveLength(2);
});

test('What the business itself lacks is told first, with the rule of its kind', () => {
  const books = someReference({ address: '', vat_number: '' });
  expect(hints({}, books)).toEqual([
    'VAT Act s20(4)(b): Your business’s address. Add it in Sage’s business settings.',
    'VAT Act s20(4)(b): Your VAT number. Add it in Sage’s financial settings.',
  ]);
});

test('A malformed VAT number of the customer is pointed out', () => {
  expect(hints({ customer: customerOf(someContact({ vat_number: '123' })) })).toEqual([
    'VAT Act s20(4)(c): The customer’s VAT number has not ten digits beginning with 4. Correct it on the contact.',
  ]);
});

test('Books that are not South African, or not registered, ask for no South African tax invoice', () => {
  const british = { ...reference, business: { ...reference.business, country: 'GB' } };
  expect(hints({}, british)).toBeUndefined();
  expect(hints({}, someReference({ vat_registered: false }))).toBeUndefined();
});
