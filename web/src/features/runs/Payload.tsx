import { JsonText } from '@/ui/JsonText';
import { Readable } from '@/ui/Readable';
import classes from './RunDetail.module.css';

interface PayloadProps {
  title: string;
  value: unknown;
  /** Names the fold-out that shows it exactly: `Show exactly what was sent`. */
  exactly: string;
  /** True folds the readable form, too. */
  fold?: boolean;
}

/** What was sent or answered, as names and values; exactly as it was only for whoever asks. */
export function Payload({ title, value, exactly, fold = false }: PayloadProps) {
  if (value === null || value === undefined) return null;
  const body = (
    <>
      <Readable value={value} />
      <details className={classes['fold']}>
        <summary>{exactly}</summary>
        <JsonText value={value} label={`${title}, exactly`} />
      </details>
    </>
  );
  return fold ? (
    <details className={classes['fold']}>
      <summary>{title}</summary>
      {body}
    </details>
  ) : (
    <div>
      <h4 className={classes['payloadTitle']}>{title}</h4>
      {body}
    </div>
  );
}
