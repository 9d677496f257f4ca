import { type Day, readDay } from '@/lib/dates';
import type { Policy, PolicyRequest } from '@/lib/stores';
import { without } from '@/lib/without';
import { readNumber } from '@/lib/numberText';
import type { FieldErrors } from '@/lib/problem';

export type CardKey = keyof Policy;

export const cardTitles: Record<CardKey, string> = {
  sync: 'Sync behaviour',
  mappings: 'Default mappings',
  payments: 'Payment-method map',
  tax_rates: 'Tax-rate map',
  commercial: 'Commercial knobs',
  currency: 'Multi-currency',
  consolidation: 'B2C consolidation',
};

type Changed<Card, Texts extends string> = Omit<Card, Texts> & Readonly<Record<Texts, string>>;

/** The settings as they stand in the fields: numbers, days and lists are the text that was typed. */
export interface PolicyDraft {
  readonly sync: Changed<Policy['sync'], 'since' | 'websites' | 'store_views'>;
  readonly mappings: Policy['mappings'];
  readonly payments: Policy['payments'];
  readonly tax_rates: Policy['tax_rates'];
  readonly commercial: Changed<Policy['commercial'], 'credit_days'>;
  readonly currency: Omit<Changed<Policy['currency'], 'accepted' | 'at_par'>, 'website_currencies'> & {
    readonly website_currencies: { readonly website_id: string; readonly currency: string }[];
  };
  readonly consolidation: Changed<Policy['consolidation'], 'business_groups'>;
}

const listText = (values: readonly (number | string)[]): string => values.join(', ');

export const draftOf = (policy: Policy): PolicyDraft => ({
  sync: {
    ...policy.sync,
    since: policy.sync.since ?? '',
    websites: listText(policy.sync.websites),
    store_views: listText(policy.sync.store_views),
  },
  mappings: policy.mappings,
  payments: policy.payments,
  tax_rates: policy.tax_rates,
  commercial: { ...policy.commercial, credit_days: policy.commercial.credit_days === null ? '' : String(policy.commercial.credit_days) },
  currency: {
    ...policy.currency,
    accepted: listText(policy.currency.accepted),
    at_par: listText(policy.currency.at_par),
    website_currencies: policy.currency.website_currencies.map((row) => ({ ...row, website_id: String(row.website_id) })),
  },
  consolidation: { ...policy.consolidation, business_groups: listText(policy.consolidation.business_groups) },
});

const parts = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

/** Reads what was typed, and remembers what cannot be read under the field's name. */
class Reading {
  readonly errors: Record<string, string[]> = {};

  private mistake(field: string, sentence: string): void {
    this.errors[field] = [...(this.errors[field] ?? []), sentence];
  }

  /** A decimal number as the API takes it. */
  amount(field: string, text: string): string {
    const reading = readNumber(text);
    if (reading.kind === 'number') return reading.value;
    this.mistake(field, reading.kind === 'ambiguous' ? 'Choose which number is meant.' : 'This is not a number. Write it like 1250.00.');
    return '0';
  }

  whole(field: string, text: string): number {
    const number = Number(text.trim());
    if (text.trim() !== '' && Number.isSafeInteger(number)) return number;
    this.mistake(field, 'This is a whole number, such as 30.');
    return 0;
  }

  wholes(field: string, text: string, what: string): number[] {
    const numbers = parts(text).map(Number);
    if (numbers.every(Number.isSafeInteger)) return numbers;
    this.mistake(field, `Write the ids of ${what} with commas between, such as 1, 3.`);
    return [];
  }

  day(field: string, text: string, today: Day): Day | null {
    if (text.trim() === '') return null;
    const day = readDay(text, today);
    if (day === null) this.mistake(field, 'This is not a day that exists. Write it like 2026-11-21.');
    return day;
  }
}

const currencies = (text: string): string[] => parts(text).map((code) => code.toUpperCase());

/** The settings to be sent, or what in them cannot be read, by the field's name in the API. */
export function readPolicy(
  draft: PolicyDraft,
  today: Day,
): { readonly policy: PolicyRequest; readonly errors: null } | { readonly policy: null; readonly errors: FieldErrors } {
  const reading = new Reading();
  const { sync, mappings, payments, tax_rates: rates, commercial, currency, consolidation } = draft;
  const since = reading.day('sync.since', sync.since, today);
  const policy: PolicyRequest = {
    sync: {
      ...without(sync, 'since'),
      ...(since === null ? {} : { since }),
      websites: reading.wholes('sync.websites', sync.websites, 'websites'),
      store_views: reading.wholes('sync.store_views', sync.store_views, 'store views'),
    },
    mappings,
    payments,
    tax_rates: {
      ...rates,
      map: rates.map.map((row, index) => ({ ...row, percentage: reading.amount(`tax_rates.map[${index}].percentage`, row.percentage) })),
    },
    commercial: {
      ...commercial,
      credit_days: commercial.credit_days.trim() === '' ? null : reading.whole('commercial.credit_days', commercial.credit_days),
      rounding_up_to: reading.amount('commercial.rounding_up_to', commercial.rounding_up_to),
    },
    currency: {
      ...currency,
      accepted: currencies(currency.accepted),
      at_par: currencies(currency.at_par),
      website_currencies: currency.website_currencies.map((row, index) => ({
        website_id: reading.whole(`currency.website_currencies[${index}].website_id`, row.website_id),
        currency: row.currency.trim().toUpperCase(),
      })),
      rates: currency.rates.map((row, index) => ({
        currency: row.currency.trim().toUpperCase(),
        rate: reading.amount(`currency.rates[${index}].rate`, row.rate),
      })),
    },
    consolidation: {
      ...consolidation,
      up_to: reading.amount('consolidation.up_to', consolidation.up_to),
      business_groups: reading.wholes('consolidation.business_groups', consolidation.business_groups, 'customer groups'),
    },
  };
  return Object.keys(reading.errors).length > 0 ? { policy: null, errors: reading.errors } : { policy, errors: null };
}

/** Fields that are one text on the screen and a list in the API: what is wrong with a part of it is told at the whole. */
const listFields = ['sync.websites', 'sync.store_views', 'currency.accepted', 'currency.at_par', 'consolidation.business_groups'];

/** What is wrong, by the fields of the screen. */
export function byField(errors: FieldErrors): FieldErrors {
  const found: Record<string, string[]> = {};
  for (const [name, messages] of Object.entries(errors)) {
    const field = listFields.find((list) => name.startsWith(`${list}[`)) ?? name;
    found[field] = [...(found[field] ?? []), ...messages];
  }
  return found;
}

/** The card a field belongs to; undefined when it is no field of these settings. */
export const cardOf = (field: string): CardKey | undefined =>
  (Object.keys(cardTitles) as CardKey[]).find((card) => field.startsWith(`${card}.`));
