import type { ReactNode } from 'react';
import type { RunAttempt, RunDetails } from '@/lib/runs';
import { plainWords } from '@/lib/runWords';
import { classNames } from '@/ui/classes';
import { MomentText } from '@/ui/Moment';
import classes from './RunDetail.module.css';
import { durationText, isOpen, statusLooks } from './words';

/** The run from the shop's event to its end, step by step. */
export function Timeline({ run }: { run: RunDetails }) {
  return (
    <ol className={classes['timeline']}>
      <Step name="Happened in the shop" at={run.occurred_at} tone="ok" />
      <Step name="Received from the shop" at={run.created_at} tone="ok" />
      {run.attempts_made.map((attempt) => (
        <Attempt key={attempt.number} attempt={attempt} />
      ))}
      {isOpen(run.status) && run.next_attempt_at ? (
        <Step name="Next try" at={run.next_attempt_at}>
          By itself; nobody has to do anything.
        </Step>
      ) : null}
      {run.finished_at ? (
        <Step name={statusLooks[run.status].word} at={run.finished_at} tone={run.status === 'failed' ? 'bad' : 'ok'}>
          {run.outcome_reference ? `${run.outcome_reference} in Sage.` : null}
        </Step>
      ) : null}
    </ol>
  );
}

function Attempt({ attempt }: { attempt: RunAttempt }) {
  const isFailure = attempt.cause !== null || attempt.failure_class !== null;
  return (
    <Step
      name={`Attempt ${attempt.number}: ${plainWords(attempt.outcome).toLowerCase()}`}
      at={attempt.began_at}
      beside={`took ${durationText(attempt.began_at, attempt.ended_at)}`}
      tone={isFailure ? 'bad' : 'ok'}
    >
      {attempt.sentence}
    </Step>
  );
}

interface StepProps {
  name: string;
  at: string;
  beside?: string;
  tone?: 'ok' | 'bad';
  children?: ReactNode;
}

function Step({ name, at, beside, tone, children }: StepProps) {
  return (
    <li className={classNames(classes['moment'], tone && classes[tone])}>
      <div className={classes['momentHead']}>
        <strong>{name}</strong>
        <span className={classes['quiet']}>
          <MomentText instant={at} />
          {beside ? ` · ${beside}` : ''}
        </span>
      </div>
      {children ? <p className={classes['momentText']}>{children}</p> : null}
    </li>
  );
}
