import type { Connection } from '@/lib/queries';

/** Days before its end at which a connection is pointed out, the last ones louder. */
const warnAtDays = 14;

/** The connection the current business is reached through, otherwise the newest that is not disconnected. */
export const currentConnection = (connections: readonly Connection[]): Connection | undefined =>
  connections.find((connection) => connection.current) ?? connections.findLast((connection) => connection.status !== 'disconnected');

export const daysLeftText = (days: number): string => `${days} day${days === 1 ? '' : 's'}`;

/** What is to be said about a connection that ends soon; null while it does not. */
export function endingSoon(connection: Connection): string | null {
  const days = connection.days_left;
  if (connection.status !== 'active' || days === null || days > warnAtDays) return null;
  return `This connection ends in ${daysLeftText(days)} if it is not renewed. It is renewed by itself; if it is not, renew it here.`;
}
