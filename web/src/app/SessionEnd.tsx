import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSessionEnd } from '@/lib/api';
import { startOver } from './session';

/** Somebody else ended the session, or it grew old: on to the sign-in screen, with the way back and with what was typed. */
export function SessionEnd() {
  const router = useRouter();
  const queries = useQueryClient();
  useEffect(() => {
    let isLeaving = false;
    return onSessionEnd(() => {
      if (isLeaving) return;
      isLeaving = true;
      const then = router.state.location.href;
      void startOver(queries)
        .then(() => router.navigate({ to: '/sign-in', search: { then, ended: true }, ignoreBlocker: true }))
        .finally(() => {
          isLeaving = false;
        });
    });
  }, [router, queries]);
  return null;
}
