import { expect, test } from 'vitest';
import { addDays, agoText, dayIn, daysBetween, dayText, isDay, momentInFull, momentText, readDay, startOfDay, timeText } from './dates';

const today = '2026-11-21';

test.each([
  ['2025-10-10', '2025-10-10'],
  ['2025/10/9', '2025-10-09'],
  ['9/10/2025', '2025-10-09'],
  ['09.10.2025', '2025-10-09'],
  ['10 Oct 2025', '2025-10-10'],
  ['10 october 2025', '2025-10-10'],
  ['10-Oct-2025', '2025-10-10'],
  ['10 October', '2026-10-10'],
  [' today ', today],
  ['29 Feb 2028', '2028-02-29'],
])('"%s" is the day %s', (typed, day) => {
  expect(readDay(typed, today)).toBe(day);
});

test.each([
  '',
  '2025-02-29',
  '31/4/2025',
  '10/13/2025',
  '2025-10',
  '10 Foo 2025',
  '10/10/25',
  '0/1/2025',
  '32 Jan 2025',
  'tomorrow',
  '1899-12-31',
])('"%s" is no day', (typed) => {
  expect(readDay(typed, today)).toBeNull();
});

test('Only a day that exists, written plainly, is a day of an address', () => {
  expect(isDay('2028-02-29')).toBe(true);
  expect(isDay('2026-02-29')).toBe(false);
  expect(isDay('2026-2-3')).toBe(false);
});

test('Days are counted over the ends of months and years', () => {
  expect(addDays('2027-12-31', 60)).toBe('2028-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysBetween('2026-11-21', '2026-12-21')).toBe(30);
  expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1);
});

test('A day is shown with the month in letters', () => {
  expect(dayText('2025-10-10')).toBe('10 Oct 2025');
  expect(dayText('soon')).toBe('soon');
});

test('Late in the evening in London it is already tomorrow in Johannesburg', () => {
  expect(dayIn('Africa/Johannesburg', new Date('2026-11-21T22:30:00Z'))).toBe('2026-11-22');
  expect(dayIn('Europe/London', new Date('2026-11-21T22:30:00Z'))).toBe('2026-11-21');
});

test('A moment is shown in the time of the workspace', () => {
  expect(momentText('2026-11-21T14:37:07Z', 'Africa/Johannesburg')).toBe('21 Nov 2026, 16:37');
  expect(timeText('2026-11-21T22:05:00Z', 'Africa/Johannesburg')).toBe('00:05');
  expect(momentInFull('2026-11-21T14:37:07Z', 'Africa/Johannesburg')).toBe('21 Nov 2026, 16:37:07 (GMT+2, Africa/Johannesburg)');
});

test('A day begins at its midnight in the time zone, in summer as in winter', () => {
  expect(startOfDay('2026-11-21', 'Africa/Johannesburg')).toBe('2026-11-20T22:00:00.000Z');
  expect(startOfDay('2026-07-01', 'Europe/London')).toBe('2026-06-30T23:00:00.000Z');
  expect(startOfDay('2026-07-01', 'America/Toronto')).toBe('2026-07-01T04:00:00.000Z');
});

test.each([
  [20, 'just now'],
  [60, '1 minute ago'],
  [59 * 60, '59 minutes ago'],
  [3600, '1 hour ago'],
  [47 * 3600, '47 hours ago'],
  [49 * 3600, '2 days ago'],
])('%i seconds back is %s', (seconds, words) => {
  const at = new Date('2026-11-21T10:00:00Z');
  expect(agoText(new Date(at.getTime() - seconds * 1000).toISOString(), at)).toBe(words);
});
