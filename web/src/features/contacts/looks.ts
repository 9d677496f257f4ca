import { IconBuildingWarehouse, IconUser } from '@tabler/icons-react';
import type { ContactKind } from '@/lib/queries';
import type { ChipLook } from '@/ui/Chip';

/** How the two kinds of contacts look. */
export const kindLooks: Record<ContactKind, ChipLook> = {
  customer: { word: 'Customer', tone: 'run', icon: IconUser },
  supplier: { word: 'Supplier', tone: 'still', icon: IconBuildingWarehouse },
};
