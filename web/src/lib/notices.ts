import { useSyncExternalStore } from 'react';

/** A result that matters. It stays until the person puts it away; a success at most until the next screen. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'warning' | 'failed';
  readonly text: string;
  /** True tells it on the next screen, too: what was done led there. */
  readonly leadsOn?: boolean;
}

const kept = 4;
let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const change = (next: readonly Notice[]): void => {
  notices = next;
  listeners.forEach((listener) => listener());
};

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Shows a notice above the screen; the oldest goes when there are too many. */
export function notify(notice: Omit<Notice, 'id'>): void {
  lastId += 1;
  change([...notices, { ...notice, id: lastId }].slice(-kept));
}

export const dismissNotice = (id: number): void => change(notices.filter((notice) => notice.id !== id));

/** Another screen is shown: successes of the one before go, except the one that led here. */
export const leaveScreen = (): void =>
  change(notices.filter((notice) => notice.tone !== 'done' || notice.leadsOn).map((notice) => ({ ...notice, leadsOn: false })));

export const clearNotices = (): void => change([]);

export const useNotices = (): readonly Notice[] => useSyncExternalStore(listen, () => notices);
