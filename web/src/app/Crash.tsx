import type { ErrorComponentProps } from '@tanstack/react-router';
import { asProblem } from '@/lib/problem';
import { ErrorState } from '@/ui/States';
import { PageHeader } from '@/ui/PageHeader';

/** A screen could not be shown at all. */
export function Crash({ error, reset }: ErrorComponentProps) {
  return (
    <main>
      <PageHeader title="This screen could not be shown" />
      <ErrorState
        problem={asProblem(error)}
        onRetry={() => {
          reset();
          window.location.reload();
        }}
      />
    </main>
  );
}
