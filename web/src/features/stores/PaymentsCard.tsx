import { ActionIcon, Alert, Button, Group, NativeSelect, Stack, TextInput, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaymentRule } from '@/lib/stores';
import { asProblem } from '@/lib/problem';
import type { Reference } from '@/lib/queries';
import { Choose, Pair, Pick } from './Fields';
import { asOthers, change, decide, type OutcomeChoice, type PaymentRow, paymentRows } from './paymentRows';
import { paymentMethodsQuery } from './queries';
import classes from './Settings.module.css';
import type { Card, FieldPlace } from './usePolicyForm';

const outcomes: Readonly<Record<PaymentRule['outcome'], string>> = {
  bank: 'Goes to a bank account',
  unpaid: 'Leave the invoice open',
  skip: 'Leave these documents out',
  fail: 'Stop and ask',
};

interface PaymentsCardProps {
  card: Card<'payments'>;
  storeId: string;
  reference: Reference | null;
}

/** What becomes of money, by way of paying. The shop is asked for its ways when the card is shown. */
export function PaymentsCard({ card, storeId, reference }: PaymentsCardProps) {
  const { value, set, at, mayChange } = card;
  const live = useQuery(paymentMethodsQuery(storeId));
  const rows = paymentRows(value.methods, live.data ?? null);
  return (
    <Stack gap="md">
      {live.error ? (
        <Alert color="yellow" title="The shop could not be asked for its ways of paying">
          {asProblem(live.error).message} The rows below are those decided about so far.{' '}
          <Button variant="subtle" size="compact-xs" loading={live.isFetching} onClick={() => void live.refetch()}>
            Ask again
          </Button>
        </Alert>
      ) : null}
      <table className={classes['table']} aria-busy={live.isPending}>
        <caption>
          <VisuallyHidden>Ways of paying and where their money goes</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">Way of paying</th>
            <th scope="col">What happens</th>
            <th scope="col">Bank account</th>
            <th scope="col">Sage’s word for it</th>
            <th scope="col" className={classes['remove']}>
              <VisuallyHidden>Remove</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MethodRow key={row.code} row={row} card={card} reference={reference} />
          ))}
          <RuleRow
            name="All others"
            note={live.isPending ? 'Asking the shop for its ways of paying…' : ''}
            rule={value.others}
            place={(field) => at(`others.${field}`)}
            choices={outcomes}
            chosen={value.others.outcome}
            onChoose={(outcome) =>
              set({ others: { ...value.others, outcome, ...(outcome === 'bank' ? {} : { bank_account_id: '', sage_method_id: '' }) } })
            }
            onChange={(part) => set({ others: { ...value.others, ...part } })}
            reference={reference}
          />
        </tbody>
      </table>
      {mayChange ? <AddMethod rules={value.methods} onAdd={(methods) => set({ methods })} /> : null}
      <Pair>
        <Choose
          place={at('dated_by')}
          label="Day of a payment"
          value={value.dated_by}
          onChange={(choice) => set({ dated_by: choice })}
          options={{ event: 'The day it was paid', captured: 'The day the invoice was raised' }}
        />
        <Choose
          place={at('refunds')}
          label="Money of refunds"
          value={value.refunds}
          onChange={(choice) => set({ refunds: choice })}
          options={{ credit_only: 'Post the credit note only', pay_back: 'Post the money going back from the bank, too' }}
        />
      </Pair>
    </Stack>
  );
}

function MethodRow({
  row,
  card: { value, set, at, mayChange },
  reference,
}: {
  row: PaymentRow;
  card: Card<'payments'>;
  reference: Reference | null;
}) {
  const rest = { rule: row.rule, reference };
  return (
    <RuleRow
      {...rest}
      name={row.name}
      note={[
        row.name === row.code ? '' : row.code,
        row.isListed === false ? 'not listed by the shop' : '',
        row.isActive ? '' : 'switched off in the shop',
      ]
        .filter(Boolean)
        .join(' · ')}
      place={(field) =>
        row.index < 0
          ? { id: `${at('methods').id}-${row.code}-${field}`, error: undefined, disabled: !mayChange }
          : at(`methods[${row.index}].${field}`)
      }
      choices={{ [asOthers]: 'As all others', ...outcomes }}
      chosen={row.rule?.outcome ?? asOthers}
      onChoose={(choice) => set({ methods: decide(value.methods, row, choice) })}
      onChange={(part) => set({ methods: change(value.methods, row.index, part) })}
      onRemove={row.isListed === true || row.index < 0 || !mayChange ? null : () => set({ methods: decide(value.methods, row, asOthers) })}
    />
  );
}

