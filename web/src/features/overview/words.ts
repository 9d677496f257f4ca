import { IconAlertTriangle, IconCircleCheck, IconClock, IconLoader, IconPlugConnectedX, IconStack2 } from '@tabler/icons-react';
import type { ChipLook } from '@/ui/Chip';
import type { Copies, Shop } from './queries';

/** How the copies of a resource stand. */
export const copyLooks: Record<Copies['state'], ChipLook> = {
  never: { word: 'Not read yet', tone: 'still', icon: IconStack2 },
  idle: { word: 'In step', tone: 'ok', icon: IconCircleCheck },
  waiting: { word: 'Waiting', tone: 'wait', icon: IconClock },
  running: { word: 'Reading', tone: 'run', icon: IconLoader },
  failing: { word: 'Failing', tone: 'bad', icon: IconAlertTriangle },
};

export const copyWords: Record<Copies['resource'], string> = {
  sales_invoices: 'Invoices',
  sales_credit_notes: 'Credit notes',
  contact_payments: 'Payments',
  contacts: 'Contacts',
  products: 'Products',
  services: 'Services',
  stock_items: 'Stock items',
};

export const shopLooks: Record<Shop['status'], ChipLook> = {
  active: { word: 'Connected', tone: 'ok', icon: IconCircleCheck },
  pending: { word: 'Pending', tone: 'wait', icon: IconClock },
  token_revoked: { word: 'Refuses us', tone: 'bad', icon: IconAlertTriangle },
  disconnected: { word: 'Disconnected', tone: 'still', icon: IconPlugConnectedX },
};

/** Causes that a store's settings put right. */
export const settledInSettings: ReadonlySet<string> = new Set([
  'sum_unexplained',
  'tax_rate_unmapped',
  'taxed_abroad',
  'mapping_missing',
  'payment_method_unmapped',
  'currency_not_accepted',
  'exchange_rate_missing',
  'exchange_rate_doubtful',
  'credit_without_invoice',
]);

export const documentsText = (count: number): string => (count === 1 ? '1 document' : `${count} documents`);
