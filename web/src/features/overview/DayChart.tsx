import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { dayText } from '@/lib/dates';
import { moneyText } from '@/lib/money';
import { classNames } from '@/ui/classes';
import { Money } from '@/ui/Money';
import { Panel } from '@/ui/Panel';
import { barsOf } from './bars';
import classes from './DayChart.module.css';
import type { ChartDay, Series } from './queries';
import { documentsText } from './words';

const step = 20;
const gap = 3;
const height = 100;

/** What was booked day by day: a drawing to look at and to walk through, and the same as a table for those who listen. */
export function DayChart({ series }: { series: readonly Series[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = series.find(({ currency }) => currency === chosen) ?? series[0];
  return (
    <Panel
      title="Booked in the last 30 days"
      lead={shown ? <Total series={shown} /> : null}
      actions={
        series.length > 1 ? (
          <SegmentedControl
            size="xs"
            aria-label="Currency"
            value={shown?.currency ?? ''}
            data={series.map(({ currency }) => currency)}
            onChange={setChosen}
          />
        ) : null
      }
    >
      {shown ? <Drawing key={shown.currency} series={shown} /> : <p className={classes['nothing']}>Nothing was booked in this time.</p>}
    </Panel>
  );
}

function Total({ series }: { series: Series }) {
  return (
    <>
      {documentsText(series.documents)}, invoices less credit notes <Money amount={series.value} currency={series.currency} />
    </>
  );
}

function Drawing({ series: { currency, days } }: { series: Series }) {
  const [at, setAt] = useState<number | null>(null);
  const { bars, baseline } = barsOf(days);
  const first = days[0];
  const last = days.at(-1);
  const day = at === null ? undefined : days[at];
  const move = (event: KeyboardEvent) => {
    const from = at ?? days.length;
    const next = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: days.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(days.length - 1, next)));
  };
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const index = Math.floor(((event.clientX - box.left) / box.width) * days.length);
    setAt(Math.max(0, Math.min(days.length - 1, index)));
  };
  return (
    <figure className={classes['figure']}>
      <div
        className={classes['drawing']}
        role="group"
        aria-label={`Day by day in ${currency}. Left and right go from day to day.`}
        tabIndex={0}
        onKeyDown={move}
        onFocus={() => setAt((present) => present ?? days.length - 1)}
        onBlur={() => setAt(null)}
      >
        <svg
          viewBox={`0 0 ${days.length * step} ${height}`}
          preserveAspectRatio="none"
          aria-hidden
          onPointerMove={point}
          onPointerLeave={() => setAt(null)}
        >
          {days.map((one, index) => (
            <g key={one.day}>
              <rect
                x={index * step}
                y={0}
                width={step}
                height={height}
                className={classNames(classes['ground'], index === at && classes['pointed'])}
              />
              <rect
                x={index * step + gap}
                y={(bars[index]?.top ?? 1) * height}
                width={step - 2 * gap}
                height={(bars[index]?.height ?? 0) * height}
                className={classes['bar']}
              />
            </g>
          ))}
          <line x1={0} x2={days.length * step} y1={baseline * height} y2={baseline * height} className={classes['baseline']} />
        </svg>
      </div>
      <div className={classes['axis']} aria-hidden>
        <span>{first ? dayText(first.day) : ''}</span>
        <span>{last ? dayText(last.day) : ''}</span>
      </div>
      <p className={classes['told']} role="status">
        {day ? <DayTold day={day} currency={currency} /> : <span className={classes['quiet']}>Point at a day, or go through them.</span>}
      </p>
      <VisuallyHidden>
        <table>
          <caption>Booked in the last 30 days in {currency}</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Documents</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {days.map((one) => (
              <tr key={one.day}>
                <th scope="row">{dayText(one.day)}</th>
                <td>{one.documents}</td>
                <td>{moneyText(one.value, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}

function DayTold({ day, currency }: { day: ChartDay; currency: string }) {
  return (
    <>
      <strong>{dayText(day.day)}</strong> · {day.documents === 0 ? 'no documents' : documentsText(day.documents)} ·{' '}
      <Money amount={day.value} currency={currency} />
    </>
  );
}
