import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem, type FieldErrors, type Problem } from '@/lib/problem';
import { subjectOf } from '@/lib/runWords';
import type { ChangeKind, PolicyChange, PolicyPreview, PolicyRequest } from '@/lib/stores';
import { EmptyState, ErrorState } from '@/ui/States';
import { previewQuery } from './queries';
import classes from './WhatWouldChange.module.css';

interface WhatWouldChangeProps {
  storeId: string;
  policy: PolicyRequest;
  onClose: () => void;
  /** The settings cannot be saved as they are; what is wrong stands at the fields. */
  onWrong: (errors: FieldErrors) => void;
}

/** What changed settings would have made of the last 90 days' documents, before they are saved. */
export function WhatWouldChange({ storeId, policy, onClose, onWrong }: WhatWouldChangeProps) {
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const preview = useInfiniteQuery(previewQuery(storeId, policy, kind));
  const first = preview.data?.pages[0];
  return (
    <Modal opened onClose={onClose} title="What would change" size={760}>
      <Stack gap="md">
        <Text size="sm">
          The documents of the last 90 days are planned anew by the changed settings and compared with what became of them. Nothing is
          posted, and what is in the books stays as it is.
        </Text>
        <div className={classes['found']} data-testid="what-would-change-result">
          {preview.error ? (
            <Refused problem={asProblem(preview.error)} onRetry={() => void preview.refetch()} onWrong={onWrong} />
          ) : first ? (
            <Found
              preview={first}
              changes={preview.data?.pages.flatMap((page) => page.items) ?? []}
              kind={kind}
              onKind={setKind}
              onMore={preview.hasNextPage ? () => void preview.fetchNextPage() : null}
              isReading={preview.isFetching}
            />
          ) : (
            <div role="status" aria-label="Planning the last 90 days anew">
              <Skeleton height={20} width="60%" mb="sm" />
              <Skeleton height={180} />
            </div>
          )}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface RefusedProps {
  problem: Problem;
  onRetry: () => void;
  onWrong: (errors: FieldErrors) => void;
}

function Refused({ problem, onRetry, onWrong }: RefusedProps) {
  if (Object.keys(problem.errors).length === 0)
    return <ErrorState problem={problem} title="The comparison could not be made" onRetry={onRetry} />;
  return (
    <EmptyState
      title="These settings cannot be saved as they are"
      actions={<Button onClick={() => onWrong(problem.errors)}>Show what is wrong</Button>}
    >
      <p>Something in them does not fit the books. It stands at the fields.</p>
    </EmptyState>
  );
}

interface FoundProps {
  preview: PolicyPreview;
  changes: readonly PolicyChange[];
  kind: ChangeKind | null;
  onKind: (kind: ChangeKind | null) => void;
  onMore: (() => void) | null;
  isReading: boolean;
}

function Found({ preview, changes, kind, onKind, onMore, isReading }: FoundProps) {
  if (preview.changed === 0) {
    return (
      <EmptyState title={preview.looked_at === 0 ? 'There is nothing to compare with' : 'Nothing would change'}>
        <p>{preview.sentence}</p>
      </EmptyState>
    );
  }
  return (
    <Stack gap="sm" aria-busy={isReading}>
      <Text size="sm" role="status">
        <strong>
          {preview.changed === 1 ? '1 document would have gone otherwise.' : `${preview.changed} documents would have gone otherwise.`}
        </strong>{' '}
        {preview.sentence}
      </Text>
      <ul className={classes['kinds']} aria-label="What would change, by kind">
        {preview.counts.map((count) => (
          <li key={count.kind}>
            <Button
              variant={kind === count.kind ? 'filled' : 'default'}
              size="xs"
              aria-pressed={kind === count.kind}
              onClick={() => onKind(kind === count.kind ? null : count.kind)}
            >
              {count.meaning} · {count.runs}
            </Button>
          </li>
        ))}
      </ul>
      <ul className={classes['changes']} aria-label="The documents concerned, newest first">
        {changes.map((change) => (
          <li key={change.run_id}>
            <Link to="/runs/$id" params={{ id: change.run_id }} target="_blank" className={classes['name']}>
              {subjectOf(change)}
            </Link>
            <span>{change.sentence}</span>
          </li>
        ))}
      </ul>
      {onMore ? (
        <div>
          <Button variant="default" size="xs" loading={isReading} onClick={onMore}>
            Load more
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}
