import { expect, test } from 'vitest';
import { moneyPage, problemsPage, tableUnder } from '@/test/documents';
import { countryName } from './countries';
import { dropAllDrafts, dropDraft, readDraft, writeDraft } from './drafts';
import { readMarkdown } from './markdown';
import { safeWayBack } from './paths';
import { requestKeys } from './requestKey';
import { checkVatNumber } from './vatNumber';
import { without } from './without';

test.each(tableUnder(moneyPage, 'VAT numbers'))('As the page on money says, the VAT number %s is %s', (number = '', said) => {
  const words = { valid: 'fine', 'check-digit-differs': 'check digit differs', malformed: 'malformed' };
  expect(words[checkVatNumber(number)]).toBe(said);
});

test('A country is told by its name and any other text stays', () => {
  expect(countryName('ZA')).toBe('South Africa');
  expect(countryName('Graaff-Reinet')).toBe('Graaff-Reinet');
});

test('A draft is kept in the tab and can be dropped', () => {
  writeDraft('a', { lines: [1] });
  expect(readDraft('a')).toEqual({ lines: [1] });
  dropDraft('a');
  expect(readDraft('a')).toBeNull();
});

test('Signing out drops every draft and nothing else', () => {
  writeDraft('a', 1);
  writeDraft('b', 2);
  sessionStorage.setItem('other', 'stays');
  dropAllDrafts();
  expect([readDraft('a'), readDraft('b'), sessionStorage.getItem('other')]).toEqual([null, null, 'stays']);
});

test('A draft that was spoiled counts as none', () => {
  sessionStorage.setItem('ledgerbridge:draft:a', '{');
  expect(readDraft('a')).toBeNull();
});

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', undefined, '/sign-in?then=/x', '/first-run'])(
  'The way back %s leads to the first screen',
  (path) => {
    expect(safeWayBack(path)).toBe('/');
  },
);

test('A way back within the app is kept with its filters', () => {
  expect(safeWayBack('/audit?status=failure')).toBe('/audit?status=failure');
});

test('The same request has the same key, another one has another', () => {
  const keyOf = requestKeys();
  const first = keyOf({ name: 'a' });
  expect(keyOf({ name: 'a' })).toBe(first);
  const second = keyOf({ name: 'b' });
  expect(second).not.toBe(first);
  expect(keyOf({ name: 'a' })).not.toBe(second);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
});

test('Fields can be left out', () => {
  expect(without({ a: 1, b: 2, c: 3 }, 'a', 'c')).toEqual({ b: 2 });
});

test('Markdown is read as headings with anchors, paragraphs, lists, tables and code', () => {
  const blocks = readMarkdown(
    '<a id="x"></a>\n\n## Two `words`\n\nOne\nline with **weight** and [a link](/audit).\n\n- a\n- b\n  more\n\n' +
      '| A | B |\n| - | - |\n| 1 | 2 |\n\n```\ncode\n```',
  );
  expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'list', 'table', 'code']);
  expect(blocks[0]).toMatchObject({
    level: 2,
    anchor: 'x',
    content: [
      { kind: 'text', text: 'Two ' },
      { kind: 'code', text: 'words' },
    ],
  });
  expect(blocks[1]).toMatchObject({ content: [{ text: 'One line with ' }, { kind: 'strong' }, {}, { kind: 'link', href: '/audit' }, {}] });
  expect(blocks[2]).toMatchObject({ ordered: false, items: [[{ text: 'a' }], [{ text: 'b more' }]] });
});

test('Markup in a text is shown as text', () => {
  expect(readMarkdown('<b>x</b>')).toEqual([{ kind: 'paragraph', content: [{ kind: 'text', text: '<b>x</b>' }] }]);
});

test('A sentence that begins with a status is not a list', () => {
  expect(readMarkdown('500. Something went wrong.')[0]?.kind).toBe('paragraph');
  expect(readMarkdown('1. First')[0]).toMatchObject({ kind: 'list', ordered: true });
});

test('The page of problems has an anchor for each kind it explains', () => {
  const anchors = readMarkdown(problemsPage).flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.anchor] : []));
  expect(anchors).toEqual(expect.arrayContaining(['invalid', 'conflict', 'nobusiness', 'sagebusy']));
  expect(new Set(anchors).size).toBe(anchors.length);
});
