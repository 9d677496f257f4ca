import classes from './JsonText.module.css';

/** Something as JSON, for whoever wants it exactly. */
export function JsonText({ value, label }: { value: unknown; label: string }) {
  return (
    <pre className={classes['json']} tabIndex={0} role="region" aria-label={label}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
