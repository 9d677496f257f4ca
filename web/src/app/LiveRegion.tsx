import { mountAnnouncer } from '@/lib/announce';
import { VisuallyHidden } from '@mantine/core';

/** Where short messages are spoken for those who listen. */
export function LiveRegion() {
  return <VisuallyHidden ref={mountAnnouncer} role="status" aria-live="polite" />;
}
