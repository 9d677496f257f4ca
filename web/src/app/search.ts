import { isDay } from '@/lib/dates';

/** What stands behind the ? of an address: read with care, because people edit addresses and old links live long. */
type Raw = Readonly<Record<string, unknown>>;

const text = (raw: Raw, key: string): string | undefined => {
  const value = raw[key];
  const shown = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return shown === '' ? undefined : shown.slice(0, 200);
};

const day = (raw: Raw, key: string): string | undefined => {
  const value = text(raw, key);
  return value !== undefined && isDay(value) ? value : undefined;
};

const choice = <T extends string>(raw: Raw, key: string, choices: readonly T[]): T | undefined =>
  choices.find((known) => known === raw[key]);

/** Leaves out what is not set, so that the address stays short. */
const given = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

export const parseSignInSearch = (raw: Raw): { then?: string; ended?: boolean } =>
  given({ then: text(raw, 'then'), ended: raw['ended'] === true ? true : undefined });

export const parseConnectSearch = (raw: Raw): { connection?: string } => given({ connection: text(raw, 'connection') });

const documentSearch = (raw: Raw) => ({
  search: text(raw, 'search'),
  contact: text(raw, 'contact'),
  from: day(raw, 'from'),
  to: day(raw, 'to'),
});

export const parseInvoiceSearch = (raw: Raw) =>
  given({
    ...documentSearch(raw),
    status: choice(raw, 'status', ['draft', 'unpaid', 'part_paid', 'paid', 'void', 'open', 'overdue'] as const),
    sort: choice(raw, 'sort', ['oldest', 'due', 'largest', 'customer', 'changed'] as const),
  });

export const parseCreditNoteSearch = (raw: Raw) =>
  given({
    ...documentSearch(raw),
    status: choice(raw, 'status', ['draft', 'unpaid', 'part_paid', 'paid', 'void', 'open'] as const),
    sort: choice(raw, 'sort', ['oldest', 'largest', 'customer', 'changed'] as const),
  });

export const parsePaymentSearch = (raw: Raw) =>
  given({
    ...documentSearch(raw),
    direction: choice(raw, 'direction', ['receipt', 'refund'] as const),
    sort: choice(raw, 'sort', ['oldest', 'largest', 'contact', 'changed'] as const),
  });

export const parseNewInvoiceSearch = (raw: Raw): { confirming?: string } => given({ confirming: text(raw, 'confirming') });

export const parseContactSearch = (raw: Raw) =>
  given({
    search: text(raw, 'search'),
    kind: choice(raw, 'kind', ['customer', 'supplier'] as const),
    status: choice(raw, 'status', ['inactive'] as const),
    sort: choice(raw, 'sort', ['balance', 'changed'] as const),
    create: raw['create'] === true ? true : undefined,
  });

export const parseStatementSearch = (raw: Raw): { from?: string; to?: string } => given({ from: day(raw, 'from'), to: day(raw, 'to') });

export const parseAuditSearch = (raw: Raw) =>
  given({
    action: text(raw, 'action'),
    status: choice(raw, 'status', ['preview', 'confirmed', 'success', 'failure'] as const),
    actor: text(raw, 'actor'),
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    entry: text(raw, 'entry'),
  });

export const parseRunSearch = (raw: Raw) =>
  given({
    status: choice(raw, 'status', ['queued', 'running', 'waiting', 'synced', 'skipped', 'failed'] as const),
    store: text(raw, 'store'),
    cause: text(raw, 'cause'),
    event: text(raw, 'event'),
    search: text(raw, 'search'),
  });

export const parsePeriodSearch = (raw: Raw) => given({ from: day(raw, 'from'), to: day(raw, 'to') });

export const settingsTabs = ['connection', 'copies', 'invoices', 'people', 'keys', 'alerts', 'account'] as const;

export const parseSettingsSearch = (raw: Raw) => given({ tab: choice(raw, 'tab', settingsTabs) });
