import { MomentText } from '@/ui/Moment';
import { Panel } from '@/ui/Panel';
import classes from './CopiesStatus.module.css';
import type { Unreadable } from './queries';
import { resourceNames } from './words';

/** Records that Sage shows in a form which cannot be read; nothing when there are none. */
export function UnreadRecords({ records }: { records: readonly Unreadable[] }) {
  if (records.length === 0) return null;
  return (
    <Panel
      title="Records that cannot be read"
      lead="Sage shows these in a form that is not understood here. They are asked for again every hour; correcting them in Sage helps."
    >
      <ul className={classes['unread']}>
        {records.map((record) => (
          <li key={`${record.resource} ${record.id}`}>
            <span className={classes['what']}>
              {resourceNames[record.resource]}: {record.reference || record.id}
            </span>
            <span>{record.problem}</span>
            <span className={classes['small']}>
              since <MomentText instant={record.since} /> ·{' '}
              {record.has_copy ? 'an older copy is kept and shown' : 'it is missing from the lists'}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
