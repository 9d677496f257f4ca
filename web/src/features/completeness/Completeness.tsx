import { Alert, Button } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asProblem } from '@/lib/problem';
import { shopName } from '@/lib/shopName';
import { Chip } from '@/ui/Chip';
import { MomentText } from '@/ui/Moment';
import { PageHeader } from '@/ui/PageHeader';
import { ErrorState } from '@/ui/States';
import classes from './Completeness.module.css';
import { DayRows } from './DayRows';
import { Differences } from './Differences';
import { LeftOut } from './LeftOut';
import { PeriodFilters } from './PeriodFilters';
import { type Completeness as Compared, completenessQuery, exportAddress, type PeriodSearch } from './queries';
import { Totals } from './Totals';
import { completeLook, differsLook } from './words';

interface CompletenessProps {
  storeId: string;
  period: PeriodSearch;
  onPeriod: (next: PeriodSearch) => void;
}

/** A shop's invoices and credit memos of a period held against Sage's, to the cent. */
export function Completeness({ storeId, period, onPeriod }: CompletenessProps) {
  const compared = useQuery(completenessQuery(storeId, period));
  const problem = compared.error ? asProblem(compared.error) : null;
  const { data } = compared;
  const isTold = problem !== null && Object.keys(problem.errors).length > 0;
  return (
    <>
      <Button variant="subtle" size="xs" component={Link} to="/stores" leftSection={<IconArrowLeft size={16} aria-hidden />} mb={8} ml={-8}>
        Stores
      </Button>
      <PageHeader
        title={data ? `Completeness of ${shopName(data.store_name)}` : 'Completeness'}
        beside={data ? <Chip look={data.complete ? completeLook : differsLook} /> : null}
        lead="What the shop sold and what stands in Sage, side by side. Credit memos count below zero."
        actions={
          <Button
            variant="default"
            component="a"
            href={exportAddress(storeId, period)}
            download="completeness.csv"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Export CSV
          </Button>
        }
      />
      <PeriodFilters period={period} shown={data} onPeriod={onPeriod} />
      {isTold ? (
        <Alert color="red" mb="md" title="These days cannot be compared">
          {Object.values(problem.errors).flat().join(' ')}
        </Alert>
      ) : problem && !data ? (
        <ErrorState problem={problem} title="The two sides could not be compared" onRetry={() => void compared.refetch()} />
      ) : (
        <Shown compared={data} storeId={storeId} />
      )}
    </>
  );
}

function Shown({ compared, storeId }: { compared: Compared | undefined; storeId: string }) {
  if (!compared) return <Totals totals={undefined} />;
  return (
    <div className={classes['parts']}>
      <p className={classes['sentence']} role="status">
        {compared.sentence}{' '}
        <span className={classes['quiet']}>
          {compared.fresh_at ? (
            <>
              Sage’s side is as of <MomentText instant={compared.fresh_at} />.
            </>
          ) : (
            'Sage’s records have not been read yet; what was answered when documents were posted stands for them.'
          )}
        </span>
      </p>
      {compared.totals.length > 0 ? <Totals totals={compared.totals} /> : null}
      {compared.differing > 0 ? <Differences compared={compared} storeId={storeId} /> : null}
      {compared.rows.length > 0 ? <DayRows rows={compared.rows} /> : null}
      {compared.left_out.length > 0 ? <LeftOut leftOut={compared.left_out} storeId={storeId} /> : null}
    </div>
  );
}
