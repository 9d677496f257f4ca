import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { timeText } from '@/lib/dates';
import type { Run } from '@/lib/runs';
import { asProblem } from '@/lib/problem';
import { storesQuery } from '@/lib/queries';
import { useSignedIn, useTimeZone } from '@/lib/session';
import { shopName } from '@/lib/shopName';
import { eventText, subjectOf } from '@/lib/runWords';
import { Chip } from '@/ui/Chip';
import { classNames } from '@/ui/classes';
import { type Column, DataTable } from '@/ui/DataTable';
import { MomentText } from '@/ui/Moment';
import { PageHeader } from '@/ui/PageHeader';
import { EmptyState, ErrorState } from '@/ui/States';
import { BackfillDialog } from './BackfillDialog';
import { CausesBar } from './CausesBar';
import { DryRunDialog } from './DryRunDialog';
import { type RunSearch, runsQuery, useRetry } from './queries';
import { isFiltered, RunFilters } from './RunFilters';
import classes from './RunList.module.css';
import { statusLooks } from './words';

interface RunListProps {
  search: RunSearch;
  onSearch: (next: RunSearch) => void;
}

/** Everything the stores told, newest first, and what became of it. It reads itself anew. */
export function RunList({ search, onSearch }: RunListProps) {
  const navigate = useNavigate();
  const list = useInfiniteQuery(runsQuery(search));
  const runs = list.data?.pages.flatMap((page) => page.items);
  const causes = list.data?.pages[0]?.causes ?? [];
  if (list.error && !runs) {
    return (
      <>
        <PageHeader title="Sync history" />
        <ErrorState problem={asProblem(list.error)} title="The sync history could not be read" onRetry={() => void list.refetch()} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Sync history"
        lead="What the stores told and what became of it in Sage, newest first. This list keeps itself up to date."
        actions={<ListActions store={search.store} />}
      />
      <CausesBar causes={causes} search={search} onSearch={onSearch} />
      <RunFilters search={search} onSearch={onSearch} causeMeaning={causes.find((cause) => cause.cause === search.cause)?.meaning} />
      <DataTable
        caption="Sync history, newest first"
        rows={runs}
        rowKey={(run) => run.id}
        columns={columns}
        card={(run) => <RunCard run={run} />}
        onOpen={(run) => void navigate({ to: '/runs/$id', params: { id: run.id } })}
        empty={isFiltered(search) ? 'Nothing fits these filters.' : <NothingYet />}
      />
      {runs && runs.length > 0 ? (
        <div className={classes['more']}>
          {list.hasNextPage ? (
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Load more
            </Button>
          ) : null}
          <span>{list.hasNextPage ? `${runs.length} so far` : runs.length === 1 ? '1 in all' : `All ${runs.length}`}</span>
        </div>
      ) : null}
    </>
  );
}

function ListActions({ store }: { store: string | undefined }) {
  const { may } = useSignedIn();
  const stores = useQuery(storesQuery);
  const [asked, setAsked] = useState<'try' | 'backfill' | null>(null);
  if (!may('accountant') || !stores.data || stores.data.length === 0) return null;
  const close = () => setAsked(null);
  return (
    <>
      <Button variant="default" onClick={() => setAsked('try')}>
        Dry run…
      </Button>
      <Button variant="default" onClick={() => setAsked('backfill')}>
        Backfill…
      </Button>
      {asked === 'try' ? <DryRunDialog stores={stores.data} begin={{ store: store ?? '' }} onClose={close} /> : null}
      {asked === 'backfill' ? <BackfillDialog stores={stores.data} begin={store ?? ''} onClose={close} /> : null}
    </>
  );
}

function NothingYet() {
  const stores = useQuery(storesQuery);
  const { may } = useSignedIn();
  const hasStores = (stores.data?.length ?? 0) > 0;
  return (
    <EmptyState
      title="Nothing has come from a store yet"
      actions={
        hasStores || !may('accountant') ? null : (
          <Button component={Link} to="/stores/connect">
            Connect a store
          </Button>
        )
      }
    >
      {hasStores
        ? 'As soon as the shop raises an invoice, is paid, refunds, or saves a customer or product, it appears here, by itself.'
        : 'Each document of a connected shop appears here with what became of it in Sage. No shop is connected yet.'}
    </EmptyState>
  );
}

function Subject({ run }: { run: Run }) {
  return (
    <>
      <Link to="/runs/$id" params={{ id: run.id }} className={classes['name']}>
        {subjectOf(run)}
      </Link>
      <span className={classes['small']}>{eventText(run.event)}</span>
    </>
  );
}

function State({ run }: { run: Run }) {
  const timeZone = useTimeZone();
  return (
    <>
      <Chip look={statusLooks[run.status]} />
      {run.status === 'waiting' && run.next_attempt_at ? (
        <span className={classes['small']}>next try {timeText(run.next_attempt_at, timeZone)}</span>
      ) : null}
    </>
  );
}

function RetryButton({ run }: { run: Run }) {
  const { may } = useSignedIn();
  const retry = useRetry();
  if (run.status !== 'failed' || !may('accountant')) return null;
  return (
    <Tooltip label="Retry">
      <ActionIcon size="md" aria-label={`Retry ${subjectOf(run)}`} loading={retry.isPending} onClick={() => retry.mutate(run)}>
        <IconRefresh size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

const columns: readonly Column<Run>[] = [
  {
    key: 'when',
    head: 'When',
    width: 'narrow',
    when: 'middling',
    cell: (run) => <MomentText instant={run.occurred_at} />,
  },
  { key: 'what', head: 'What', width: 'narrow', cell: (run) => <Subject run={run} /> },
  { key: 'store', head: 'Store', width: 'narrow', when: 'wide', cell: (run) => shopName(run.store_name) },
  { key: 'state', head: 'State', width: 'narrow', cell: (run) => <State run={run} /> },
  { key: 'story', head: 'In a sentence', cell: (run) => <span className={classes['sentence']}>{run.sentence}</span> },
  { key: 'sage', head: 'In Sage', width: 'narrow', when: 'middling', cell: (run) => run.outcome_reference ?? '–' },
  { key: 'retry', head: 'Retry', headHidden: true, width: 'narrow', cell: (run) => <RetryButton run={run} /> },
];

function RunCard({ run }: { run: Run }) {
  return (
    <div className={classes['card']}>
      <span>
        <Subject run={run} />
      </span>
      <span className={classes['end']}>
        <State run={run} />
      </span>
      <span className={classNames(classes['wide'], classes['sentence'])}>{run.sentence}</span>
      <span className={classes['quiet']}>
        <MomentText instant={run.occurred_at} />
        {run.outcome_reference ? ` · ${run.outcome_reference}` : ''}
      </span>
      <span className={classes['end']}>
        <RetryButton run={run} />
      </span>
    </div>
  );
}