interface RuleRowProps<Choice extends string> {
  name: string;
  /** The code and what is special about it; empty for nothing. */
  note: string;
  rule: PaymentRule | null;
  place: (field: 'method' | 'outcome' | 'bank_account_id' | 'sage_method_id') => FieldPlace;
  choices: Readonly<Record<Choice, string>>;
  chosen: Choice;
  onChoose: (choice: Choice) => void;
  onChange: (part: Partial<PaymentRule>) => void;
  onRemove?: (() => void) | null;
  reference: Reference | null;
}

function RuleRow<Choice extends OutcomeChoice>(props: RuleRowProps<Choice>) {
  const { name, note, rule, place, choices, chosen, onChoose, onChange, onRemove, reference } = props;
  const isBank = rule?.outcome === 'bank';
  const outcomePlace = place('outcome');
  const error = [outcomePlace.error, place('method').error].filter(Boolean).join(' ');
  const named = (list: readonly { id: string; name: string }[] | undefined) =>
    (list ?? []).map((item) => ({ value: item.id, label: item.name }));
  return (
    <tr>
      <td className={classes['method']}>
        <strong>{name}</strong>
        {note === '' ? null : <span className={classes['code']}>{note}</span>}
      </td>
      <td>
        <NativeSelect
          id={outcomePlace.id}
          disabled={outcomePlace.disabled}
          error={error === '' ? undefined : error}
          aria-label={`What happens: ${name}`}
          value={chosen}
          data={(Object.entries(choices) as [Choice, string][]).map(([value, label]) => ({ value, label }))}
          onChange={(event) => onChoose(event.currentTarget.value as Choice)}
        />
      </td>
      <td>
        {isBank ? (
          <Pick
            place={place('bank_account_id')}
            label={`Bank account: ${name}`}
            hiddenLabel
            value={rule.bank_account_id}
            onChange={(id) => onChange({ bank_account_id: id })}
            options={named(reference?.bank_accounts)}
            none={null}
          />
        ) : null}
      </td>
      <td>
        {isBank ? (
          <Pick
            place={place('sage_method_id')}
            label={`Sage’s word: ${name}`}
            hiddenLabel
            value={rule.sage_method_id}
            onChange={(id) => onChange({ sage_method_id: id })}
            options={named(reference?.payment_methods)}
            none="Left open"
          />
        ) : null}
      </td>
      <td className={classes['remove']}>
        {onRemove ? (
          <Tooltip label="Remove">
            <ActionIcon size="md" aria-label={`Remove ${name}`} onClick={onRemove}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : null}
      </td>
    </tr>
  );
}

function AddMethod({ rules, onAdd }: { rules: readonly PaymentRule[]; onAdd: (rules: PaymentRule[]) => void }) {
  const [code, setCode] = useState('');
  const typed = code.trim();
  const isThere = rules.some((rule) => rule.method.toLowerCase() === typed.toLowerCase());
  const add = () => {
    if (typed === '' || isThere) return;
    onAdd([...rules, { method: typed, outcome: 'fail', bank_account_id: '', sage_method_id: '' }]);
    setCode('');
  };
  return (
    <Group gap="xs" align="flex-start">
      <TextInput
        aria-label="Code of another way of paying"
        placeholder="Code of another way of paying"
        value={code}
        error={isThere && typed !== '' ? 'It has a row already.' : undefined}
        onChange={(event) => setCode(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
        autoComplete="off"
      />
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        Add
      </Button>
    </Group>
  );
}
