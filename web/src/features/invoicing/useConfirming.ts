import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '@/lib/problem';
import { now } from '@/lib/clock';
import { keys } from '@/lib/queries';
import { confirmPreview, type Outcome, outcomeQuery } from './queries';

/** How long to wait before asking again what became of a preview: soon at first, then less often. */
const waits = [1000, 2000, 3000, 5000, 8000, 13_000, 20_000, 30_000];

/** A little after the moment at which Sage is tried again, if that comes first. */
const afterAttempt = 700;

export function waitBeforeAsking(asked: number, nextAttemptAt: string | null | undefined, at: Date): number {
  const usual = waits[Math.min(asked, waits.length - 1)] ?? 30_000;
  if (!nextAttemptAt) return usual;
  const untilAttempt = Date.parse(nextAttemptAt) - at.getTime() + afterAttempt;
  return untilAttempt > 0 ? Math.min(usual, Math.max(untilAttempt, 1000)) : usual;
}

/** What is known about a confirmation. */
export type Confirming =
  | { readonly state: 'sending' }
  | { readonly state: 'done'; readonly outcome: Outcome }
  | { readonly state: 'waiting'; readonly outcome: Outcome }
  /** The server has the preview but no confirmation of it. */
  | { readonly state: 'not confirmed' }
  /** It is not known whether the confirmation arrived. */
  | { readonly state: 'not known'; readonly problem: Problem }
  | { readonly state: 'refused'; readonly problem: Problem };

const isOpen = (problem: Problem): boolean =>
  problem.isOffline || problem.status >= 500 || problem.status === 429 || problem.status === 401;

function stateOf(isSending: boolean, outcome: Outcome | undefined, error: Error | null): Confirming {
  if (isSending || (!outcome && !error)) return { state: 'sending' };
  if (error) {
    const problem = asProblem(error);
    return isOpen(problem) && problem.code !== 'sage_unavailable' ? { state: 'not known', problem } : { state: 'refused', problem };
  }
  if (!outcome || outcome.status === 'preview') return { state: 'not confirmed' };
  return outcome.status === 'success' ? { state: 'done', outcome } : { state: 'waiting', outcome };
}

/**
 * Follows the confirmation of a preview to its end. Only `send` sends, and only when a person asks for it; after a lost answer, a reload
 * or a new sign-in it asks what became of the preview and nothing else.
 */
export function useConfirming(previewId: string | undefined) {
  const queries = useQueryClient();
  const [sendingId, setSendingId] = useState<string | null>(null);
  const underWay = useRef<string | null>(null);
  const isSending = sendingId !== null && sendingId === previewId;
  const query = useQuery({
    ...outcomeQuery(previewId ?? ''),
    enabled: previewId !== undefined && !isSending,
    refetchInterval: ({ state }) => {
      if (state.error) return isOpen(asProblem(state.error)) ? waitBeforeAsking(state.errorUpdateCount, null, now()) : false;
      return state.data?.status === 'confirmed' ? waitBeforeAsking(state.dataUpdateCount - 1, state.data.next_attempt_at, now()) : false;
    },
    refetchOnWindowFocus: ({ state }) => state.data?.status === 'confirmed',
  });
  const { refetch } = query;
  const send = useCallback(
    async (id: string) => {
      // A second click before the button is gone is not a second request.
      if (underWay.current === id) return;
      underWay.current = id;
      setSendingId(id);
      try {
        queries.setQueryData(outcomeQuery(id).queryKey, await confirmPreview(id));
      } catch {
        // Whatever went wrong on the way: what became of the preview is asked for next, and that answer is shown.
        queries.removeQueries({ queryKey: outcomeQuery(id).queryKey });
      } finally {
        underWay.current = null;
        setSendingId(null);
      }
    },
    [queries],
  );
  const confirming = stateOf(isSending, query.data, query.error);
  const isDone = confirming.state === 'done';
  useEffect(() => {
    if (!isDone) return;
    for (const queryKey of [keys.invoices, keys.contacts, keys.audit]) void queries.invalidateQueries({ queryKey });
  }, [isDone, queries]);
  return { confirming, send, askNow: () => void refetch(), isAsking: query.isFetching };
}
