import { Button, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Problem } from '@/lib/problem';
import { classNames } from './classes';
import { CopyButton } from './CopyButton';
import classes from './States.module.css';

interface EmptyStateProps {
  title: string;
  /** What this is and why it is empty. */
  children: ReactNode;
  actions?: ReactNode;
}

/** Nothing is here: what it is, why, and one thing to do. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={classes['state']}>
      <Title order={2}>{title}</Title>
      <div className={classes['quiet']}>{children}</div>
      {actions ? <div className={classes['actions']}>{actions}</div> : null}
    </div>
  );
}

/** The kind of a problem as a word, and what the log calls the request: small, copyable, for whoever helps. */
export function ProblemCode({ problem }: { problem: Problem }) {
  const text = problem.traceId ? `${problem.code} · ${problem.traceId}` : problem.code;
  return (
    <span className={classes['code']}>
      {problem.code}
      <CopyButton text={text} what="code for support" />
    </span>
  );
}

/** What a person can do about a problem that concerns the whole screen. */
function Remedy({ problem, onRetry }: { problem: Problem; onRetry?: (() => void) | undefined }) {
  if (problem.code === 'no_business')
    return (
      <Button component={Link} to="/connect">
        Connect Sage
      </Button>
    );
  if (problem.code === 'reconnect_needed')
    return (
      <Button component={Link} to="/connect">
        Connect again
      </Button>
    );
  if (problem.code === 'not_allowed' || problem.code === 'not_found' || !onRetry) return null;
  return <Button onClick={onRetry}>Try again</Button>;
}

interface ErrorStateProps {
  problem: Problem;
  /** What could not be shown, such as `The invoices could not be read.` */
  title?: string;
  onRetry?: () => void;
}

/** Something could not be shown: why, what was kept, what to do. A screen without a business is told as empty, because nothing failed. */
export function ErrorState({ problem, title, onRetry }: ErrorStateProps) {
  if (problem.code === 'no_business') {
    return (
      <EmptyState title="No business is chosen yet" actions={<Remedy problem={problem} />}>
        <p>Ledgerbridge works with one Sage business at a time. Connect Sage and choose a business; then this screen fills.</p>
      </EmptyState>
    );
  }
  return (
    <div className={classNames(classes['state'], classes['failed'])} role="alert">
      <Title order={2}>{title ?? problem.title}</Title>
      <p>{problem.message}</p>
      <ProblemCode problem={problem} />
      <div className={classes['actions']}>
        <Remedy problem={problem} onRetry={onRetry} />
      </div>
    </div>
  );
}
