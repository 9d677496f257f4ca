import { ActionIcon, Button, NativeSelect, Progress, Skeleton, Stack, Tooltip } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '@/lib/problem';
import { useSignedIn } from '@/lib/session';
import { Chip } from '@/ui/Chip';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { type Column, DataTable } from '@/ui/DataTable';
import { MomentText } from '@/ui/Moment';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import classes from './CopiesStatus.module.css';
import { isBusy, type SyncResource, type SyncStatus, syncStatusQuery, useSetInterval, useStartSync } from './queries';
import { UnreadRecords } from './UnreadRecords';
import { driftText, intervalChoices, progressText, resourceNames, stateLooks } from './words';

/** How the copies of what Sage has stand, and what can be done about it. It reads itself anew. */
export function CopiesStatus() {
  const status = useQuery(syncStatusQuery);
  if (status.error && !status.data)
    return (
      <ErrorState problem={asProblem(status.error)} onRetry={() => void status.refetch()} title="How the copies stand could not be read" />
    );
  if (!status.data) return <Skeleton height={420} />;
  return (
    <Stack gap="md">
      <Copies status={status.data} />
      <UnreadRecords records={status.data.unreadable} />
      <Interval status={status.data} />
    </Stack>
  );
}

function Copies({ status }: { status: SyncStatus }) {
  const { may } = useSignedIn();
  const start = useStartSync();
  const [comparing, setComparing] = useState(false);
  const isRunning = status.resources.some(({ state }) => isBusy(state));
  const compare = () => {
    setComparing(false);
    start.mutate({ resource: 'all', full: true });
  };
  return (
    <Panel
      title="Copies of Sage"
      lead="Lists, search and statements read these copies, so that they answer at once and Sage’s call allowance is left to your work."
      actions={
        may('accountant') ? (
          <div className={classes['actions']}>
            <Button variant="default" onClick={() => setComparing(true)}>
              Compare everything…
            </Button>
            <Button
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={start.isPending}
              disabled={isRunning}
              onClick={() => start.mutate({ resource: 'all', full: false })}
            >
              Sync now
            </Button>
          </div>
        ) : null
      }
    >
      <p className={classes['fresh']}>
        {status.fresh_at ? (
          <>
            All of it is as it was in Sage on <MomentText instant={status.fresh_at} ago /> or later.
          </>
        ) : (
          'Not everything has been read from Sage yet.'
        )}
      </p>
      <DataTable
        caption="Copies"
        rows={status.resources}
        rowKey={({ resource }) => resource}
        columns={may('accountant') ? [...columns, readColumn] : columns}
        card={(one) => <Card one={one} />}
      />
      <ConfirmDialog
        opened={comparing}
        title="Compare everything with Sage?"
        action="Compare everything"
        onConfirm={compare}
        onClose={() => setComparing(false)}
      >
        Every record is read again and held against its copy, one call to Sage for each 200 records. Nothing changes in Sage; what differs
        here is put right and told on this page. It happens by itself every night.
      </ConfirmDialog>
    </Panel>
  );
}

/** A state, how far it is, and what went wrong. */
function State({ one }: { one: SyncResource }) {
  const progress = progressText(one);
  return (
    <div className={classes['state']}>
      <Chip look={one.comparing ? { ...stateLooks[one.state], word: 'Comparing' } : stateLooks[one.state]} />
      {progress === '' ? null : <span className={classes['small']}>{progress}</span>}
      {one.expected ? (
        <Progress
          size="sm"
          value={(100 * Math.min(one.read ?? 0, one.expected)) / one.expected}
          aria-label={`${resourceNames[one.resource]}: ${progress}`}
        />
      ) : null}
      {one.problem ? <span className={classes['problem']}>{one.problem}</span> : null}
      {one.state === 'failing' && one.next_at ? (
        <span className={classes['small']}>
          next try <MomentText instant={one.next_at} />
        </span>
      ) : null}
    </div>
  );
}

function Compared({ one }: { one: SyncResource }) {
  if (!one.compared_at) return <>–</>;
  return (
    <>
      <MomentText instant={one.compared_at} />
      <span className={classes['small']}>{one.drift ? <Drift drift={one.drift} /> : 'nothing has differed so far'}</span>
    </>
  );
}

function Drift({ drift }: { drift: NonNullable<SyncResource['drift']> }) {
  return (
    <>
      <MomentText instant={drift.at} />: {driftText(drift)}
    </>
  );
}

function Fresh({ one }: { one: SyncResource }) {
  return one.fresh_at ? <MomentText instant={one.fresh_at} /> : <>–</>;
}

const columns: readonly Column<SyncResource>[] = [
  {
    key: 'what',
    head: 'What',
    width: 'narrow',
    cell: ({ resource }) => <span className={classes['what']}>{resourceNames[resource]}</span>,
  },
  { key: 'state', head: 'State', cell: (one) => <State one={one} /> },
  { key: 'records', head: 'Records', width: 'narrow', align: 'end', cell: ({ records }) => <span className="lb-figures">{records}</span> },
  { key: 'fresh', head: 'As in Sage', width: 'narrow', cell: (one) => <Fresh one={one} /> },
  { key: 'compared', head: 'Last comparison', when: 'middling', cell: (one) => <Compared one={one} /> },
];

const readColumn: Column<SyncResource> = {
  key: 'read',
  head: 'Read again',
  headHidden: true,
  width: 'narrow',
  cell: (one) => <ReadAgain one={one} />,
};

function ReadAgain({ one }: { one: SyncResource }) {
  const start = useStartSync();
  const words = `Read ${resourceNames[one.resource].toLowerCase()} again`;
  return (
    <Tooltip label={words}>
      <ActionIcon
        size="md"
        aria-label={words}
        loading={start.isPending}
        disabled={isBusy(one.state)}
        onClick={() => start.mutate({ resource: one.resource, full: false })}
      >
        <IconRefresh size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function Card({ one }: { one: SyncResource }) {
  return (
    <div className={classes['card']}>
      <span className={classes['what']}>{resourceNames[one.resource]}</span>
      <span className="lb-figures">{one.records}</span>
      <State one={one} />
      <span className={classes['quiet']}>
        <Fresh one={one} />
      </span>
    </div>
  );
}

function Interval({ status }: { status: SyncStatus }) {
  const { may } = useSignedIn();
  const set = useSetInterval();
  return (
    <Panel
      title="How often"
      lead="Copies are brought into step by themselves. What is written from here, or by a shop, is in them at once, whatever stands here."
    >
      <NativeSelect
        label="Bring copies into step"
        maw={320}
        value={String(set.isPending ? set.variables : status.every_minutes)}
        data={intervalChoices}
        disabled={!may('owner')}
        description={may('owner') ? undefined : 'An Owner can change this.'}
        onChange={(event) => set.mutate(Number(event.currentTarget.value))}
      />
    </Panel>
  );
}
