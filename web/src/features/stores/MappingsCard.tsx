import type { Reference } from '@/lib/queries';
import { Pair, Pick } from './Fields';
import type { Card } from './usePolicyForm';

const accounts = [
  ['sales_account_id', 'Sales', 'Goods, and everything without an account of its own.'],
  ['services_account_id', 'Services', ''],
  ['shipping_account_id', 'Delivery', 'When it stands on a line of its own.'],
  ['rounding_account_id', 'Rounding', 'Differences of a cent or two.'],
  ['deduction_account_id', 'Deductions', 'Store credit, gift cards and the like.'],
  ['charge_account_id', 'Surcharges', ''],
  ['adjustment_account_id', 'Adjustments of refunds', 'Up and down.'],
] as const;

/** The accounts things go to. */
export function MappingsCard({ card: { value, set, at }, reference }: { card: Card<'mappings'>; reference: Reference | null }) {
  const all = reference?.ledger_accounts ?? [];
  const options = (onlySales: boolean) =>
    all.filter((account) => account.for_sales || !onlySales).map((account) => ({ value: account.id, label: account.name }));
  return (
    <Pair>
      {accounts.map(([field, label, help]) => (
        <Pick
          key={field}
          place={at(field)}
          label={label}
          {...(help === '' ? {} : { help })}
          value={value[field]}
          onChange={(id) => set({ [field]: id })}
          options={options(true)}
          none={field === 'sales_account_id' ? null : 'The account for sales'}
        />
      ))}
      <Pick
        place={at('purchase_account_id')}
        label="Purchases"
        help="Sage wants one for products and stock items."
        value={value.purchase_account_id}
        onChange={(id) => set({ purchase_account_id: id })}
        options={options(false)}
        none="Sage’s own choice"
      />
    </Pair>
  );
}
