import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { DryRun } from '@/lib/runs';
import type { Store } from '@/lib/stores';
import { asProblem, Problem } from '@/lib/problem';
import { shopName } from '@/lib/shopName';
import { Chip } from '@/ui/Chip';
import { FormErrors } from '@/ui/FormErrors';
import { useForm } from '@/ui/useForm';
import { Decisions } from './Decisions';
import classes from './Dialogs.module.css';
import { Payload } from './Payload';
import { useDryRun } from './queries';
import { dryRunLooks, eventChoices, postingText } from './words';

interface DryRunDialogProps {
  stores: readonly Pick<Store, 'id' | 'base_url'>[];
  /** What is chosen to begin with. */
  begin: { readonly store?: string; readonly event?: string; readonly entity?: number };
  onClose: () => void;
}

const idMax = 2_147_483_647;

/** The number of a document in the shop; null when it is none. */
export const entityId = (text: string): number | null => {
  const id = Number(text.trim());
  return /^\d+$/.test(text.trim()) && id > 0 && id <= idMax ? id : null;
};

export const wrongId = (field: string): Problem =>
  new Problem({
    status: 400,
    title: 'Something needs to be corrected',
    detail: 'Look at the fields.',
    code: 'invalid',
    errors: { [field]: ['Enter the id as the shop’s admin has it in the page’s address: a whole number.'] },
  });

/** What would become of an event by the present settings, without anything being posted. */
export function DryRunDialog({ stores, begin, onClose }: DryRunDialogProps) {
  const form = useForm({
    store: begin.store === undefined || begin.store === '' ? (stores[0]?.id ?? '') : begin.store,
    event: begin.event ?? 'invoice.created',
    entity_id: begin.entity === undefined ? '' : String(begin.entity),
  });
  const dryRun = useDryRun();
  const send = () => {
    const entity = entityId(form.values.entity_id);
    form.clear();
    if (entity === null) form.fail(wrongId('entity_id'));
    else
      dryRun.mutate(
        { store: form.values.store, event: form.values.event, entity },
        { onError: (failure) => form.fail(asProblem(failure)) },
      );
  };
  return (
    <Modal opened onClose={onClose} title="Dry run: what would be posted?" size={640}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            The document is fetched from the shop and planned by the present settings. Nothing is posted and nothing is kept.
          </Text>
          <FormErrors form={form} />
          <NativeSelect
            label="Store"
            data={stores.map((store) => ({ value: store.id, label: shopName(store.base_url) }))}
            {...form.field('store')}
          />
          <div className={classes['pair']}>
            <NativeSelect label="Event" data={eventChoices} {...form.field('event')} />
            <TextInput
              label="Id in the shop"
              description="It stands in the address of its page in the admin."
              inputMode="numeric"
              autoComplete="off"
              {...form.field('entity_id')}
            />
          </div>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={dryRun.isPending}>
              Show what would be posted
            </Button>
          </Group>
        </Stack>
      </form>
      <div className={classes['result']} role="status" data-testid="dry-run">
        {dryRun.data ? <Result found={dryRun.data} /> : null}
      </div>
    </Modal>
  );
}

function Result({ found }: { found: DryRun }) {
  return (
    <>
      <div>
        <Chip look={dryRunLooks[found.outcome]} />
      </div>
      <Text size="sm">{found.sentence}</Text>
      {found.next_step ? (
        <Text size="sm" c="dimmed">
          {found.next_step}
        </Text>
      ) : null}
      <Decisions decisions={found.decisions} />
      {found.steps.map((step, index) => (
        <section key={index}>
          <Text size="sm" fw={560} component="h3" mb={4}>
            {index + 1}. {postingText(step.kind)}
          </Text>
          <Text size="sm" mb={4}>
            {step.sentence}
          </Text>
          <Payload title="What would be sent" value={step.request} exactly="Show exactly what would be sent" fold />
        </section>
      ))}
    </>
  );
}
