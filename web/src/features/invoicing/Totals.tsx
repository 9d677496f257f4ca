import { decimalText } from '@/lib/decimal';
import { moneyColumn } from '@/lib/money';
import type { PricedDocument } from '@/lib/pricing';
import { Money } from '@/ui/Money';
import classes from './Totals.module.css';
import { rateWords } from './words';

/** What the lines come to, rate by rate, while one types. */
export function Totals({ totals, currency }: { totals: PricedDocument; currency: string }) {
  return (
    <table className={classes['totals']} aria-label="Totals">
      <tbody>
        <tr>
          <th scope="row">Without VAT</th>
          <td>
            <Money amount={totals.net} currency={currency} column />
          </td>
        </tr>
        {totals.byRate.map(({ rate, net, vat }) => (
          <tr key={`${rate.treatment} ${decimalText(rate.percentage)}`}>
            <th scope="row">
              {rateWords(rate.treatment, decimalText(rate.percentage))} on {moneyColumn(net, currency)}
            </th>
            <td>
              <Money amount={vat} currency={currency} column />
            </td>
          </tr>
        ))}
        <tr className={classes['total']}>
          <th scope="row">Total</th>
          <td data-testid="live-total">
            <Money amount={totals.gross} currency={currency} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
