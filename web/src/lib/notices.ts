import { useSyncExternalStore } from 'react';

/** A result that matters. It stays until the person puts it away. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'warning' | 'failed';
  readonly text: string;
  /** Where to go on, a path of this app. */
  readonly link?: { readonly to: string; readonly text: string };
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

export const clearNotices = (): void => change([]);

export const useNotices = (): readonly Notice[] => useSyncExternalStore(listen, () => notices);
