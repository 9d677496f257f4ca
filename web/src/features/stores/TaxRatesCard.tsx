import { Stack } from '@mantine/core';
import type { Reference } from '@/lib/queries';
import { Choose, FieldGroup, Figure, Pair, Pick } from './Fields';
import { RowTable } from './RowTable';
import type { Card } from './usePolicyForm';

/** Which of the business's rates a percentage of the shop means. */
export function TaxRatesCard({ card: { value, set, at, mayChange }, reference }: { card: Card<'tax_rates'>; reference: Reference | null }) {
  const rates = reference?.tax_rates ?? [];
  const options = (isTaxed: boolean) =>
    rates.filter((rate) => (rate.treatment === 'standard') === isTaxed).map((rate) => ({ value: rate.id, label: rate.name }));
  return (
    <Stack gap="md">
      <FieldGroup legend="Percentages the shop charges" help="The business’s own percentages are known without a row.">
        <RowTable
          caption="percentages the shop charges"
          heads={['Percentage', 'Rate in Sage']}
          rows={value.map}
          onChange={(map) => set({ map })}
          fresh={{ percentage: '', tax_rate_id: '' }}
          add="Add a percentage"
          mayChange={mayChange}
          cells={(row, index, change) => [
            <Figure
              key="percentage"
              place={at(`map[${index}].percentage`)}
              label={`Percentage, row ${index + 1}`}
              hiddenLabel
              value={row.percentage}
              onChange={(percentage) => change({ percentage })}
            />,
            <Pick
              key="rate"
              place={at(`map[${index}].tax_rate_id`)}
              label={`Rate in Sage, row ${index + 1}`}
              hiddenLabel
              value={row.tax_rate_id}
              onChange={(id) => change({ tax_rate_id: id })}
              options={options(true)}
              none={null}
            />,
          ]}
        />
      </FieldGroup>
      <Pair>
        {(
          [
            ['untaxed_tax_rate_id', 'Sales at home without tax'],
            ['export_tax_rate_id', 'Sales abroad without tax'],
            ['no_tax_rate_id', 'Rounding, deductions and adjustments'],
          ] as const
        ).map(([field, label]) => (
          <Pick
            key={field}
            place={at(field)}
            label={label}
            value={value[field]}
            onChange={(id) => set({ [field]: id })}
            options={options(false)}
            none={null}
          />
        ))}
        <Choose
          place={at('goods_or_services')}
          label="What sales abroad consist of"
          value={value.goods_or_services}
          onChange={(choice) => set({ goods_or_services: choice })}
          options={{ by_product: 'Looked up for each product', goods: 'Goods', services: 'Services' }}
        />
        <Choose
          place={at('taxed_abroad')}
          label="Sales abroad on which the shop charged tax"
          value={value.taxed_abroad}
          onChange={(choice) => set({ taxed_abroad: choice })}
          options={{ post: 'Post them with that tax', fail: 'Stop and ask' }}
        />
      </Pair>
    </Stack>
  );
}
