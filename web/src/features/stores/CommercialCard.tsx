import { Stack } from '@mantine/core';
import { Choose, FieldGroup, Figure, Pair, Tick, Words } from './Fields';
import type { Card } from './usePolicyForm';

const unexplained = { fail: 'Stop and ask', line: 'Put it on a line of its own' } as const;

/** Numbers, names, texts and remainders. */
export function CommercialCard({ card }: { card: Card<'commercial'> }) {
  const { value, set, at } = card;
  return (
    <Stack gap="md">
      <Pair>
        <Words
          place={at('invoice_prefix')}
          label="Before invoice numbers"
          help="Up to 6 characters; left away where the number begins so already."
          value={value.invoice_prefix}
          onChange={(prefix) => set({ invoice_prefix: prefix })}
        />
        <Words
          place={at('credit_note_prefix')}
          label="Before credit memo numbers"
          help="Up to 6 characters."
          value={value.credit_note_prefix}
          onChange={(prefix) => set({ credit_note_prefix: prefix })}
        />
        <Words
          place={at('contact_prefix')}
          label="References of customers begin with"
          help="One or two capital letters, different for each shop."
          value={value.contact_prefix}
          onChange={(prefix) => set({ contact_prefix: prefix })}
        />
        <Words
          place={at('credit_days')}
          label="Days to pay"
          help="0 to 365; empty for the business’s own."
          value={value.credit_days}
          onChange={(days) => set({ credit_days: days })}
        />
        <Choose
          place={at('contact_naming')}
          label="A contact is called by"
          value={value.contact_naming}
          onChange={(choice) => set({ contact_naming: choice })}
          options={{ company_first: 'Company, else person', person_first: 'Person, else company', email_first: 'E-mail' }}
        />
        <Choose
          place={at('line_wording')}
          label="A line says"
          value={value.line_wording}
          onChange={(choice) => set({ line_wording: choice })}
          options={{ name: 'The name', name_and_sku: 'Name and SKU', sku_and_name: 'SKU and name' }}
        />
        <Choose
          place={at('delivery')}
          label="Delivery"
          value={value.delivery}
          onChange={(choice) => set({ delivery: choice })}
          options={{ carriage: 'Sage’s carriage where the tax agrees, else a line', line: 'Always a line' }}
        />
        <Choose
          place={at('credit_without_invoice')}
          label="Refunds without an invoice"
          value={value.credit_without_invoice}
          onChange={(choice) => set({ credit_without_invoice: choice })}
          options={{ post: 'Post them on the customer', skip: 'Leave them out', fail: 'Stop and ask' }}
        />
      </Pair>
      <Remainders card={card} />
      <FieldGroup legend="Items">
        <Tick
          place={at('items_on_lines')}
          label="Lines name the item of their SKU"
          help="Sage then moves stock by them."
          value={value.items_on_lines}
          onChange={(on) => set({ items_on_lines: on })}
        />
        <Tick
          place={at('prices_include_vat')}
          label="The shop’s catalogue prices include VAT"
          value={value.prices_include_vat}
          onChange={(on) => set({ prices_include_vat: on })}
        />
      </FieldGroup>
    </Stack>
  );
}

function Remainders({ card: { value, set, at } }: { card: Card<'commercial'> }) {
  return (
    <FieldGroup
      legend="When the parts do not come to the total"
      help="Nothing is spread silently: a document always sums to what the shop charged, or stops and says by how much it does not."
    >
      <Pair>
        <Figure
          place={at('rounding_up_to')}
          label="Up to this much is rounding"
          value={value.rounding_up_to}
          onChange={(amount) => set({ rounding_up_to: amount })}
        />
        <span />
        <Choose
          place={at('deductions')}
          label="The total is lower"
          value={value.deductions}
          onChange={(choice) => set({ deductions: choice })}
          options={unexplained}
        />
        <Words
          place={at('deduction_text')}
          label="Text of the line of a deduction"
          value={value.deduction_text}
          onChange={(text) => set({ deduction_text: text })}
        />
        <Choose
          place={at('charges')}
          label="The total is higher"
          value={value.charges}
          onChange={(choice) => set({ charges: choice })}
          options={unexplained}
        />
        <Words
          place={at('charge_text')}
          label="Text of the line of a surcharge"
          value={value.charge_text}
          onChange={(text) => set({ charge_text: text })}
        />
      </Pair>
    </FieldGroup>
  );
}
