import { useSyncExternalStore } from 'react';
import { now } from './clock';

/** A result that matters. It stays until the person puts it away; a success at most until the next screen. */
export interface Notice {
  readonly id: number;
  readonly at: Date;
  readonly tone: 'done' | 'warning' | 'failed';
  readonly text: string;
  /** True tells it on the next screen, too: what was done led there. */
  readonly leadsOn?: boolean;
  /** Takes back what was done; left out where that is not so simple. Throws when it could not be. */
  readonly undo?: () => Promise<unknown>;
}

const shownMax = 4;
const keptMax = 20;

interface State {
  /** Above the screen. */
  readonly shown: readonly Notice[];
  /** All of late, newest first, also those that were put away. */
  readonly kept: readonly Notice[];
}

let state: State = { shown: [], kept: [] };
let lastId = 0;
const listeners = new Set<() => void>();

const change = (next: Partial<State>): void => {
  state = { ...state, ...next };
  listeners.forEach((listener) => listener());
};

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Shows a notice above the screen and keeps it in the list of results; the oldest goes when there are too many. */
export function notify(notice: Omit<Notice, 'id' | 'at'>): void {
  lastId += 1;
  const told = { ...notice, id: lastId, at: now() };
  change({ shown: [...state.shown, told].slice(-shownMax), kept: [told, ...state.kept].slice(0, keptMax) });
}

export const dismissNotice = (id: number): void => change({ shown: state.shown.filter((notice) => notice.id !== id) });

/** Takes back what a notice told of, once; what then holds is told by the one who takes it back. */
export async function undo({ id, undo: takeBack }: Notice): Promise<void> {
  if (!takeBack || !state.kept.some((notice) => notice.id === id && notice.undo)) return;
  const forget = (notice: Notice): Notice => (notice.id === id ? withoutUndo(notice) : notice);
  change({ shown: state.shown.filter((notice) => notice.id !== id), kept: state.kept.map(forget) });
  await takeBack();
}

const withoutUndo = ({ id, at, tone, text }: Notice): Notice => ({ id, at, tone, text });

/** Another screen is shown: successes of the one before go, except the one that led here. */
export const leaveScreen = (): void =>
  change({
    shown: state.shown.filter((notice) => notice.tone !== 'done' || notice.leadsOn).map((notice) => ({ ...notice, leadsOn: false })),
  });

export const clearNotices = (): void => change({ shown: [], kept: [] });

export const useNotices = (): readonly Notice[] => useSyncExternalStore(listen, () => state.shown);

/** All results of late, newest first. */
export const useResults = (): readonly Notice[] => useSyncExternalStore(listen, () => state.kept);
