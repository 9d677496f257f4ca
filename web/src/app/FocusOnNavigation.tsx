import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** When the screen changes, the focus goes to its heading: whoever listens hears where they are, whoever tabs begins there. */
export function FocusOnNavigation() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const place = document.querySelector<HTMLElement>('[data-page-title]') ?? document.getElementById('main');
        place?.focus({ preventScroll: true });
      }),
    [router],
  );
  return null;
}
