import { Skeleton, VisuallyHidden } from '@mantine/core';

/** Stands in while a screen's code is on its way. */
export function Waiting() {
  return (
    <div role="status">
      <VisuallyHidden>Opening…</VisuallyHidden>
      <Skeleton height={28} width={220} mb={24} />
      <Skeleton height={240} />
    </div>
  );
}
