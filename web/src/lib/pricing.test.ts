import { expect, test } from 'vitest';
import { moneyPage, tableUnder } from '@/test/documents';
import { decimal, decimalText } from './decimal';
import { moneyText } from './money';
import { percentageOf, priceDocument, priceLine, type VatRate } from './pricing';

const rateNamed = (name: string): VatRate => {
  const treatments = { 'zero-rated': 'zero_rated', exempt: 'exempt', 'outside the tax': 'out_of_scope' } as const;
  return name in treatments
    ? { treatment: treatments[name as keyof typeof treatments], percentage: percentageOf('0') }
    : { treatment: 'standard', percentage: percentageOf(name.replace(' %', '')) };
};
const plain = (shown: string): string =>
  shown
    .replace(/^\((.*)\)$/, '-$1')
    .replace('R ', '')
    .replaceAll(',', '');
const standard = rateNamed('15 %');
const price = (quantity: string, unitPrice: string, rate = standard) => priceLine(decimal(quantity), decimal(unitPrice), rate, 'ZAR');

test.each(tableUnder(moneyPage, 'VAT on a price that does not include it'))(
  'As the page on money says, %s at %s bears VAT of %s and comes to %s',
  (net = '', rate = '', vat, gross) => {
    const document = priceDocument([price('1', plain(net), rateNamed(rate))]);
    expect(moneyText(document.vat, 'ZAR')).toBe(vat);
    expect(moneyText(document.gross, 'ZAR')).toBe(gross);
  },
);

test.each(tableUnder(moneyPage, 'Line by line'))('As the page on money says, %s lines of %s bear VAT of %s', (count, each = '', vat) => {
  const lines = Array.from({ length: Number(count) }, () => price('1', plain(each)));
  expect(moneyText(priceDocument(lines).vat, 'ZAR')).toBe(vat);
});

test('Quantity times price is rounded before VAT is worked out on it', () => {
  const line = price('3', '0.335');
  expect(decimalText(line.net)).toBe('1.01');
  expect(decimalText(line.vat)).toBe('0.15');
});

test('A currency without cents is rounded to whole units', () => {
  expect(decimalText(priceLine(decimal('1'), decimal('105'), { treatment: 'standard', percentage: percentageOf('10') }, 'JPY').vat)).toBe(
    '11',
  );
});

test('Rates are summed apart, the highest first, and nought per cent is three things', () => {
  const document = priceDocument([
    price('1', '10', rateNamed('exempt')),
    price('1', '20', rateNamed('zero-rated')),
    price('1', '100'),
    price('2', '50', { treatment: 'standard', percentage: percentageOf('15.00') }),
    price('1', '1', rateNamed('14 %')),
  ]);
  expect(document.byRate.map(({ rate, net }) => `${rate.treatment} ${decimalText(rate.percentage)}: ${decimalText(net)}`)).toEqual([
    'standard 15: 200.00',
    'standard 14: 1.00',
    'zero_rated 0: 20.00',
    'exempt 0: 10.00',
  ]);
  expect(moneyText(document.net, 'ZAR')).toBe('R 231.00');
  expect(moneyText(document.gross, 'ZAR')).toBe('R 261.14');
});

test('No lines come to nothing', () => {
  expect(moneyText(priceDocument([]).gross, 'ZAR')).toBe('R 0.00');
});
