import { Alert, Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays, type Day } from '@/lib/dates';
import { add, compare, negate, parseDecimal, zero } from '@/lib/decimal';
import { asProblem } from '@/lib/problem';
import { referenceQuery } from '@/lib/queries';
import { useToday } from '@/lib/session';
import { BackLink } from '@/ui/BackLink';
import { DateFilter } from '@/ui/DateFilter';
import { ExportButton } from '@/ui/ExportButton';
import { Filters } from '@/ui/Filters';
import { MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { PageHeader } from '@/ui/PageHeader';
import { printPaper } from '@/ui/print';
import { ErrorState } from '@/ui/States';
import { type Period, type Statement, statementFile, statementQuery } from './queries';
import { StatementPaper } from './StatementPaper';
import classes from './StatementView.module.css';

/** The period as it stands in the address; what is left out is the usual one. */
export type StatementSearch = Partial<Period>;

/** From the first of the month two months before until today. */
function usualPeriod(today: Day): Period {
  const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01`;
  const monthBefore = (day: Day): Day => firstOf(addDays(firstOf(day), -1));
  return { from: monthBefore(monthBefore(today)), to: today };
}

interface StatementViewProps {
  id: string;
  search: StatementSearch;
  onSearch: (next: StatementSearch) => void;
}

/** What a customer was invoiced and paid over a period, and owes after each, to be looked at, printed and sent. */
export function StatementView({ id, search, onSearch }: StatementViewProps) {
  const today = useToday();
  const period = { ...usualPeriod(today), ...search };
  const found = useQuery(statementQuery(id, period));
  const back = (
    <BackLink to="/contacts/$id" params={{ id }}>
      The customer
    </BackLink>
  );
  const name = found.data?.contact.name;
  return (
    <>
      {back}
      <PageHeader
        title={name ? `Statement of ${name}` : 'Statement'}
        lead={
          found.data?.fresh_at ? (
            <>
              From the copies, as in Sage <MomentText instant={found.data.fresh_at} />.
            </>
          ) : undefined
        }
        actions={
          <>
            <ExportButton address={statementFile(id, period)} file="statement.csv" />
            <Button leftSection={<IconPrinter size={16} aria-hidden />} disabled={!found.data} onClick={printPaper}>
              Print
            </Button>
          </>
        }
      />
      <Filters even onClear={search.from || search.to ? () => onSearch({}) : null}>
        <DateFilter label="From" value={period.from} onChange={(from) => onSearch(from === '' ? {} : { ...search, from })} />
        <DateFilter label="To" value={period.to} onChange={(to) => onSearch(to === '' ? {} : { ...search, to })} />
      </Filters>
      {found.error ? (
        <ErrorState problem={asProblem(found.error)} title="The statement could not be made" onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Loaded statement={found.data} isUntilToday={period.to >= today} />
      ) : (
        <Skeleton height={420} />
      )}
    </>
  );
}

function Loaded({ statement, isUntilToday }: { statement: Statement; isUntilToday: boolean }) {
  const reference = useQuery(referenceQuery).data;
  return (
    <div className={classes['stack']}>
      {isUntilToday ? <Difference statement={statement} /> : null}
      <StatementPaper statement={statement} reference={reference} />
    </div>
  );
}

/** Says when Sage's balance is another one than the documents come to. */
function Difference({ statement }: { statement: Statement }) {
  const { contact, currency } = statement;
  const inSage = contact.balance === null ? null : parseDecimal(contact.balance);
  const here = parseDecimal(statement.closing_balance);
  if (!inSage || !here) return null;
  const difference = add(inSage, negate(here));
  if (compare(difference, zero) === 0) return null;
  return (
    <Alert color="yellow" title="Sage has another balance">
      By Sage this customer owes <Money amount={inSage} currency={currency} />, by the documents below{' '}
      <Money amount={here} currency={currency} />. The difference of <Money amount={difference} currency={currency} /> comes from what is
      not copied, such as opening balances, journals and discounts, or from what changed since the copies were read.{' '}
      {contact.sage_url ? (
        <a href={contact.sage_url} target="_blank" rel="noopener noreferrer">
          Open the customer in Sage
        </a>
      ) : (
        <Link to="/contacts/$id" params={{ id: contact.id }}>
          Open the customer
        </Link>
      )}
    </Alert>
  );
}
