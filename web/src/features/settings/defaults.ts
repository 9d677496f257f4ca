export type DefaultName = 'taxRate' | 'account' | 'terms' | 'notes';

/** The invoice defaults as fields of a form; empty where nothing is set. */
export type InvoiceDefaultValues = Readonly<Record<DefaultName, string>>;

type Settings = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

export const defaultsOf = (workspace: Settings, template: Settings): InvoiceDefaultValues => ({
  taxRate: textOf(workspace['default_tax_rate_id']),
  account: textOf(workspace['default_ledger_account_id']),
  terms: textOf(workspace['payment_terms_days']),
  notes: textOf(template['invoice_notes']),
});

/** Where a field is kept, and its value as it is kept. */
export function settingOf(name: DefaultName, text: string): { scope: string; key: string; value: unknown } {
  switch (name) {
    case 'taxRate':
      return { scope: 'workspace', key: 'default_tax_rate_id', value: text };
    case 'account':
      return { scope: 'workspace', key: 'default_ledger_account_id', value: text };
    case 'terms':
      return { scope: 'workspace', key: 'payment_terms_days', value: Number(text) };
    case 'notes':
      return { scope: 'template', key: 'invoice_notes', value: text };
  }
}

const usualDays = [0, 7, 30, 60, 90];

interface Term {
  readonly days: number;
  readonly name: string;
}

const isTerm = (value: unknown): value is Term =>
  typeof value === 'object' &&
  value !== null &&
  'days' in value &&
  typeof value.days === 'number' &&
  'name' in value &&
  typeof value.name === 'string';

/** The terms people choose from: the workspace's own table, and what is set even when the table does not have it. */
export function termsChoices(settings: Settings, present: string): { value: string; label: string }[] {
  const table = settings['payment_terms'];
  const own = Array.isArray(table) ? table.filter(isTerm) : [];
  const terms = own.length > 0 ? own : usualDays.map((days) => ({ days, name: days === 0 ? 'On receipt' : `${days} days` }));
  const choices = terms.map(({ days, name }) => ({ value: String(days), label: name }));
  if (choices.some(({ value }) => value === present)) return choices;
  return [{ value: present, label: present === '' ? 'As Sage has it, otherwise 30 days' : `${present} days` }, ...choices];
}
