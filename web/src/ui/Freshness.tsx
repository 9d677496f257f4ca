import { Button } from '@mantine/core';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { notify } from '@/lib/notices';
import { asProblem } from '@/lib/problem';
import { MomentText } from './Moment';

interface FreshnessProps {
  /** Everything that changed in Sage before this moment is shown; null while the first reading goes on. */
  at: string | null;
  /** Asks Sage for what has changed. */
  readAgain: () => Promise<unknown>;
  /** What is shown anew then. */
  shows: QueryKey;
}

/** How old the copies are that a list shows, and the way to fresh ones. */
export function Freshness({ at, readAgain, shows }: FreshnessProps) {
  const queries = useQueryClient();
  const refresh = useMutation({
    mutationFn: readAgain,
    onSuccess: () => queries.invalidateQueries({ queryKey: shows }),
    onError: (failure) => notify({ tone: 'failed', text: asProblem(failure).message }),
  });
  return (
    <>
      {at ? (
        <>
          as in Sage <MomentText instant={at} />
        </>
      ) : (
        'being read from Sage'
      )}{' '}
      <Button variant="subtle" size="compact-xs" loading={refresh.isPending} onClick={() => refresh.mutate()}>
        Read again
      </Button>
    </>
  );
}
