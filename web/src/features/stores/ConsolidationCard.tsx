import { Stack } from '@mantine/core';
import { Figure, Pair, Tick, Words } from './Fields';
import type { Card } from './usePolicyForm';

/** One contact for many small buyers. */
export function ConsolidationCard({ card: { value, set, at } }: { card: Card<'consolidation'> }) {
  return (
    <Stack gap="md">
      <Tick
        place={at('enabled')}
        label="Small buyers share one contact"
        help="Companies, returning customers and larger first orders keep a contact of their own. There is one for each currency."
        value={value.enabled}
        onChange={(on) => set({ enabled: on })}
      />
      <Pair>
        <Figure
          place={at('up_to')}
          label="Documents of at most, in the books’ currency"
          value={value.up_to}
          onChange={(amount) => set({ up_to: amount })}
        />
        <Words
          place={at('business_groups')}
          label="Customer groups of businesses"
          help="Their ids with commas between; their members never share."
          value={value.business_groups}
          onChange={(groups) => set({ business_groups: groups })}
        />
        <Words
          place={at('contact_name')}
          label="Name of the shared contact"
          value={value.contact_name}
          onChange={(name) => set({ contact_name: name })}
        />
        <Words
          place={at('reference')}
          label="Reference of the shared contact"
          help="2 to 7 capital letters and digits."
          value={value.reference}
          onChange={(text) => set({ reference: text })}
        />
      </Pair>
    </Stack>
  );
}
