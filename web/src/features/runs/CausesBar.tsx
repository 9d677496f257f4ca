import { Button, Group } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { RunCause } from '@/lib/runs';
import { useSignedIn } from '@/lib/session';
import { without } from '@/lib/without';
import { useRetryCause, type RunSearch } from './queries';
import classes from './RunList.module.css';

interface CausesBarProps {
  causes: readonly RunCause[];
  search: RunSearch;
  onSearch: (next: RunSearch) => void;
}

/** Why documents failed, by cause: what to do about it, and trying all of them again once it is done. */
export function CausesBar({ causes, search, onSearch }: CausesBarProps) {
  const failed = causes.filter((cause) => cause.failed > 0);
  if (failed.length === 0) return null;
  return (
    <ul className={classes['causes']} aria-label="Why documents failed">
      {failed.map((cause) => (
        <Cause key={cause.cause} cause={cause} search={search} onSearch={onSearch} />
      ))}
    </ul>
  );
}

function Cause({ cause, search, onSearch }: Omit<CausesBarProps, 'causes'> & { cause: RunCause }) {
  const { may } = useSignedIn();
  const retry = useRetryCause(search.store);
  const isShown = search.cause === cause.cause;
  const count = cause.failed === 1 ? '1 failed' : `${cause.failed} failed`;
  const showWords = isShown ? 'Show all' : 'Show them';
  const retryWords = cause.failed === 1 ? 'Retry it' : `Retry all ${cause.failed}`;
  return (
    <li className={classes['cause']}>
      <div className={classes['causeWords']}>
        <span className={classes['count']}>{count}</span> · {cause.meaning}
        <span className={classes['next']}>{cause.next_step}</span>
      </div>
      <Group gap="xs">
        <Button
          variant="subtle"
          size="xs"
          aria-pressed={isShown}
          aria-label={`${showWords}: ${cause.meaning}`}
          onClick={() => onSearch(isShown ? without(search, 'cause', 'status') : { ...search, cause: cause.cause, status: 'failed' })}
        >
          {showWords}
        </Button>
        {may('accountant') ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={retry.isPending}
            aria-label={`${retryWords}: ${cause.meaning}`}
            onClick={() => retry.mutate(cause.cause)}
          >
            {retryWords}
          </Button>
        ) : null}
      </Group>
    </li>
  );
}
