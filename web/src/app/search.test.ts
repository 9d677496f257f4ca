import { expect, test } from 'vitest';
import {
  parseAuditSearch,
  parseContactSearch,
  parseCreditNoteSearch,
  parseInvoiceSearch,
  parsePaymentSearch,
  parseRunSearch,
  parseSettingsSearch,
  parseSignInSearch,
} from './search';

test('An address keeps what a screen understands and drops the rest', () => {
  expect(parseInvoiceSearch({ page: 2, status: 'draft', sort: 'due', from: '2026-01-31', contact: 'c1', evil: '<b>' })).toEqual({
    status: 'draft',
    sort: 'due',
    from: '2026-01-31',
    contact: 'c1',
  });
});

test('What cannot be is left out', () => {
  expect(parseInvoiceSearch({ page: -1, status: 'other', sort: 'up', from: '2026-02-30', search: '' })).toEqual({});
  expect(parseCreditNoteSearch({ status: 'overdue', sort: 'due' })).toEqual({});
  expect(parsePaymentSearch({ direction: 'sideways', sort: 'customer' })).toEqual({});
  expect(parseSettingsSearch({ tab: 'secrets' })).toEqual({});
  expect(parseContactSearch({ kind: 'friend', create: 'yes' })).toEqual({});
  expect(parseAuditSearch({ status: 'maybe', to: 'tomorrow' })).toEqual({});
});

test('A search of digits, which an address holds as a number, is still a text', () => {
  expect(parseContactSearch({ search: 4711 })).toEqual({ search: '4711' });
});

test('A text of absurd length is cut', () => {
  expect(parseContactSearch({ search: 'x'.repeat(5000) }).search).toHaveLength(200);
});

test('The sign-in screen knows where to go back to and that a session ended', () => {
  expect(parseSignInSearch({ then: '/audit', ended: true })).toEqual({ then: '/audit', ended: true });
  expect(parseSignInSearch({ ended: 'true' })).toEqual({});
});

test('The sync history keeps its filters in the address, and leaves out what cannot be', () => {
  const search = { status: 'failed', store: 'sto_1', cause: 'sage_refused', event: 'invoice.paid', search: 101 };
  expect(parseRunSearch(search)).toEqual({ ...search, search: '101' });
  expect(parseRunSearch({ status: 'lost', store: '', after: 'run_1' })).toEqual({});
});
