import { Problem } from '@/lib/problem';
import { type AlertKind, type AlertSettings, kinds } from './words';

/** The fields of the form: a kind is `yes` while people are told about it. */
export type AlertField = 'recipients' | 'webhook_url' | 'quiet_from' | 'quiet_until' | AlertKind;
export type AlertValues = Readonly<Record<AlertField, string>>;

/** The settings as the form shows them. */
export const valuesOf = (settings: AlertSettings): AlertValues => ({
  recipients: settings.recipients.join('\n'),
  webhook_url: settings.webhook_url ?? '',
  quiet_from: settings.quiet_from ?? '',
  quiet_until: settings.quiet_until ?? '',
  ...(Object.fromEntries(kinds.map((kind) => [kind, settings.told.includes(kind) ? 'yes' : ''])) as Record<AlertKind, string>),
});

const linesOf = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the form says, as the API takes it. */
export const bodyOf = (values: AlertValues) => ({
  recipients: linesOf(values.recipients),
  webhook_url: values.webhook_url.trim() === '' ? null : values.webhook_url.trim(),
  quiet_from: values.quiet_from === '' ? null : values.quiet_from,
  quiet_until: values.quiet_until === '' ? null : values.quiet_until,
  told: kinds.filter((kind) => values[kind] === 'yes'),
});

/** The API counts addresses; in the form all of them stand in one field, so each refusal names its address. */
export function atFields(problem: Problem, values: AlertValues): Problem {
  const lines = linesOf(values.recipients);
  const errors: Record<string, string[]> = {};
  for (const [field, messages] of Object.entries(problem.errors)) {
    const index = /^recipients\[(\d+)\]$/.exec(field)?.[1];
    const words = index === undefined ? messages : messages.map((message) => `${lines[Number(index)] ?? ''}: ${message}`);
    const name = index === undefined ? field : 'recipients';
    errors[name] = [...(errors[name] ?? []), ...words];
  }
  return new Problem({ status: problem.status, title: problem.title, detail: problem.message, code: problem.code, errors });
}
