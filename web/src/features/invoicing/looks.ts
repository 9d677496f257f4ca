import { IconBan, IconCircleCheck, IconCircleHalf2, IconClockHour4, IconHelpCircle, IconPencil } from '@tabler/icons-react';
import type { ChipLook } from '@/ui/Chip';
import type { InvoiceState } from './queries';

/** How each state of an invoice looks. */
export const stateLooks: Record<InvoiceState, ChipLook> = {
  draft: { word: 'Draft', tone: 'still', icon: IconPencil },
  unpaid: { word: 'Unpaid', tone: 'wait', icon: IconClockHour4 },
  part_paid: { word: 'Part paid', tone: 'run', icon: IconCircleHalf2 },
  paid: { word: 'Paid', tone: 'ok', icon: IconCircleCheck },
  void: { word: 'Void', tone: 'still', icon: IconBan },
  other: { word: 'See Sage', tone: 'still', icon: IconHelpCircle },
};

export const stateChoices = (['draft', 'unpaid', 'part_paid', 'paid', 'void'] as const).map((value) => ({
  value,
  label: stateLooks[value].word,
}));
