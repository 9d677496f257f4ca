import { Drawer, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asProblem } from '@/lib/problem';
import { Chip } from '@/ui/Chip';
import { JsonText } from '@/ui/JsonText';
import { KeyValues } from '@/ui/KeyValues';
import { MomentText } from '@/ui/Moment';
import { Readable } from '@/ui/Readable';
import { ErrorState } from '@/ui/States';
import classes from './EntryDrawer.module.css';
import { type AuditEntry, entryQuery } from './queries';
import { actionWords, stateLooks } from './words';

interface EntryDrawerProps {
  id: string;
  onClose: () => void;
  onOpen: (id: string) => void;
}

/** One entry in full: who, when, what, what was asked and what came of it, and its place in the chain. */
export function EntryDrawer({ id, onClose, onOpen }: EntryDrawerProps) {
  const entry = useQuery(entryQuery(id));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={entry.data ? `${actionWords(entry.data.entry.action)} · no. ${entry.data.entry.seq}` : 'Entry'}
    >
      {entry.error ? <ErrorState problem={asProblem(entry.error)} onRetry={() => void entry.refetch()} /> : null}
      {entry.data ? <Loaded entry={entry.data} onOpen={onOpen} /> : entry.error ? null : <Skeleton height={240} />}
    </Drawer>
  );
}

function Loaded({
  entry: { entry, request, response, hash, previous_hash: previousHash },
  onOpen,
}: {
  entry: AuditEntry;
  onOpen: (id: string) => void;
}) {
  const { thread, target } = entry;
  return (
    <div data-testid="audit-entry">
      <p className={classes['summary']}>{entry.summary}</p>
      <KeyValues
        rows={[
          ['Status', <Chip key="status" look={stateLooks[entry.status]} />],
          ['When', <MomentText key="when" instant={entry.at} />],
          ['Who', entry.actor.kind === 'api_key' ? `${entry.actor.name} (API key)` : entry.actor.name],
          ['Concerns', target ? <Target key="target" kind={target.kind} id={target.id} /> : null],
          [
            'Belongs to',
            thread ? (
              <a
                key="thread"
                href={`/audit?entry=${thread}`}
                onClick={(event) => {
                  event.preventDefault();
                  onOpen(thread);
                }}
              >
                The preview it continues
              </a>
            ) : null,
          ],
        ]}
      />
      <Part title="What was asked" value={request} />
      <Part title="What came of it" value={response} />
      <div className={classes['part']}>
        <h3>In the chain</h3>
        <p className={classes['hash']}>This entry {hash}</p>
        <p className={classes['hash']}>The one before {previousHash || '(none)'}</p>
      </div>
    </div>
  );
}

/** What an entry is about, with the way to it where it has a screen. */
function Target({ kind, id }: { kind: string; id: string }) {
  if (kind === 'invoice')
    return (
      <Link to="/invoices/$id" params={{ id }}>
        The invoice
      </Link>
    );
  if (kind === 'store')
    return (
      <Link to="/stores/$id" params={{ id }}>
        The store
      </Link>
    );
  if (kind === 'run')
    return (
      <Link to="/runs/$id" params={{ id }}>
        The run
      </Link>
    );
  return <>{`${kind.replaceAll('_', ' ')} ${id}`}</>;
}

function Part({ title, value }: { title: string; value: unknown }) {
  if (value === null || value === undefined) return null;
  return (
    <section className={classes['part']}>
      <h3>{title}</h3>
      <Readable value={value} />
      <details className={classes['raw']}>
        <summary>As JSON</summary>
        <JsonText value={value} label={`${title}, as JSON`} />
      </details>
    </section>
  );
}
