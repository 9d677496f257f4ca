import { Button, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { RunDetails } from '@/lib/runs';
import { asProblem } from '@/lib/problem';
import { useSignedIn } from '@/lib/session';
import { shopName } from '@/lib/shopName';
import { eventText, subjectOf } from '@/lib/runWords';
import { BackLink } from '@/ui/BackLink';
import { Chip } from '@/ui/Chip';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { CopyButton } from '@/ui/CopyButton';
import { KeyValues } from '@/ui/KeyValues';
import { MomentText } from '@/ui/Moment';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import { Decisions } from './Decisions';
import { DryRunDialog } from './DryRunDialog';
import { PostingPart } from './PostingPart';
import { runQuery, useRetry, useUndo } from './queries';
import classes from './RunDetail.module.css';
import { Timeline } from './Timeline';
import { statusLooks } from './words';

/** One run, told as a story: what came, what was decided, what was sent, what Sage answered, and what can be done. */
export function RunDetail({ id }: { id: string }) {
  const run = useQuery(runQuery(id));
  const backLink = <BackLink to="/runs">Sync history</BackLink>;
  if (run.error && !run.data) {
    return (
      <>
        {backLink}
        <PageHeader title="Run" />
        <ErrorState problem={asProblem(run.error)} onRetry={() => void run.refetch()} />
      </>
    );
  }
  if (!run.data) {
    return (
      <div role="status" aria-label="Reading the run">
        {backLink}
        <PageHeader title="Run" />
        <Skeleton height={420} />
      </div>
    );
  }
  return (
    <>
      {backLink}
      <Loaded run={run.data} />
    </>
  );
}

function Loaded({ run }: { run: RunDetails }) {
  return (
    <>
      <PageHeader
        title={subjectOf(run)}
        beside={<Chip look={statusLooks[run.status]} />}
        lead={
          <>
            {eventText(run.event)} · {shopName(run.store_name)}
          </>
        }
        actions={<Actions run={run} />}
      />
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <Panel title="What happened">
            <p className={classes['story']} data-testid="run-sentence">
              {run.sentence}
            </p>
            {run.next_step ? <p className={classes['nextStep']}>{run.next_step}</p> : null}
          </Panel>
          {run.decisions.length > 0 ? (
            <Panel title="What was decided" lead={`By version ${run.policy_version} of the store’s settings.`}>
              <Decisions decisions={run.decisions} />
            </Panel>
          ) : null}
          {run.postings.length > 0 ? (
            <Panel title="What went to Sage">
              {run.postings.map((posting) => (
                <PostingPart key={posting.id} posting={posting} />
              ))}
            </Panel>
          ) : null}
        </div>
        <div className={classes['aside']}>
          <Panel title="Step by step">
            <Timeline run={run} />
          </Panel>
          <Facts run={run} />
        </div>
      </div>
    </>
  );
}

function Facts({ run }: { run: RunDetails }) {
  const code = run.cause ?? run.skip_reason;
  return (
    <Panel title="Where it stands">
      <KeyValues
        rows={[
          ['State', <Chip key="state" look={statusLooks[run.status]} />],
          [
            'In Sage',
            run.outcome_reference ? (
              <span key="reference" className={classes['code']}>
                {run.outcome_reference} <CopyButton text={run.outcome_reference} what="reference" />
              </span>
            ) : null,
          ],
          ['Attempts', run.attempts > 0 ? String(run.attempts) : null],
          ['Next try', run.next_attempt_at ? <MomentText key="next" instant={run.next_attempt_at} /> : null],
          [
            'Store',
            <Link key="store" to="/stores/$id" params={{ id: run.store_id }}>
              {shopName(run.store_name)}
            </Link>,
          ],
          ['Id in the shop', String(run.entity_id)],
          ['Settings', `version ${run.policy_version}`],
          [
            'Code',
            code ? (
              <span key="code" className={classes['code']}>
                {code} <CopyButton text={`${code} · ${run.id}`} what="code for support" />
              </span>
            ) : null,
          ],
        ]}
      />
    </Panel>
  );
}

function Actions({ run }: { run: RunDetails }) {
  const { may } = useSignedIn();
  const retry = useRetry();
  const [asked, setAsked] = useState<'try' | 'undo' | null>(null);
  if (!may('accountant')) return null;
  const close = () => setAsked(null);
  return (
    <>
      {run.can_undo ? (
        <Button variant="default" onClick={() => setAsked('undo')}>
          Undo…
        </Button>
      ) : null}
      <Button variant="default" onClick={() => setAsked('try')}>
        Dry run…
      </Button>
      {run.can_retry ? (
        <Button leftSection={<IconRefresh size={16} aria-hidden />} loading={retry.isPending} onClick={() => retry.mutate(run)}>
          Retry
        </Button>
      ) : null}
      {asked === 'undo' ? <UndoDialog run={run} onClose={close} /> : null}
      {asked === 'try' ? (
        <DryRunDialog
          stores={[{ id: run.store_id, base_url: run.store_name }]}
          begin={{ store: run.store_id, event: run.event, entity: run.entity_id }}
          onClose={close}
        />
      ) : null}
    </>
  );
}

const reasonLengths = { min: 3, max: 200 };

function UndoDialog({ run, onClose }: { run: RunDetails; onClose: () => void }) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const undo = useUndo(run, onClose);
  const problem = undo.error ? asProblem(undo.error) : null;
  const refusal = problem?.errors['reason']?.join(' ');
  const named = run.outcome_reference ? `${subjectOf(run)} (${run.outcome_reference} in Sage)` : subjectOf(run);
  const send = () => {
    const isShort = reason.trim().length < reasonLengths.min;
    setMissing(isShort);
    if (isShort) document.getElementById(id)?.focus();
    else undo.mutate(reason.trim());
  };
  return (
    <ConfirmDialog
      opened
      danger
      title={`Undo ${named}?`}
      action="Undo it"
      busy={undo.isPending}
      problem={refusal ? null : problem}
      onConfirm={send}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">
          What this run posted is voided or deleted in Sage, the last first. The shop keeps its document; it can be posted again with Retry.
        </Text>
        <TextInput
          id={id}
          label="Reason"
          description={`${reasonLengths.min} to ${reasonLengths.max} characters. Sage shows it on the document.`}
          maxLength={reasonLengths.max}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setMissing(false);
          }}
          error={isMissing ? 'Say why in a few words, so that whoever finds the document later understands it.' : refusal}
          data-autofocus
          data-testid="undo-reason"
        />
      </Stack>
    </ConfirmDialog>
  );
}
