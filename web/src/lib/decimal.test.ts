import { expect, test } from 'vitest';
import { add, compare, decimal, decimalText, multiply, negate, parseDecimal, round, sum, trim, zero } from './decimal';

test.each(['', '.', '-', '1e5', '1.2.3', '--1', '1,5', ' 1', 'NaN', '+1'])('"%s" is no plain number', (text) => {
  expect(parseDecimal(text)).toBeNull();
  expect(() => decimal(text)).toThrow();
});

test.each([
  ['0.005', '0.01'],
  ['0.015', '0.02'],
  ['0.0149999', '0.01'],
  ['-0.005', '-0.01'],
  ['-0.0149999', '-0.01'],
  ['2.5', '2.50'],
  ['7', '7.00'],
])('%s rounded to two decimals is %s, half away from zero', (value, rounded) => {
  expect(decimalText(round(decimal(value), 2))).toBe(rounded);
});

test('Tenths add up exactly', () => {
  expect(decimalText(sum(Array.from({ length: 10 }, () => decimal('0.1'))))).toBe('1.0');
  expect(decimalText(add(decimal('0.1'), decimal('0.20')))).toBe('0.30');
  expect(sum([])).toEqual(zero);
});

test('Figures beyond the reach of a JavaScript number stay exact', () => {
  expect(decimalText(multiply(decimal('9007199254740993'), decimal('1.01')))).toBe('9097271247288402.93');
});

test('Numbers are compared by value and not by their decimals', () => {
  expect(compare(decimal('1.50'), decimal('1.5'))).toBe(0);
  expect(compare(decimal('-1'), decimal('0.001'))).toBeLessThan(0);
  expect(compare(decimal('2'), decimal('1.999'))).toBeGreaterThan(0);
});

test('Zeros at the end go, down to the decimals that are wanted', () => {
  expect(decimalText(trim(decimal('15.0000'), 0))).toBe('15');
  expect(decimalText(trim(decimal('15.5000'), 2))).toBe('15.50');
  expect(decimalText(negate(decimal('0.50')))).toBe('-0.50');
});
