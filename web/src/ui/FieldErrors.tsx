import { useEffect, useRef } from 'react';
import type { FieldErrors, Problem } from '@/lib/problem';
import classes from './FieldErrors.module.css';
import { ProblemCode } from './States';

/** A refusal that concerns the form as a whole. */
export function ProblemNote({ problem }: { problem: Problem }) {
  return (
    <div className={classes['note']} role="alert">
      <p className={classes['title']}>{problem.title}</p>
      <p>{problem.message}</p>
      <ProblemCode problem={problem} />
    </div>
  );
}

interface FieldErrorSummaryProps {
  errors: FieldErrors;
  /** The id of the element a field stands in; null when it has none on this screen. */
  idOf: (field: string) => string | null;
  /** Words before a message, such as `Line 2: `. */
  prefixOf?: (field: string) => string;
  /** Grows with every attempt to send, so that the summary takes the focus each time. */
  attempt: number;
}

/** All that is wrong, each with a link to its field. Takes the focus when sending failed. */
export function FieldErrorSummary({ errors, idOf, prefixOf, attempt }: FieldErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const rows = Object.entries(errors).flatMap(([field, messages]) => messages.map((message) => ({ field, message })));
  const isEmpty = rows.length === 0;
  useEffect(() => {
    if (!isEmpty) box.current?.focus();
  }, [attempt, isEmpty]);
  if (isEmpty) return null;
  return (
    <div ref={box} tabIndex={-1} className={classes['note']} role="alert" data-testid="error-summary">
      <p className={classes['title']}>
        {rows.length === 1 ? 'One thing needs to be corrected' : `${rows.length} things need to be corrected`}
      </p>
      <ul>
        {rows.map(({ field, message }) => {
          const id = idOf(field);
          const text = `${prefixOf?.(field) ?? ''}${message}`;
          return (
            <li key={`${field} ${message}`}>
              {id === null ? (
                text
              ) : (
                <a
                  href={`#${id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(id)?.focus();
                  }}
                >
                  {text}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
