import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSignedIn } from '@/lib/session';
import { Panel } from '@/ui/Panel';
import classes from './FirstSteps.module.css';
import type { Step } from './queries';

interface Words {
  readonly title: string;
  readonly text: string;
  readonly actions: ReactNode;
}

const words: Record<Step['kind'], Words> = {
  connect_sage: {
    title: 'Connect Sage',
    text: 'Sign in at Sage once and allow Ledgerbridge to work in your books. It sees no password.',
    actions: (
      <Button size="xs" component={Link} to="/connect">
        Connect Sage
      </Button>
    ),
  },
  choose_business: {
    title: 'Choose a business',
    text: 'One connection may lead to several businesses; Ledgerbridge works with one at a time, and you can change it at any time.',
    actions: (
      <Button size="xs" component={Link} to="/connect/business">
        Choose a business
      </Button>
    ),
  },
  bring_documents: {
    title: 'Bring in documents',
    text: 'Connect a Magento shop, whose documents then go to Sage by themselves, or write an invoice here.',
    actions: (
      <>
        <Button size="xs" component={Link} to="/stores/connect">
          Connect a store
        </Button>
        <Button size="xs" variant="default" component={Link} to="/invoices/new">
          New invoice
        </Button>
      </>
    ),
  },
};

/** What a new workspace does first: one step after another, the next one with its button. */
export function FirstSteps({ steps }: { steps: readonly Step[] }) {
  const { may } = useSignedIn();
  const next = steps.find(({ done }) => !done)?.kind;
  return (
    <Panel title="First steps" lead={may('accountant') ? null : 'An Accountant or Owner takes these steps.'}>
      <ol className={classes['steps']}>
        {steps.map(({ kind, done }) => {
          const { title, text, actions } = words[kind];
          const Mark = done ? IconCircleCheckFilled : IconCircle;
          return (
            <li key={kind} className={classes['step']} {...(kind === next ? { 'aria-current': 'step' as const } : {})}>
              <Mark size={20} className={done ? (classes['done'] ?? '') : (classes['open'] ?? '')} aria-hidden />
              <div className={classes['words']}>
                <h3 className={classes['title']}>
                  {title}
                  {done ? <span className={classes['quiet']}> · done</span> : null}
                </h3>
                {done ? null : <p className={classes['text']}>{text}</p>}
              </div>
              {kind === next && may('accountant') ? <div className={classes['actions']}>{actions}</div> : null}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
