import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayText } from '@/lib/dates';
import { asProblem } from '@/lib/problem';
import { shopName } from '@/lib/shopName';
import { Chip } from '@/ui/Chip';
import { MomentText } from '@/ui/Moment';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { ErrorState } from '@/ui/States';
import { DayChart } from './DayChart';
import { FirstSteps } from './FirstSteps';
import { Needs } from './Needs';
import classes from './Overview.module.css';
import { type Copies, type Overview as Shown, overviewQuery, type Shop } from './queries';
import { copyLooks, copyWords, shopLooks } from './words';

/** How the workspace stands, on one screen: what needs a person first. It reads itself anew. */
export function Overview() {
  const overview = useQuery(overviewQuery);
  const { data } = overview;
  if (overview.error && !data) {
    return (
      <>
        <PageHeader title="Overview" />
        <ErrorState problem={asProblem(overview.error)} title="The overview could not be read" onRetry={() => void overview.refetch()} />
      </>
    );
  }
  return (
    <>
      <PageHeader title="Overview" lead={data ? <Lead overview={data} /> : ' '} />
      {data ? (
        <Loaded overview={data} />
      ) : (
        <div className={classes['parts']} role="status" aria-label="Reading the overview">
          <Skeleton height={48} />
          <Skeleton height={88} />
          <Skeleton height={270} />
        </div>
      )}
    </>
  );
}

function Lead({ overview: { today, business } }: { overview: Shown }) {
  const days = business?.days_left ?? null;
  return (
    <>
      {dayText(today)}
      {business ? ` · ${business.name}` : ''}
      {days === null ? '' : ` · connection to Sage good for ${days === 1 ? '1 day' : `${days} days`}, renewed by itself`}
    </>
  );
}

function Loaded({ overview }: { overview: Shown }) {
  const { steps, needs, business, series, resources, stores } = overview;
  return (
    <div className={classes['parts']}>
      {steps.length > 0 ? <FirstSteps steps={steps} /> : null}
      {steps.length === 0 || needs.length > 0 ? <Needs needs={needs} /> : null}
      {business || stores.length > 0 ? <Figures overview={overview} /> : null}
      {business ? (
        <div className={classes['wide']}>
          <DayChart series={series} />
          <CopiesPanel copies={resources} />
        </div>
      ) : null}
      {stores.length > 0 ? <Stores stores={stores} /> : null}
    </div>
  );
}

function Figures({ overview: { figures } }: { overview: Shown }) {
  return (
    <dl className={classes['figures']}>
      <Figure name="Synced today" value={figures.synced_today}>
        <Link to="/runs" search={{ status: 'synced' }}>
          Show
        </Link>
      </Figure>
      <Figure name="Waiting" value={figures.waiting}>
        <Link to="/runs" search={{ status: 'waiting' }}>
          Show
        </Link>
      </Figure>
      <Figure name="Failed" value={figures.failed} bad={figures.failed > 0}>
        <Link to="/runs" search={{ status: 'failed' }}>
          Show
        </Link>
      </Figure>
      <Figure name="Calls to Sage left today" value={figures.calls_left_today}>
        {figures.calls_left_today === null ? null : <span className={classes['quiet']}>until midnight UTC</span>}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  name: string;
  /** Null where there is no limit, or nothing is known. */
  value: number | null;
  bad?: boolean;
  children: ReactNode;
}

function Figure({ name, value, bad = false, children }: FigureProps) {
  return (
    <div className={classes['figure']}>
      <dt className={classes['name']}>{name}</dt>
      <dd className={classes['value']} data-bad={bad}>
        {value === null ? 'No limit' : value.toLocaleString('en-ZA').replaceAll(/\s/g, ' ')}
      </dd>
      <dd className={classes['more']}>{children}</dd>
    </div>
  );
}

function CopiesPanel({ copies }: { copies: readonly Copies[] }) {
  return (
    <Panel title="Last read from Sage">
      <table className={classes['table']}>
        <thead>
          <tr>
            {['Records', 'State', 'As of'].map((head) => (
              <th key={head} scope="col" className={classes['head']}>
                <VisuallyHidden>{head}</VisuallyHidden>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {copies.map((one) => (
            <tr key={one.resource}>
              <th scope="row">{copyWords[one.resource]}</th>
              <td>{one.state === 'idle' ? null : <Chip look={copyLooks[one.state]} />}</td>
              <td className={classes['end']}>{one.fresh_at ? <MomentText instant={one.fresh_at} /> : 'Never'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Stores({ stores }: { stores: readonly Shop[] }) {
  return (
    <Panel title="Stores">
      <ul className={classes['stores']}>
        {stores.map((store) => (
          <li key={store.id} className={classes['store']}>
            <Link to="/stores/$id" params={{ id: store.id }} className={classes['shop']}>
              {shopName(store.base_url)}
            </Link>
            <Chip look={shopLooks[store.status]} />
            <span>{store.pending} under way</span>
            <span data-bad={store.failed_lately > 0} className={classes['failed']}>
              {store.failed_lately} failed in 24 h
            </span>
            <span className={classes['quiet']}>
              {store.last_run_at ? (
                <>
                  last <MomentText instant={store.last_run_at} />
                </>
              ) : (
                'nothing yet'
              )}
            </span>
            <Link to="/stores/$id/completeness" params={{ id: store.id }} aria-label={`Completeness of ${shopName(store.base_url)}`}>
              Completeness
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
