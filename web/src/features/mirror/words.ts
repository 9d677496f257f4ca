import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconClock, IconLoader } from '@tabler/icons-react';
import type { Schemas } from '@/lib/api';
import type { ChipLook } from '@/ui/Chip';

type SyncResource = Schemas['SyncResourceResponse'];

/** What is copied, as people call it. */
export const resourceNames: Record<SyncResource['resource'], string> = {
  sales_invoices: 'Sales invoices',
  sales_credit_notes: 'Credit notes',
  contact_payments: 'Payments',
  products: 'Products',
  services: 'Services',
  stock_items: 'Stock items',
  contacts: 'Contacts',
};

/** How each state of a copy looks. */
export const stateLooks: Record<SyncResource['state'], ChipLook> = {
  never: { word: 'Not read yet', tone: 'still', icon: IconCircleDashed },
  idle: { word: 'In step', tone: 'ok', icon: IconCircleCheck },
  waiting: { word: 'Begins soon', tone: 'wait', icon: IconClock },
  running: { word: 'Reading', tone: 'run', icon: IconLoader },
  failing: { word: 'Not reached', tone: 'bad', icon: IconAlertTriangle },
};

const count = (number: number, one: string, several: string): string => `${number} ${number === 1 ? one : several}`;

/** How far a pass is: `200 of 1 400 read`; empty while there is nothing to say. */
export function progressText({ read, expected }: Pick<SyncResource, 'read' | 'expected'>): string {
  if (read === null || read === undefined) return '';
  return expected ? `${Math.min(read, expected)} of ${expected} read` : `${read} read`;
}

/** What a comparison found that Sage had not told of, put right since. */
export function driftText(drift: NonNullable<SyncResource['drift']>): string {
  const found = [
    drift.missing > 0 ? count(drift.missing, 'record was missing', 'records were missing') : '',
    drift.changed > 0 ? count(drift.changed, 'was different', 'were different') : '',
    drift.gone > 0 ? count(drift.gone, 'was gone from Sage', 'were gone from Sage') : '',
  ].filter(Boolean);
  return `${found.join(', ')}; put right`;
}

export const intervalChoices = [
  { value: '5', label: 'Every 5 minutes' },
  { value: '15', label: 'Every 15 minutes' },
  { value: '60', label: 'Every hour' },
  { value: '0', label: 'Only when somebody asks' },
];
