import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { Store } from '@/lib/stores';
import { asProblem } from '@/lib/problem';
import { shopName } from '@/lib/shopName';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { FormErrors } from '@/ui/FormErrors';
import { useForm } from '@/ui/useForm';
import classes from './Dialogs.module.css';
import { entityId, wrongId } from './DryRunDialog';
import { useBackfill } from './queries';
import { eventChoices } from './words';

interface BackfillDialogProps {
  stores: readonly Pick<Store, 'id' | 'base_url'>[];
  begin: string;
  onClose: () => void;
}

/** Reads documents that the shop has not told of, by their ids. */
export function BackfillDialog({ stores, begin, onClose }: BackfillDialogProps) {
  const form = useForm({ store_id: begin === '' ? (stores[0]?.id ?? '') : begin, event: 'invoice.created', from_id: '', to_id: '' });
  const backfill = useBackfill(onClose);
  const send = () => {
    const from = entityId(form.values.from_id);
    const to = entityId(form.values.to_id);
    form.clear();
    if (from === null) form.fail(wrongId('from_id'));
    else if (to === null) form.fail(wrongId('to_id'));
    else
      backfill.mutate(
        { store_id: form.values.store_id, event: form.values.event, from_id: from, to_id: to },
        { onError: (failure) => form.fail(asProblem(failure)) },
      );
  };
  return (
    <ConfirmDialog
      opened
      title="Backfill from a store"
      action="Put them in the queue"
      busy={backfill.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <Stack gap="md">
        <Text size="sm">
          For documents from before the shop was connected, or that it never told of. They are posted by the present settings; what is in
          the books already is not posted again, and ids the shop does not have are passed over.
        </Text>
        <FormErrors form={form} />
        <NativeSelect
          label="Store"
          data={stores.map((store) => ({ value: store.id, label: shopName(store.base_url) }))}
          {...form.field('store_id')}
        />
        <NativeSelect label="Event" data={eventChoices} {...form.field('event')} />
        <div className={classes['pair']}>
          <TextInput label="From id" inputMode="numeric" autoComplete="off" {...form.field('from_id')} />
          <TextInput label="To id" inputMode="numeric" autoComplete="off" {...form.field('to_id')} />
        </div>
      </Stack>
    </ConfirmDialog>
  );
}
