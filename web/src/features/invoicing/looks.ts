import {
  IconArrowDownLeft,
  IconArrowUpRight,
  IconBan,
  IconCircleCheck,
  IconCircleHalf2,
  IconClockHour4,
  IconHelpCircle,
  IconPencil,
} from '@tabler/icons-react';
import type { ChipLook } from '@/ui/Chip';
import type { InvoiceState, Payment } from './queries';

/** How each state of an invoice looks. */
export const stateLooks: Record<InvoiceState, ChipLook> = {
  draft: { word: 'Draft', tone: 'still', icon: IconPencil },
  unpaid: { word: 'Unpaid', tone: 'wait', icon: IconClockHour4 },
  part_paid: { word: 'Part paid', tone: 'run', icon: IconCircleHalf2 },
  paid: { word: 'Paid', tone: 'ok', icon: IconCircleCheck },
  void: { word: 'Void', tone: 'still', icon: IconBan },
  other: { word: 'See Sage', tone: 'still', icon: IconHelpCircle },
};

/** How each state of a credit note looks: what of it has been used. */
export const creditLooks: Record<InvoiceState, ChipLook> = {
  ...stateLooks,
  unpaid: { word: 'Unused', tone: 'wait', icon: IconClockHour4 },
  part_paid: { word: 'Part used', tone: 'run', icon: IconCircleHalf2 },
  paid: { word: 'Used', tone: 'ok', icon: IconCircleCheck },
};

/** Which way the money of a payment went. */
export const directionLook = ({ direction, party }: Pick<Payment, 'direction' | 'party'>): ChipLook =>
  (direction === 'receipt') === (party === 'customer')
    ? { word: direction === 'receipt' ? 'Received' : 'Refunded to us', tone: 'ok', icon: IconArrowDownLeft }
    : { word: direction === 'refund' ? 'Refunded' : 'Paid', tone: 'still', icon: IconArrowUpRight };

export const creditChoices = [
  { value: 'open', label: 'Not used up' },
  ...(['draft', 'unpaid', 'part_paid', 'paid', 'void'] as const).map((value) => ({ value, label: creditLooks[value].word })),
];

export const stateChoices = [
  { value: 'open', label: 'Not paid in full' },
  { value: 'overdue', label: 'Late' },
  ...(['draft', 'unpaid', 'part_paid', 'paid', 'void'] as const).map((value) => ({ value, label: stateLooks[value].word })),
];
