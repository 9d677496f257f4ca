import { expect, test } from 'vitest';
import { somePolicy, today } from '@/test/some';
import { paymentRows, decide } from './paymentRows';
import { codeMistake, plainCode } from './pairingCode';
import { byField, draftOf, type PolicyDraft, readPolicy } from './policy';
import { clockWords } from './words';

const changed = (part: Partial<PolicyDraft>) => readPolicy({ ...draftOf(somePolicy()), ...part }, today);

test('Settings that nobody touched are sent as they were read', () => {
  expect(readPolicy(draftOf(somePolicy()), today)).toEqual({ policy: somePolicy(), errors: null });
});

test('No first day is sent as no day, and no days to pay as none', () => {
  const { sync, commercial } = draftOf(somePolicy());
  const read = changed({ sync: { ...sync, since: ' ' }, commercial: { ...commercial, credit_days: '' } });
  expect(read.policy?.sync).not.toHaveProperty('since');
  expect(read.policy?.commercial?.credit_days).toBeNull();
});

test('Numbers, days and lists are understood as people type them', () => {
  const { sync, consolidation, currency } = draftOf(somePolicy());
  const read = changed({
    sync: { ...sync, since: '1 March 2026', websites: '1; 4 7' },
    consolidation: { ...consolidation, up_to: '2 500,00' },
    currency: { ...currency, accepted: 'eur, usd' },
  });
  expect(read.policy?.sync).toMatchObject({ since: '2026-03-01', websites: [1, 4, 7] });
  expect(read.policy?.consolidation?.up_to).toBe('2500.00');
  expect(read.policy?.currency?.accepted).toEqual(['EUR', 'USD']);
});

test('What cannot be read is told at its field and nothing is sent', () => {
  const { sync, commercial, tax_rates: rates } = draftOf(somePolicy());
  const read = changed({
    sync: { ...sync, since: '30 February 2026', websites: '1, two' },
    commercial: { ...commercial, credit_days: 'thirty', rounding_up_to: '1,234' },
    tax_rates: { ...rates, map: [{ percentage: '', tax_rate_id: 'ZA_STANDARD' }] },
  });
  expect(read.policy).toBeNull();
  expect(Object.keys(read.errors ?? {}).sort()).toEqual([
    'commercial.credit_days',
    'commercial.rounding_up_to',
    'sync.since',
    'sync.websites',
    'tax_rates.map[0].percentage',
  ]);
});

test('What is wrong with a part of a list is told at the list, which is one field on the screen', () => {
  expect(byField({ 'currency.accepted[1]': ['No currency.'], 'payments.methods[0].method': ['Twice.'] })).toEqual({
    'currency.accepted': ['No currency.'],
    'payments.methods[0].method': ['Twice.'],
  });
});

const rule = (method: string, outcome: 'bank' | 'unpaid' | 'skip' | 'fail' = 'unpaid') => ({
  method,
  outcome,
  bank_account_id: outcome === 'bank' ? 'bank_1' : '',
  sage_method_id: '',
});

test('Ways of paying are those the shop lists, in its order, then those only the settings know', () => {
  const rows = paymentRows(
    [rule('old_way'), rule('CheckMo')],
    [
      { code: 'stripe', label: 'Card', active: true },
      { code: 'checkmo', label: '', active: false },
      { code: 'unused', label: 'Unused', active: false },
    ],
  );
  expect(rows.map(({ code, name, index, isListed, isActive }) => ({ code, name, index, isListed, isActive }))).toEqual([
    { code: 'stripe', name: 'Card', index: -1, isListed: true, isActive: true },
    { code: 'checkmo', name: 'checkmo', index: 1, isListed: true, isActive: false },
    { code: 'old_way', name: 'old_way', index: 0, isListed: false, isActive: true },
  ]);
});

test('While the shop cannot be asked nobody is told that it does not list a way of paying', () => {
  expect(paymentRows([rule('stripe')], null)).toMatchObject([{ code: 'stripe', isListed: null }]);
});

test('A first decision makes a rule, the same as all others takes it away, and leaving the bank forgets the account', () => {
  const [undecided] = paymentRows([], [{ code: 'stripe', label: 'Card', active: true }]);
  const decided = decide([], undecided!, 'bank');
  expect(decided).toEqual([{ method: 'stripe', outcome: 'bank', bank_account_id: '', sage_method_id: '' }]);
  const [row] = paymentRows([rule('stripe', 'bank')], null);
  expect(decide([rule('stripe', 'bank')], row!, 'skip')).toEqual([rule('stripe', 'skip')]);
  expect(decide([rule('stripe', 'bank')], row!, 'others')).toEqual([]);
});

const code = '0123456789abcdef0123456789abcdef';

test.each([
  [code, null],
  [` ${code.slice(0, 16)}\n${code.slice(16).toUpperCase()} `, null],
  ['', 'Enter the code'],
  [code.slice(1), 'this one has 31'],
  [code.replace('a', 'g'), '“g” is none of them'],
])('The pairing code %j is %j', (typed, mistake) => {
  if (mistake === null) expect([codeMistake(typed), plainCode(typed)]).toEqual([null, code]);
  else expect(codeMistake(typed)).toContain(mistake);
});

test.each([
  [null, 'Not measured yet'],
  [-4, 'Agrees'],
  [75, '75 s ahead'],
  [-6, '6 s behind'],
])('A clock that is off by %j is told as %s', (seconds, words) => {
  expect(clockWords(seconds)).toBe(words);
});
