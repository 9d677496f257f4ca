import { expect, test } from 'vitest';
import { moneyPage, moneyText as contract, tableUnder } from '@/test/documents';
import { decimal } from './decimal';
import { moneyColumn, moneyText, numberText, priceText } from './money';

test.each(contract.format)('$amount $currency is $screen on screen and $column in a column', ({ amount, currency, screen, column }) => {
  expect(moneyText(amount, currency)).toBe(screen);
  expect(moneyColumn(amount, currency)).toBe(column);
});

test.each(tableUnder(moneyPage, 'What is shown, and what may be typed'))(
  'The page on money shows %s %s as %s',
  (amount, currency, shown) => {
    expect(moneyText(amount, currency)).toBe(shown);
  },
);

test('An unknown amount is a dash and not nothing', () => {
  for (const unknown of [null, undefined, 'rubbish']) {
    expect(moneyText(unknown, 'ZAR')).toBe('–');
    expect(moneyColumn(unknown, 'ZAR')).toBe('–');
    expect(priceText(unknown, 'ZAR')).toBe('–');
    expect(numberText(unknown)).toBe('–');
  }
  expect(moneyColumn('0', 'ZAR')).toBe('0.00');
});

test('An amount worked out here reads like one from the server', () => {
  expect(moneyText(decimal('6900'), 'ZAR')).toBe('R 6,900.00');
});

test('A unit price keeps its extra decimals and never has fewer than the currency', () => {
  expect(priceText('0.1250', 'ZAR')).toBe('0.125');
  expect(priceText('6900', 'ZAR')).toBe('6,900.00');
  expect(priceText('100', 'JPY')).toBe('100');
  expect(priceText('-1250.5', 'ZAR')).toBe('(1,250.50)');
});

test('A quantity loses the zeros at its end and keeps its thousands', () => {
  expect(numberText('2.500')).toBe('2.5');
  expect(numberText('1250')).toBe('1,250');
  expect(numberText('-3')).toBe('(3)');
});
