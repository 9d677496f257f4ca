import type { RunDecision } from '@/lib/runs';
import classes from './RunDetail.module.css';

/** What was decided on the way, each in a sentence. */
export function Decisions({ decisions }: { decisions: readonly RunDecision[] }) {
  if (decisions.length === 0) return null;
  return (
    <dl className={classes['decisions']} aria-label="What was decided">
      {decisions.map((decision, index) => (
        <div key={index} className={classes['decision']}>
          <dt>{decision.topic}</dt>
          <dd>{decision.sentence}</dd>
        </div>
      ))}
    </dl>
  );
}
