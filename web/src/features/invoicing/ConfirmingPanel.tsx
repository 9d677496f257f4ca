import { Button, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconClockHour4, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { timeText } from '@/lib/dates';
import { moneyText } from '@/lib/money';
import { useTimeZone } from '@/lib/session';
import { classNames } from '@/ui/classes';
import { ProblemCode } from '@/ui/States';
import classes from './ConfirmingPanel.module.css';
import type { Outcome } from './queries';
import type { Confirming } from './useConfirming';

interface ConfirmingPanelProps {
  confirming: Confirming;
  isAsking: boolean;
  onAsk: () => void;
  onSendAgain: () => void;
  onBack: () => void;
  onNew: () => void;
}

interface FrameProps {
  look: 'done' | 'waiting' | 'refused';
  icon: Icon;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}

function Frame({ look, icon: Picture, title, children, actions }: FrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <div className={classNames(classes['panel'], classes[look])} role="status" data-testid="confirming">
      <Title order={2} ref={heading} tabIndex={-1} className={classes['title'] ?? ''}>
        <Picture size={22} aria-hidden />
        {title}
      </Title>
      {children}
      {actions ? <div className={classes['actions']}>{actions}</div> : null}
    </div>
  );
}

/** What became of a confirmation, to its end: in Sage, on its way, refused, or not known yet. */
export function ConfirmingPanel({ confirming, isAsking, onAsk, onSendAgain, onBack, onNew }: ConfirmingPanelProps) {
  const timeZone = useTimeZone();
  const back = (
    <Button variant="default" onClick={onBack}>
      Back to the invoice
    </Button>
  );
  const check = (
    <Button variant="default" onClick={onAsk} loading={isAsking}>
      Check again
    </Button>
  );
  switch (confirming.state) {
    case 'sending':
      return (
        <Frame look="waiting" icon={IconClockHour4} title="Sending to Sage…">
          <p>This takes a moment. You may reload or leave this page; the invoice is made once in any case.</p>
        </Frame>
      );
    case 'done':
      return <Done outcome={confirming.outcome} onNew={onNew} />;
    case 'waiting':
      return (
        <Frame look="waiting" icon={IconClockHour4} title="Kept, and on its way to Sage" actions={check}>
          <p>{confirming.outcome.message}</p>
          <p className={classes['quiet']}>
            {confirming.outcome.next_attempt_at ? `Next try at ${timeText(confirming.outcome.next_attempt_at, timeZone)}. ` : ''}
            This page looks by itself; you need not stay.
          </p>
        </Frame>
      );
    case 'not known':
      return (
        <Frame look="refused" icon={IconCircleX} title="It is not known yet whether this arrived" actions={check}>
          <p>
            The answer was lost on the way. The invoice may be on its way to Sage or not; nothing is sent twice. This page asks again by
            itself.
          </p>
          <ProblemCode problem={confirming.problem} />
        </Frame>
      );
    case 'not confirmed':
      return (
        <Frame
          look="refused"
          icon={IconCircleX}
          title="The confirmation did not arrive"
          actions={
            <>
              <Button onClick={onSendAgain}>Confirm now</Button>
              {check}
              {back}
            </>
          }
        >
          <p>Ledgerbridge has the preview, but no confirmation of it. Nothing was sent to Sage, and what you typed is kept.</p>
        </Frame>
      );
    default:
      return (
        <Frame look="refused" icon={IconCircleX} title="The invoice was not made" actions={back}>
          <p>{confirming.problem.message}</p>
          {Object.values(confirming.problem.errors)
            .flat()
            .filter((message) => message !== confirming.problem.message)
            .map((message) => (
              <p key={message}>{message}</p>
            ))}
          <p className={classes['quiet']}>What you typed is kept. Correct it and preview it again.</p>
          <ProblemCode problem={confirming.problem} />
        </Frame>
      );
  }
}

function Done({ outcome, onNew }: { outcome: Outcome; onNew: () => void }) {
  const invoice = outcome.invoice ?? null;
  const isDraft = invoice?.status === 'draft';
  return (
    <Frame
      look="done"
      icon={IconCircleCheck}
      title="Invoice created successfully"
      actions={
        <>
          {outcome.id ? (
            <Button renderRoot={(props) => <Link to="/invoices/$id" params={{ id: outcome.id ?? '' }} {...props} />}>
              {isDraft ? 'Open the draft' : `Open ${invoice?.number ?? 'the invoice'}`}
            </Button>
          ) : null}
          <Button variant="default" onClick={onNew}>
            New invoice
          </Button>
        </>
      }
    >
      {invoice ? (
        <p>
          {isDraft ? 'The draft' : `The invoice ${invoice.number ?? ''}`} with the reference {invoice.reference} for{' '}
          {moneyText(invoice.gross_amount, invoice.currency)} to {invoice.contact_name} is in Sage now.
          {isDraft ? ' Nothing is booked until you release it.' : ''}
        </p>
      ) : null}
    </Frame>
  );
}
