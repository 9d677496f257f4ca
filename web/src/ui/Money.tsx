import { type Amount, moneyColumn, moneyText } from '@/lib/money';

/** An amount as people read it: `R 6,900.00`, or without the sign in a column that names the currency in its head. */
export function Money({ amount, currency, column = false }: { amount: Amount; currency: string; column?: boolean }) {
  return <span className="lb-figures">{column ? moneyColumn(amount, currency) : moneyText(amount, currency)}</span>;
}
