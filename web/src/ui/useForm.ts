import { type ChangeEvent, useId, useState } from 'react';
import type { FieldErrors, Problem } from '@/lib/problem';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface Form<Name extends string> {
  readonly values: Readonly<Record<Name, string>>;
  readonly set: (name: Name, value: string) => void;
  /** Puts all fields to new values, as after saving. */
  readonly reset: (values: Readonly<Record<Name, string>>) => void;
  readonly errors: FieldErrors;
  /** A refusal that is not about fields. */
  readonly problem: Problem | null;
  /** How often sending failed. */
  readonly attempt: number;
  readonly fail: (problem: Problem) => void;
  readonly clear: () => void;
  readonly isChanged: boolean;
  readonly idOf: (field: string) => string | null;
  /** What an input needs to be this field. */
  readonly field: (name: Name) => {
    readonly id: string;
    readonly name: string;
    readonly value: string;
    readonly error: string | undefined;
    readonly onChange: (event: ChangeEvent<Field>) => void;
  };
}

/** The state of a form of text fields; what is wrong with it comes from the server, field by field, and goes when the field is changed. */
export function useForm<Name extends string>(initial: Readonly<Record<Name, string>>): Form<Name> {
  const formId = useId();
  const [start, setStart] = useState(initial);
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);

  const set = (name: Name, value: string) => {
    setValues((present) => ({ ...present, [name]: value }));
    setErrors((present) => Object.fromEntries(Object.entries(present).filter(([field]) => field !== name)));
  };
  const clear = () => {
    setErrors({});
    setProblem(null);
  };
  const idOf = (name: string): string => `${formId}-${name}`;
  return {
    values,
    set,
    reset: (next) => {
      setStart(next);
      setValues(next);
      clear();
    },
    errors,
    problem,
    attempt,
    fail: (refusal) => {
      const isAboutFields = Object.keys(refusal.errors).length > 0;
      setErrors(refusal.errors);
      setProblem(isAboutFields ? null : refusal);
      setAttempt((count) => count + 1);
    },
    clear,
    isChanged: Object.entries(values).some(([name, value]) => start[name as Name] !== value),
    idOf: (field) => (field in values ? idOf(field) : null),
    field: (name) => ({
      id: idOf(name),
      name,
      value: values[name],
      error: errors[name]?.join(' '),
      onChange: (event) => set(name, event.currentTarget.value),
    }),
  };
}
