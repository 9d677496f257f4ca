import { IconBan } from '@tabler/icons-react';
import type { Schemas } from '@/lib/api';
import type { ContactKind } from '@/lib/queries';
import type { ChipLook } from '@/ui/Chip';

/** What the two kinds of contacts are called. */
export const kindNames: Record<ContactKind, string> = { customer: 'Customer', supplier: 'Supplier' };

export const outOfUse: ChipLook = { word: 'Out of use', tone: 'still', icon: IconBan };

/** What the entries of a statement are called. */
export const entryNames: Record<Schemas['StatementEntryResponse']['kind'], string> = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  payment: 'Payment',
  refund: 'Refund',
};

export const addressKinds = [
  { value: 'accounts', label: 'Bills' },
  { value: 'delivery', label: 'Deliveries' },
  { value: 'other', label: 'Something else' },
] as const;
