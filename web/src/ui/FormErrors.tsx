import { FieldErrorSummary, ProblemNote } from './FieldErrors';
import type { Form } from './useForm';

/** What is wrong with a form: its fields with links, or the one reason that is no field's. */
export function FormErrors<Name extends string>({ form }: { form: Form<Name> }) {
  return (
    <>
      {form.problem ? <ProblemNote problem={form.problem} /> : null}
      <FieldErrorSummary errors={form.errors} idOf={form.idOf} attempt={form.attempt} />
    </>
  );
}
