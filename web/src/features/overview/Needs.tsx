import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { classNames } from '@/ui/classes';
import { Panel } from '@/ui/Panel';
import classes from './Needs.module.css';
import type { Need } from './queries';
import { settledInSettings } from './words';

/** Things only a person can put right, each with its button; or that there is none. */
export function Needs({ needs }: { needs: readonly Need[] }) {
  if (needs.length === 0) {
    return (
      <p className={classes['well']}>
        <IconCircleCheck size={20} stroke={1.75} aria-hidden />
        All is well: nothing needs you.
      </p>
    );
  }
  return (
    <Panel title="Needs you">
      <ul className={classes['needs']}>
        {needs.map((need) => (
          <li key={`${need.kind} ${need.store_id ?? ''} ${need.cause ?? ''}`} className={classes['need']}>
            <span className={classNames(classes['mark'], isMild(need) && classes['mild'])} aria-hidden />
            <div className={classes['words']}>
              <h3 className={classes['title']}>{need.title}</h3>
              <p className={classes['text']}>{need.text}</p>
            </div>
            <div className={classes['actions']}>
              <Actions need={need} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const isMild = ({ kind }: Need): boolean => kind === 'old_drafts' || kind === 'connection_ending';

/** What leads to where it is put right. */
function Actions({ need }: { need: Need }) {
  const shop = need.store_id ?? '';
  // Several needs have a button of the same words, so each says what it is about.
  const showWords = need.count === 1 ? 'Show it' : 'Show them';
  const label = (words: string) => `${words}: ${need.title}`;
  switch (need.kind) {
    case 'reconnect_needed':
      return (
        <Button size="xs" component={Link} to="/connect">
          Connect again
        </Button>
      );
    case 'connection_ending':
      return (
        <Button size="xs" variant="default" renderRoot={(props) => <Link to="/settings" search={{ tab: 'connection' }} {...props} />}>
          Renew it
        </Button>
      );
    case 'store_refuses':
    case 'store_unpaired':
    case 'store_unreachable':
      return (
        <Button size="xs" variant="default" component={Link} to="/stores" aria-label={label('Open the stores')}>
          Open the stores
        </Button>
      );
    case 'runs_failed':
      return (
        <>
          {settledInSettings.has(need.cause ?? '') ? (
            <Button
              size="xs"
              variant="subtle"
              aria-label={label('Open the settings')}
              renderRoot={(props) => <Link to="/stores/$id" params={{ id: shop }} {...props} />}
            >
              Open the settings
            </Button>
          ) : null}
          <Button
            size="xs"
            variant="default"
            aria-label={label(showWords)}
            renderRoot={(props) => <Link to="/runs" search={{ status: 'failed', store: shop, cause: need.cause ?? '' }} {...props} />}
          >
            {showWords}
          </Button>
        </>
      );
    case 'documents_differ':
      return (
        <Button
          size="xs"
          variant="default"
          aria-label={label('Compare')}
          renderRoot={(props) => <Link to="/stores/$id/completeness" params={{ id: shop }} {...props} />}
        >
          Compare
        </Button>
      );
    case 'sync_failing':
      return (
        <Button size="xs" variant="default" renderRoot={(props) => <Link to="/settings" search={{ tab: 'copies' }} {...props} />}>
          Look at the copies
        </Button>
      );
    case 'old_drafts':
      return (
        <Button size="xs" variant="default" renderRoot={(props) => <Link to="/invoices" search={{ status: 'draft' }} {...props} />}>
          Show the drafts
        </Button>
      );
  }
}
