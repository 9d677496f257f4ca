import { expect, test } from 'vitest';
import { moneyPage, moneyText as contract, tableUnder } from '@/test/documents';
import { readNumber } from './numberText';

test.each(contract.read)('"$text" is read as the contract says', ({ text, number, thousands, decimals }) => {
  const reading = readNumber(text);
  if (number !== undefined) expect(reading).toEqual({ kind: 'number', value: number });
  else if (thousands !== undefined) expect(reading).toEqual({ kind: 'ambiguous', withThousands: thousands, withDecimals: decimals });
  else expect(reading).toEqual({ kind: 'none' });
});

test('The contract holds numbers, questions and refusals', () => {
  expect(contract.read.filter(({ number }) => number !== undefined).length).toBeGreaterThan(20);
  expect(contract.read.filter(({ thousands }) => thousands !== undefined).length).toBeGreaterThan(3);
  expect(contract.read.filter(({ number, thousands }) => number === undefined && thousands === undefined).length).toBeGreaterThan(20);
});

const typedTable = tableUnder(
  moneyPage.slice(moneyPage.indexOf('### What is shown, and what may be typed')).replace(/\| Amount[^]*?\n\n/, ''),
  'What is shown, and what may be typed',
);

test.each(typedTable)('The page on money says that %s is understood as %s', (typed = '', meant = '') => {
  const reading = readNumber(typed);
  const told =
    reading.kind === 'number'
      ? reading.value
      : reading.kind === 'none'
        ? 'refused'
        : `asked: ${reading.withThousands} or ${reading.withDecimals}`;
  expect(told).toBe(meant);
});

test('A text of any length is answered at once', () => {
  const began = performance.now();
  expect(readNumber('1,'.repeat(200_000))).toEqual({ kind: 'none' });
  expect(performance.now() - began).toBeLessThan(200);
});
