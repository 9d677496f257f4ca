import { Alert, Button } from '@mantine/core';
import { IconCircleCheck, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { api, type Schemas, told } from '@/lib/api';
import { momentInFull } from '@/lib/dates';
import { asProblem, type Problem } from '@/lib/problem';
import { useSignedIn, useTimeZone } from '@/lib/session';
import { without } from '@/lib/without';
import { Chip } from '@/ui/Chip';
import { type Column, DataTable } from '@/ui/DataTable';
import { ExportButton } from '@/ui/ExportButton';
import { MomentText } from '@/ui/Moment';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemNote } from '@/ui/FieldErrors';
import { ErrorState } from '@/ui/States';
import { AuditFilters } from './AuditFilters';
import classes from './AuditLog.module.css';
import { EntryDrawer } from './EntryDrawer';
import { type AuditLine, type AuditSearch, exportAddress, logQuery } from './queries';
import { actionWords, stateLooks } from './words';

interface AuditLogProps {
  search: AuditSearch;
  onSearch: (next: AuditSearch) => void;
}

/** Everything that was ever done, newest first. */
export function AuditLog({ search, onSearch }: AuditLogProps) {
  const { may } = useSignedIn();
  const timeZone = useTimeZone();
  const log = useInfiniteQuery(logQuery(search, timeZone));
  const verify = useMutation({ mutationFn: () => told(api.POST('/api/audit/verify')) });
  const lines = log.data?.pages.flatMap((page) => page.logs);
  const open = (line: AuditLine) => onSearch({ ...search, entry: line.id });
  const close = () => onSearch(without(search, 'entry'));
  return (
    <>
      <PageHeader
        title="Audit"
        lead="All that was done, by whom and with what outcome. Nothing can be changed; each entry carries the hash of the one before."
        actions={
          <>
            <ExportButton address={exportAddress(search, timeZone)} file="audit-log.csv" />
            {may('accountant') ? (
              <Button
                variant="default"
                leftSection={<IconShieldCheck size={16} aria-hidden />}
                loading={verify.isPending}
                onClick={() => verify.mutate()}
                data-testid="verify-button"
              >
                Verify
              </Button>
            ) : null}
          </>
        }
      />
      <VerifyResult check={verify.data} problem={verify.error ? asProblem(verify.error) : null} />
      <AuditFilters search={search} onSearch={onSearch} />
      {log.error && !lines ? (
        <ErrorState problem={asProblem(log.error)} onRetry={() => void log.refetch()} />
      ) : (
        <DataTable
          caption="Audit log, newest first"
          rows={lines}
          rowKey={(line) => line.id}
          columns={columnsFor(open)}
          card={(line) => <AuditCard line={line} onOpen={open} />}
          onOpen={open}
          empty="No entry fits these filters."
        />
      )}
      {lines && lines.length > 0 ? (
        <div className={classes['more']}>
          {log.hasNextPage ? (
            <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              Load more
            </Button>
          ) : null}
          <span>{log.hasNextPage ? `${lines.length} entries so far` : lines.length === 1 ? '1 entry' : `All ${lines.length} entries`}</span>
        </div>
      ) : null}
      {search.entry ? <EntryDrawer id={search.entry} onClose={close} onOpen={(id) => onSearch({ ...search, entry: id })} /> : null}
    </>
  );
}

function Who({ line }: { line: AuditLine }) {
  return (
    <span className={classes['who']}>
      {line.actor.name}
      {line.actor.kind === 'api_key' ? <span className={classes['kind']}> · API key</span> : null}
    </span>
  );
}

function When({ line, onOpen }: { line: AuditLine; onOpen: (line: AuditLine) => void }) {
  const timeZone = useTimeZone();
  return (
    <button
      type="button"
      className={classes['when']}
      title={momentInFull(line.at, timeZone)}
      aria-label={`${actionWords(line.action)}, ${momentInFull(line.at, timeZone)}: open`}
      onClick={() => onOpen(line)}
    >
      <MomentText instant={line.at} focusable={false} />
    </button>
  );
}

const columnsFor = (onOpen: (line: AuditLine) => void): readonly Column<AuditLine>[] => [
  { key: 'when', head: 'When', width: 'narrow', cell: (line) => <When line={line} onOpen={onOpen} /> },
  { key: 'who', head: 'Who', width: 'narrow', cell: (line) => <Who line={line} />, when: 'middling' },
  { key: 'what', head: 'What', width: 'narrow', cell: (line) => actionWords(line.action) },
  { key: 'status', head: 'Status', width: 'narrow', cell: (line) => <Chip look={stateLooks[line.status]} /> },
  { key: 'summary', head: 'In a sentence', cell: (line) => <span className={classes['summary']}>{line.summary}</span> },
];

function AuditCard({ line, onOpen }: { line: AuditLine; onOpen: (line: AuditLine) => void }) {
  return (
    <div className={classes['card']}>
      <strong>{actionWords(line.action)}</strong>
      <Chip look={stateLooks[line.status]} />
      <When line={line} onOpen={onOpen} />
      <Who line={line} />
      <span className={classes['summary']}>{line.summary}</span>
    </div>
  );
}

interface VerifyResultProps {
  check: Schemas['AuditVerdictResponse'] | undefined;
  problem: Problem | null;
}

/** What came of working the whole chain out again. */
function VerifyResult({ check, problem }: VerifyResultProps) {
  return (
    <div role="status" className={classes['result']}>
      {check?.whole ? (
        <Alert color="ledger" icon={<IconCircleCheck size={18} aria-hidden />} title="The log is whole">
          {check.entries} entries were worked out again. None was changed, removed or inserted.
        </Alert>
      ) : null}
      {check && !check.whole ? (
        <Alert color="red" icon={<IconShieldX size={18} aria-hidden />} title="The log is not whole">
          {check.problem} Keep this server as it is and ask whoever runs it to look at the database and its backups.
        </Alert>
      ) : null}
      {problem ? <ProblemNote problem={problem} /> : null}
    </div>
  );
}
