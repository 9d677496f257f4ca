/** A day as the API has it: `2026-11-21`. */
export type Day = string;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** The day of year, month (1 to 12) and day of the month; null when it does not exist. */
function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1900 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? `${year}-${two(month)}-${two(day)}` : null;
}

/** True for a day that exists, written as the API has it. */
export function isDay(text: string): boolean {
  const match = iso.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

/** A day so many days later. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** `10 Oct 2025`; the text itself when it is no day. */
export function dayText(day: Day): string {
  const match = iso.exec(day);
  return match ? `${Number(match[3])} ${months[Number(match[2]) - 1] ?? ''} ${match[1] ?? ''}` : day;
}

const numeric = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/;
const named = /^(\d{1,2})[-/. ]?\s*([a-z]{3,9})\.?[-/, ]*\s*(\d{4})?$/i;

/**
 * Reads a day as people type it, day before month: `2025-10-10`, `2025/10/10`, `10/10/2025`, `10 Oct 2025`, `10 October` (of this year), `today`.
 * Null when it is no day that exists.
 */
export function readDay(text: string, today: Day): Day | null {
  const trimmed = text.trim();
  if (trimmed.toLowerCase() === 'today') return today;
  const numbers = numeric.exec(trimmed);
  if (numbers) {
    const [, first = '', second = '', third = ''] = numbers;
    if (first.length === 4) return third.length <= 2 ? dayOf(Number(first), Number(second), Number(third)) : null;
    return first.length <= 2 && third.length === 4 ? dayOf(Number(third), Number(second), Number(first)) : null;
  }
  const words = named.exec(trimmed);
  const [, day = '', name = '', year] = words ?? [];
  const month = months.findIndex((known) => name.toLowerCase().startsWith(known.toLowerCase()));
  return words && month >= 0 ? dayOf(Number(year ?? today.slice(0, 4)), month + 1, Number(day)) : null;
}

const partsIn = (moment: Date, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Map(
    new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...options })
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  );

/** The day it is at a moment in a time zone. */
export function dayIn(timeZone: string, moment: Date): Day {
  const parts = partsIn(moment, timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

const clockIn = (timeZone: string, moment: Date, seconds: boolean): string => {
  const parts = partsIn(moment, timeZone, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const clock = `${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}`;
  return seconds ? `${clock}:${parts.get('second') ?? ''}` : clock;
};

/** `16:37` in the time zone. */
export const timeText = (instant: string, timeZone: string): string => clockIn(timeZone, new Date(instant), false);

/** `21 Nov 2026, 16:37` in the time zone. */
export function momentText(instant: string, timeZone: string): string {
  const moment = new Date(instant);
  return `${dayText(dayIn(timeZone, moment))}, ${clockIn(timeZone, moment, false)}`;
}

/** `21 Nov 2026, 16:37:07 (GMT+2, Africa/Johannesburg)`: the moment in full, for whoever wants to know exactly. */
export function momentInFull(instant: string, timeZone: string): string {
  const moment = new Date(instant);
  const offset = partsIn(moment, timeZone, { timeZoneName: 'shortOffset' }).get('timeZoneName') ?? '';
  return `${dayText(dayIn(timeZone, moment))}, ${clockIn(timeZone, moment, true)} (${offset}, ${timeZone})`;
}

/** How long ago a moment was, in words: `just now`, `5 minutes ago`, `3 days ago`. */
export function agoText(instant: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / 60_000);
  const inWords = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'} ago`;
  if (minutes < 1) return 'just now';
  if (minutes < 60) return inWords(minutes, 'minute');
  return minutes < 48 * 60 ? inWords(Math.floor(minutes / 60), 'hour') : inWords(Math.floor(minutes / (24 * 60)), 'day');
}

/** The moment at which a day begins in a time zone, as the API takes it. */
export function startOfDay(day: Day, timeZone: string): string {
  const guess = Date.parse(`${day}T00:00:00Z`);
  const shown = partsIn(new Date(guess), timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part = (name: Intl.DateTimeFormatPartTypes) => Number(shown.get(name) ?? 0);
  const asUtc = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return new Date(guess - (asUtc - guess)).toISOString();
}
