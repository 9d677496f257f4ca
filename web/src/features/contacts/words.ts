import type { ContactKind } from '@/lib/queries';

/** What the two kinds of contacts are called. */
export const kindNames: Record<ContactKind, string> = { customer: 'Customer', supplier: 'Supplier' };
