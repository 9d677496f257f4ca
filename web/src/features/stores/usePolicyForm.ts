import { useId, useState } from 'react';
import type { Policy } from '@/lib/stores';
import type { FieldErrors, Problem } from '@/lib/problem';
import { byField, type CardKey, cardOf, draftOf, type PolicyDraft } from './policy';

/** What a field of a card needs: its place on the page, what is wrong with it, and whether it may be changed. */
export interface FieldPlace {
  readonly id: string;
  readonly error: string | undefined;
  readonly disabled: boolean;
}

/** One card of the settings: its fields, how to change them, and where each stands. */
export interface Card<Key extends CardKey> {
  readonly value: PolicyDraft[Key];
  readonly set: (part: Partial<PolicyDraft[Key]>) => void;
  /** By the field's name in the card, such as `methods[0].outcome`. */
  readonly at: (field: string) => FieldPlace;
  readonly mayChange: boolean;
}

export interface PolicyForm {
  readonly draft: PolicyDraft;
  readonly isChanged: boolean;
  readonly errors: FieldErrors;
  readonly problem: Problem | null;
  readonly attempt: number;
  readonly idOf: (field: string) => string | null;
  readonly card: <Key extends CardKey>(key: Key) => Card<Key>;
  readonly fail: (errors: FieldErrors, problem: Problem | null) => void;
}

/** The settings while somebody changes them. What is wrong with a field goes when the field is changed. */
export function usePolicyForm(policy: Policy, mayChange: boolean): PolicyForm {
  const formId = useId();
  const [begun] = useState(() => draftOf(policy));
  const [draft, setDraft] = useState(begun);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const idOf = (field: string) => `${formId}-${field}`;
  const change = <Key extends CardKey>(key: Key, part: Partial<PolicyDraft[Key]>) => {
    setDraft((present) => ({ ...present, [key]: { ...present[key], ...part } }));
    const changed = Object.keys(part).map((name) => `${key}.${name}`);
    const isChanged = (field: string) =>
      changed.some((name) => field === name || field.startsWith(`${name}[`) || field.startsWith(`${name}.`));
    setErrors((present) => Object.fromEntries(Object.entries(present).filter(([field]) => !isChanged(field))));
  };
  return {
    draft,
    isChanged: JSON.stringify(draft) !== JSON.stringify(begun),
    errors,
    problem,
    attempt,
    idOf: (field) => (cardOf(field) ? idOf(field) : null),
    card: (key) => ({
      value: draft[key],
      set: (part) => change(key, part),
      at: (field) => ({ id: idOf(`${key}.${field}`), error: errors[`${key}.${field}`]?.join(' '), disabled: !mayChange }),
      mayChange,
    }),
    fail: (found, refusal) => {
      setErrors(byField(found));
      setProblem(refusal);
      setAttempt((count) => count + 1);
    },
  };
}
