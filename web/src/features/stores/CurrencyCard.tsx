import { Stack } from '@mantine/core';
import { Choose, FieldGroup, Figure, Pair, Words } from './Fields';
import { RowTable } from './RowTable';
import type { Card } from './usePolicyForm';

/** Other currencies than the books'. */
export function CurrencyCard({ card: { value, set, at, mayChange } }: { card: Card<'currency'> }) {
  return (
    <Stack gap="md">
      <Pair>
        <Choose
          place={at('other_currencies')}
          label="Documents in another currency"
          value={value.other_currencies}
          onChange={(choice) => set({ other_currencies: choice })}
          options={{ post: 'Post them in their own currency', skip: 'Leave them out', fail: 'Stop and ask' }}
        />
        <Choose
          place={at('rate_source')}
          label="Exchange rates come from"
          value={value.rate_source}
          onChange={(choice) => set({ rate_source: choice })}
          options={{ store: 'The shop’s document', table: 'The table below' }}
        />
        <Words
          place={at('accepted')}
          label="Only these currencies"
          help="Codes with commas between, such as EUR, USD. Empty for all."
          value={value.accepted}
          onChange={(accepted) => set({ accepted })}
        />
        <Words
          place={at('at_par')}
          label="Worth exactly one"
          help="Currencies for which a rate of 1 is true, such as NAD beside ZAR. For all others it is doubted."
          value={value.at_par}
          onChange={(codes) => set({ at_par: codes })}
        />
      </Pair>
      <FieldGroup legend="Fixed rates" help="Books’ currency for one unit. Also used where the shop has none.">
        <RowTable
          caption="fixed rates"
          heads={['Currency', 'Rate']}
          rows={value.rates}
          onChange={(rates) => set({ rates })}
          fresh={{ currency: '', rate: '' }}
          add="Add a rate"
          mayChange={mayChange}
          cells={(row, index, change) => [
            <Words
              key="currency"
              place={at(`rates[${index}].currency`)}
              label={`Currency of rate ${index + 1}`}
              hiddenLabel
              value={row.currency}
              onChange={(code) => change({ currency: code })}
            />,
            <Figure
              key="rate"
              place={at(`rates[${index}].rate`)}
              label={`Rate ${index + 1}`}
              hiddenLabel
              value={row.rate}
              onChange={(rate) => change({ rate })}
            />,
          ]}
        />
      </FieldGroup>
      <FieldGroup
        legend="Base currencies of websites"
        help="For websites that keep their prices in another currency than the books; the shop does not say so itself."
      >
        <RowTable
          caption="base currencies of websites"
          heads={['Website', 'Currency']}
          rows={value.website_currencies}
          onChange={(rows) => set({ website_currencies: rows })}
          fresh={{ website_id: '', currency: '' }}
          add="Add a website"
          mayChange={mayChange}
          cells={(row, index, change) => [
            <Words
              key="website"
              place={at(`website_currencies[${index}].website_id`)}
              label={`Website, row ${index + 1}`}
              hiddenLabel
              value={row.website_id}
              onChange={(id) => change({ website_id: id })}
            />,
            <Words
              key="currency"
              place={at(`website_currencies[${index}].currency`)}
              label={`Currency of website, row ${index + 1}`}
              hiddenLabel
              value={row.currency}
              onChange={(code) => change({ currency: code })}
            />,
          ]}
        />
      </FieldGroup>
    </Stack>
  );
}
