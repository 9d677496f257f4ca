import { expect, test } from 'vitest';
import { decimalText } from '@/lib/decimal';
import { eventText, subjectOf } from '@/lib/runWords';
import { differencesOf } from './difference';
import { durationText, postingText } from './words';

const document = {
  currency: 'ZAR',
  lines: [
    { quantity: '3', unit_price: '0.335', vat: '0.15 ZAR', discount: null },
    { quantity: '2', unit_price: '10.00', vat: '2.85 ZAR', discount: '1.00 ZAR' },
  ],
  terms: { carriage: { net: '5.00 ZAR', tax_rate_id: 'ZA_STANDARD', vat: '0.75 ZAR' } },
};

const told = (answer: unknown, request: unknown = document) =>
  differencesOf({ request, answer }).map((row) => [row.name, decimalText(row.planned), decimalText(row.booked), decimalText(row.between)]);

test('The planned figures are those of the rounded lines, less discounts, with carriage', () => {
  expect(told({ net: '25.01 ZAR', vat: '3.76 ZAR', gross: '28.77 ZAR' })).toEqual([
    ['Net', '25.01', '25.01', '0.00'],
    ['VAT', '3.75', '3.76', '0.01'],
    ['Total', '28.76', '28.77', '0.01'],
  ]);
});

test('Figures that agree are no difference', () => {
  expect(told({ net: '25.01 ZAR', vat: '3.75 ZAR', gross: '28.76 ZAR' })).toEqual([]);
});

test.each([
  [null, document],
  [{ id: 'c_1' }, document],
  [{ net: '1.00 ZAR', vat: '0.15 ZAR', gross: '1.15 ZAR' }, { contact_id: 'c_1' }],
  [
    { net: '1.00 ZAR', vat: '0.15 ZAR', gross: '1.15 ZAR' },
    { currency: 'ZAR', lines: [{ quantity: 'many' }] },
  ],
])('What cannot be compared is no difference: %j', (answer, request) => {
  expect(told(answer, request)).toEqual([]);
});

test('A document is called by its number, and by its id where it has none', () => {
  expect(subjectOf({ event: 'creditmemo.created', entity_type: 'creditmemo', entity_id: 7, number: '000000007' })).toBe(
    'Credit memo 000000007',
  );
  expect(subjectOf({ event: 'product.upserted', entity_type: 'product', entity_id: 12, number: '' })).toBe('Product no. 12');
});

test('Words of the API that nobody has a phrase for are still readable', () => {
  expect([eventText('order.shipped'), postingText('gift_card_create')]).toEqual(['Order shipped', 'Gift card create']);
});

test.each([
  ['2026-11-21T10:00:00.840Z', '0.8 s'],
  ['2026-11-21T10:00:42Z', '42 s'],
  ['2026-11-21T10:03:10Z', '3 min'],
  ['2026-11-21T13:00:00Z', '3 h'],
  ['2026-11-21T09:59:59Z', '0 s'],
])('Until %s is %s', (to, words) => {
  expect(durationText('2026-11-21T10:00:00Z', to)).toBe(words);
});
