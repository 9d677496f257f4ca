import { Link } from '@tanstack/react-router';
import { Money } from '@/ui/Money';
import { Panel } from '@/ui/Panel';
import classes from './Completeness.module.css';
import type { LeftOut as Left } from './queries';

/** What stays out of the books on purpose, by reason: no difference, and shown all the same. */
export function LeftOut({ leftOut, storeId }: { leftOut: readonly Left[]; storeId: string }) {
  return (
    <Panel
      title="Left out on purpose"
      lead="These are not part of the figures above."
      actions={
        <Link to="/runs" search={{ store: storeId, status: 'skipped' }}>
          All skipped documents
        </Link>
      }
    >
      <ul className={classes['left']}>
        {leftOut.map(({ reason, meaning, currency, store }) => (
          <li key={`${reason} ${currency}`} className={classes['reason']}>
            <span className={classes['meaning']}>{meaning}</span>
            <span>
              {store.count === 1 ? '1 document' : `${store.count} documents`} · <Money amount={store.gross} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
