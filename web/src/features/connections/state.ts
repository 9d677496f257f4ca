import type { Connection } from '@/lib/queries';

/** The connection the current business is reached through, otherwise the newest that is not disconnected. */
export const currentConnection = (connections: readonly Connection[]): Connection | undefined =>
  connections.find((connection) => connection.current) ?? connections.findLast((connection) => connection.status !== 'disconnected');

export const daysLeftText = (days: number): string => `${days} day${days === 1 ? '' : 's'}`;

/** How loudly the end of a connection is pointed out. */
export type EndingTone = 'mild' | 'clear' | 'urgent';

/** From so many days before the end on, the loudest first. */
const tones: readonly { readonly days: number; readonly tone: EndingTone }[] = [
  { days: 2, tone: 'urgent' },
  { days: 7, tone: 'clear' },
  { days: 14, tone: 'mild' },
];

/** What follows the number of days, by tone. */
const advice: Record<EndingTone, string> = {
  mild: 'It is renewed by itself before that; nothing has to be done yet.',
  clear: 'It should have renewed itself by now. Renew it here; if that fails, connect again.',
  urgent: 'After that nothing reaches Sage. Renew it here now; if that fails, connect again.',
};

export interface Ending {
  readonly tone: EndingTone;
  readonly text: string;
}

/** What is to be said about a connection that ends soon; null while it does not. */
export function endingSoon(connection: Connection): Ending | null {
  const days = connection.days_left;
  const tone = connection.status === 'active' && days !== null ? tones.find((row) => days <= row.days)?.tone : undefined;
  if (tone === undefined || days === null) return null;
  const when = days === 0 ? 'today' : `in ${daysLeftText(days)}`;
  return { tone, text: `This connection ends ${when} if it is not renewed. ${advice[tone]}` };
}
