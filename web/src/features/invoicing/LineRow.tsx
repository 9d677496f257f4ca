import { ActionIcon, NativeSelect, TextInput, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { priceText } from '@/lib/money';
import type { FieldErrors } from '@/lib/problem';
import type { Reference } from '@/lib/queries';
import { Money } from '@/ui/Money';
import { NumberField } from '@/ui/NumberField';
import { classNames } from '@/ui/classes';
import { type DraftLine, priceOf, rateOf } from './draft';
import { type CellColumn, cellId } from './gridKeys';
import classes from './LineGrid.module.css';

export interface LineRowProps {
  formId: string;
  line: DraftLine;
  /** From 0. */
  index: number;
  reference: Reference;
  standardId: string | null;
  withAccount: boolean;
  errors: FieldErrors;
  onChange: (key: number, part: Partial<Omit<DraftLine, 'key'>>) => void;
  onRemove: (key: number) => void;
}

/** One line. With many lines only the one that changes is drawn again. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { formId, line, index, reference, standardId, withAccount, errors, onChange, onRemove } = props;
  const currency = reference.business.currency;
  const priced = priceOf(line, rateOf(reference, line.taxRateId || standardId), currency);
  const cell = (column: CellColumn) => ({
    id: cellId(formId, line.key, column),
    error: errors[`line_items[${index}].${column}`]?.join(' '),
  });
  const label = { classNames: { label: classes['label'] ?? '' } };
  const standardAccount = reference.ledger_accounts.filter((account) => account.for_sales);
  return (
    <div className={classes['line']} role="group" aria-label={`Line ${index + 1}`} data-line={line.key}>
      <div className={classes['place']} aria-hidden>
        {index + 1}
      </div>
      <div className={classes['description']}>
        <TextInput
          {...cell('description')}
          {...label}
          label="Description"
          maxLength={500}
          autoComplete="off"
          value={line.description}
          onChange={(event) => onChange(line.key, { description: event.currentTarget.value })}
          data-testid="description-input"
        />
      </div>
      <div className={classes['quantity']}>
        <NumberField
          {...cell('quantity')}
          labelProps={{ className: classes['label'] }}
          label="Quantity"
          value={line.quantity}
          onChange={(quantity) => onChange(line.key, { quantity })}
          data-testid="quantity-input"
        />
      </div>
      <div className={classes['price']}>
        <NumberField
          {...cell('unit_price')}
          labelProps={{ className: classes['label'] }}
          label="Unit price without VAT"
          value={line.unitPrice}
          echo={(value) => priceText(value, currency)}
          onChange={(unitPrice) => onChange(line.key, { unitPrice })}
          data-testid="unit-price-input"
        />
      </div>
      <div className={classes['rate']}>
        <NativeSelect
          {...cell('tax_rate_id')}
          {...label}
          label="VAT"
          value={line.taxRateId || (standardId ?? '')}
          data={reference.tax_rates.map((rate) => ({ value: rate.id, label: rate.name }))}
          onChange={(event) => onChange(line.key, { taxRateId: event.currentTarget.value })}
        />
      </div>
      <div className={classes['amount']} aria-label={`Amount of line ${index + 1} without VAT`} role="group">
        <Money amount={priced?.net ?? null} currency={currency} column />
      </div>
      <div className={classes['remove']}>
        <Tooltip label="Remove the line (Alt+Delete)">
          <ActionIcon aria-label={`Remove line ${index + 1}`} onClick={() => onRemove(line.key)}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {withAccount ? (
        <div className={classNames(classes['account'])}>
          <NativeSelect
            {...cell('ledger_account_id')}
            label="Account"
            value={line.accountId}
            data={[
              { value: '', label: 'The usual one' },
              ...standardAccount.map((account) => ({ value: account.id, label: account.name })),
            ]}
            onChange={(event) => onChange(line.key, { accountId: event.currentTarget.value })}
          />
        </div>
      ) : null}
    </div>
  );
});
