import { Stack } from '@mantine/core';
import { DateField } from '@/ui/DateField';
import { useToday } from '@/lib/session';
import { Choose, FieldGroup, Pair, Pick, Tick, Words } from './Fields';
import type { Card } from './usePolicyForm';

const kinds = [
  ['invoices', 'Invoices', undefined],
  ['payments', 'Payments', 'Booked together with what they pay for.'],
  ['credit_memos', 'Credit memos', undefined],
  ['customers', 'Customers', 'Without this a contact is made only when its first document comes.'],
  ['products', 'Products', undefined],
  ['stock', 'Stock', 'What the shop counts becomes a stock item in Sage and is kept in step.'],
] as const;

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
const zoneOptions = zones.some(({ value }) => value === 'Etc/UTC') ? zones : [{ value: 'Etc/UTC', label: 'UTC' }, ...zones];

/** What is posted at all, and from when. */
export function SyncCard({ card: { value, set, at } }: { card: Card<'sync'> }) {
  const today = useToday();
  return (
    <Stack gap="md">
      <FieldGroup legend="What goes to Sage">
        {kinds.map(([kind, words, help]) => (
          <Tick
            key={kind}
            place={at(kind)}
            label={words}
            {...(help ? { help } : {})}
            value={value[kind]}
            onChange={(on) => set({ [kind]: on })}
          />
        ))}
      </FieldGroup>
      <Pair>
        <DateField
          {...at('since')}
          label="From which day"
          today={today}
          value={value.since}
          onChange={(since) => set({ since })}
          placeholder="No limit"
        />
        <Pick
          place={at('time_zone')}
          label="Time zone of the shop"
          help="The shop tells times in UTC; this says which day each is."
          value={value.time_zone}
          onChange={(zone) => set({ time_zone: zone })}
          options={zoneOptions}
          none={null}
        />
      </Pair>
      <Choose
        place={at('unpaid_invoices')}
        label="Invoices that are not paid yet"
        value={value.unpaid_invoices}
        onChange={(choice) => set({ unpaid_invoices: choice })}
        options={{ post: 'Post them; they stand as owed', skip: 'Leave them out until they are paid' }}
      />
      <Pair>
        <Words
          place={at('websites')}
          label="Only these websites"
          help="Their ids with commas between, such as 1, 3. Empty for all."
          value={value.websites}
          onChange={(websites) => set({ websites })}
        />
        <Words
          place={at('store_views')}
          label="Only these store views"
          help="Their ids with commas between. Empty for all."
          value={value.store_views}
          onChange={(views) => set({ store_views: views })}
        />
      </Pair>
    </Stack>
  );
}
