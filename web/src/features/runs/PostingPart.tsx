import { VisuallyHidden } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { compare, zero } from '@/lib/decimal';
import type { RunPosting } from '@/lib/runs';
import { Chip } from '@/ui/Chip';
import { classNames } from '@/ui/classes';
import { CopyButton } from '@/ui/CopyButton';
import { MomentText } from '@/ui/Moment';
import { Money } from '@/ui/Money';
import { type Difference, differencesOf } from './difference';
import { Payload } from './Payload';
import classes from './RunDetail.module.css';
import { postingLook, postingText } from './words';

/** The page of a record in Sage, when the answer names one. */
function sagePage(answer: unknown): string | null {
  const page = typeof answer === 'object' && answer !== null && 'sage_page' in answer ? answer.sage_page : null;
  return typeof page === 'string' && page.startsWith('https://') ? page : null;
}

/** One write to Sage: what was sent, what Sage answered, and where the two differ. */
export function PostingPart({ posting }: { posting: RunPosting }) {
  const differences = differencesOf(posting);
  const page = sagePage(posting.answer);
  return (
    <section className={classes['posting']} aria-label={postingText(posting.kind)}>
      <div className={classes['postingHead']}>
        <h3>{postingText(posting.kind)}</h3>
        <Chip look={postingLook(posting.state)} />
        <span className={classes['quiet']}>
          <MomentText instant={posting.finished_at ?? posting.created_at} />
          {posting.attempts > 1 ? ` · ${posting.attempts} attempts` : ''}
        </span>
        {page ? (
          <a href={page} target="_blank" rel="noopener noreferrer" className={classes['outside']}>
            <IconExternalLink size={16} aria-hidden />
            Open in Sage
          </a>
        ) : null}
        {posting.sage_id ? (
          <span className={classes['code']}>
            {posting.sage_id} <CopyButton text={posting.sage_id} what="Sage id" />
          </span>
        ) : null}
      </div>
      {posting.problem ? <p className={classes['problem']}>{posting.problem}</p> : null}
      {differences.length > 0 ? <DifferenceTable differences={differences} /> : null}
      <div className={classes['payloads']}>
        <Payload title="What was sent" value={posting.request} exactly="Show exactly what was sent" />
        <Payload title="What Sage answered" value={posting.answer} exactly="Show exactly what was answered" />
      </div>
    </section>
  );
}

function DifferenceTable({ differences }: { differences: readonly Difference[] }) {
  return (
    <table className={classes['difference']}>
      <caption>
        <VisuallyHidden>Planned and booked figures</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>Figure</VisuallyHidden>
          </th>
          <th scope="col">The shop’s figure</th>
          <th scope="col">Sage’s figure</th>
          <th scope="col">Between</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ name, currency, planned, booked, between }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Money amount={planned} currency={currency} />
            </td>
            <td>
              <Money amount={booked} currency={currency} />
            </td>
            <td className={classNames(compare(between, zero) !== 0 && classes['unequal'])}>
              <Money amount={between} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
