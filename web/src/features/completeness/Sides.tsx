import { IconCircleCheck } from '@tabler/icons-react';
import { amountOf } from '@/lib/money';
import { Money } from '@/ui/Money';
import classes from './Completeness.module.css';

interface Sides {
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
}

const isZero = (amount: string): boolean => amountOf(amount)?.units === 0n;

export const agrees = ({ net, vat, gross }: Sides): boolean => [net, vat, gross].every(isZero);

/** A difference: nothing at all, or the amount in the colour of what is wrong. */
export function Rest({ amount, currency }: { amount: string; currency: string }) {
  return (
    <span className={isZero(amount) ? classes['quiet'] : classes['off']}>
      <Money amount={amount} currency={currency} column />
    </span>
  );
}

/** The difference of a row: its gross, or what of it differs although the gross does not. */
export function RestOf({ rest, currency }: { rest: Sides; currency: string }) {
  if (agrees(rest)) {
    return (
      <span className={classes['fine']}>
        <IconCircleCheck size={16} aria-hidden />
        <Money amount={rest.gross} currency={currency} column />
      </span>
    );
  }
  return isZero(rest.gross) ? (
    <span className={classes['off']}>
      VAT <Money amount={rest.vat} currency={currency} column />
    </span>
  ) : (
    <Rest amount={rest.gross} currency={currency} />
  );
}
