import { IconCircleCheck, IconCircleX, IconClock, IconLoader, IconPlayerSkipForward, IconStack2 } from '@tabler/icons-react';
import { eventWords, plainWords } from '@/lib/runWords';
import type { DryRun, RunStatus } from '@/lib/runs';
import type { ChipLook } from '@/ui/Chip';

/** How each state of a run looks. */
export const statusLooks: Record<RunStatus, ChipLook> = {
  queued: { word: 'Queued', tone: 'still', icon: IconStack2 },
  running: { word: 'Running', tone: 'run', icon: IconLoader },
  waiting: { word: 'Waiting', tone: 'wait', icon: IconClock },
  synced: { word: 'Synced', tone: 'ok', icon: IconCircleCheck },
  skipped: { word: 'Skipped', tone: 'still', icon: IconPlayerSkipForward },
  failed: { word: 'Failed', tone: 'bad', icon: IconCircleX },
};

export const isOpen = (status: RunStatus): boolean => status === 'queued' || status === 'running' || status === 'waiting';

export const dryRunLooks: Record<DryRun['outcome'], ChipLook> = {
  planned: { word: 'Would be posted', tone: 'ok', icon: IconCircleCheck },
  skipped: { word: 'Would be skipped', tone: 'still', icon: IconPlayerSkipForward },
  failed: { word: 'Would fail', tone: 'bad', icon: IconCircleX },
  waits: { word: 'Would wait', tone: 'wait', icon: IconClock },
};

export const eventChoices = Object.entries(eventWords).map(([value, label]) => ({ value, label }));

/** The kinds of writes to Sage, and the steps of a plan. */
const postingWords: Readonly<Record<string, string>> = {
  invoice_create: 'Invoice',
  invoice_release: 'Release of the invoice',
  invoice_void: 'Voiding of the invoice',
  contact_create: 'New contact',
  contact_update: 'Change of the contact',
  credit_note_create: 'Credit note',
  credit_note_void: 'Voiding of the credit note',
  payment_create: 'Payment',
  payment_delete: 'Deletion of the payment',
  allocation_create: 'Allocation',
  allocation_delete: 'Deletion of the allocation',
  item_create: 'New item',
  item_update: 'Change of the item',
  stock_move: 'Stock movement',
  known_contact: 'Contact',
  create_contact: 'New contact',
  update_contact: 'Change of the contact',
  create_invoice: 'Invoice',
  create_credit_note: 'Credit note',
  create_payment: 'Payment',
  allocate: 'Allocation',
  create_item: 'New item',
  update_item: 'Change of the item',
  move_stock: 'Stock movement',
};

export const postingText = (kind: string): string => postingWords[kind] ?? plainWords(kind);

const postingLooks: Readonly<Record<string, ChipLook>> = {
  waiting: { word: 'Waiting', tone: 'wait', icon: IconClock },
  sending: { word: 'On its way', tone: 'run', icon: IconLoader },
  posted: { word: 'In Sage', tone: 'ok', icon: IconCircleCheck },
  refused: { word: 'Not in Sage', tone: 'bad', icon: IconCircleX },
  differs: { word: 'Differs', tone: 'bad', icon: IconCircleX },
};

export const postingLook = (state: string): ChipLook => postingLooks[state] ?? { word: plainWords(state), tone: 'still', icon: IconClock };

/** How long something took: `0.8 s`, `42 s`, `3 min`. */
export function durationText(from: string, to: string): string {
  const ms = Math.max(0, Date.parse(to) - Date.parse(from));
  if (ms < 10_000) return `${Math.round(ms / 100) / 10} s`;
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`;
  if (ms < 7_200_000) return `${Math.round(ms / 60_000)} min`;
  return `${Math.round(ms / 3_600_000)} h`;
}
