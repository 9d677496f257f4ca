import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import classes from './Missing.module.css';

/** Something a valid tax invoice lacks, with its rule. */
export interface Gap {
  readonly rule: string;
  readonly message: string;
}

/** What is missing for a valid tax invoice, each with its rule; or that nothing is. */
export function Missing({ gaps, fine }: { gaps: readonly Gap[]; fine: string }) {
  if (gaps.length === 0) {
    return (
      <p className={classes['fine']}>
        <IconCircleCheck size={18} aria-hidden />
        <span>{fine}</span>
      </p>
    );
  }
  return (
    <ul className={classes['list']}>
      {gaps.map((gap) => (
        <li key={`${gap.rule} ${gap.message}`} className={classes['gap']}>
          <IconAlertTriangle size={18} aria-hidden />
          <span>{gap.message}</span>
          <span className={classes['rule']}>{gap.rule}</span>
        </li>
      ))}
    </ul>
  );
}
