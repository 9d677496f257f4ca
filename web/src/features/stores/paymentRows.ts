import type { PaymentRule, StorePaymentMethod } from '@/lib/stores';

/** A way of paying on the screen: one the shop lists, one somebody decided about, or both. */
export interface PaymentRow {
  readonly code: string;
  /** What the shop calls it; the code when it gave no name or does not list it. */
  readonly name: string;
  /** Whether the shop lists it; null while the shop could not be asked. */
  readonly isListed: boolean | null;
  /** False when customers cannot choose it now. */
  readonly isActive: boolean;
  /** Where its rule stands among the rules; -1 when nobody has decided about it. */
  readonly index: number;
  readonly rule: PaymentRule | null;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The shop's ways of paying with their rules, then the rules for what the shop does not list. */
export function paymentRows(rules: readonly PaymentRule[], live: readonly StorePaymentMethod[] | null): readonly PaymentRow[] {
  const listed = (live ?? []).filter(
    (method, at, all) =>
      (method.active || rules.some((rule) => same(rule.method, method.code))) && all.findIndex((m) => same(m.code, method.code)) === at,
  );
  const ofShop = listed.map((method): PaymentRow => {
    const index = rules.findIndex((rule) => same(rule.method, method.code));
    const name = method.label === '' ? method.code : method.label;
    return { code: method.code, name, isListed: true, isActive: method.active, index, rule: rules[index] ?? null };
  });
  const others = rules
    .map((rule, index): PaymentRow => ({
      code: rule.method,
      name: rule.method,
      isListed: live ? false : null,
      isActive: true,
      index,
      rule,
    }))
    .filter((row) => !ofShop.some((shown) => shown.index === row.index));
  return [...ofShop, ...others];
}

/** What becomes of a way of paying nobody has decided about. */
export const asOthers = 'others';
export type OutcomeChoice = PaymentRule['outcome'] | typeof asOthers;

/** The rules after a choice for one row; a choice that is the same as for all others takes the rule away. */
export function decide(rules: readonly PaymentRule[], row: PaymentRow, choice: OutcomeChoice): PaymentRule[] {
  if (choice === asOthers) return rules.filter((_, index) => index !== row.index);
  if (row.index < 0) return [...rules, { method: row.code, outcome: choice, bank_account_id: '', sage_method_id: '' }];
  return change(rules, row.index, choice === 'bank' ? { outcome: choice } : { outcome: choice, bank_account_id: '', sage_method_id: '' });
}

export const change = (rules: readonly PaymentRule[], at: number, part: Partial<PaymentRule>): PaymentRule[] =>
  rules.map((rule, index) => (index === at ? { ...rule, ...part } : rule));
