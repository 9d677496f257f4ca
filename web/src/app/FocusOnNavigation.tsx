import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { leaveScreen } from '@/lib/notices';

/**
 * When the screen changes, what was told on the one before goes, and the focus goes to its heading: whoever listens hears where they are,
 * whoever tabs begins there.
 */
export function FocusOnNavigation() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        leaveScreen();
        const place = document.querySelector<HTMLElement>('[data-page-title]') ?? document.getElementById('main');
        place?.focus({ preventScroll: true });
      }),
    [router],
  );
  return null;
}
