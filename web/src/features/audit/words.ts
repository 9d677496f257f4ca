import { IconCheck, IconCircleCheck, IconCircleX, IconEye } from '@tabler/icons-react';
import type { ChipLook } from '@/ui/Chip';
import type { AuditState } from './queries';

/** How each status looks. */
export const stateLooks: Record<AuditState, ChipLook> = {
  preview: { word: 'Preview', tone: 'still', icon: IconEye },
  confirmed: { word: 'Confirmed', tone: 'run', icon: IconCheck },
  success: { word: 'Done', tone: 'ok', icon: IconCircleCheck },
  failure: { word: 'Failed', tone: 'bad', icon: IconCircleX },
};

/** The actions by what they concern, in the words of people. An action that is not here is shown by its own name. */
export const actionGroups: readonly { readonly group: string; readonly items: Readonly<Record<string, string>> }[] = [
  {
    group: 'Invoices',
    items: {
      'invoice.preview': 'Invoice previewed',
      'invoice.confirm': 'Invoice confirmed',
      'invoice.create': 'Invoice created',
      'invoice.release': 'Invoice released',
      'invoice.void': 'Invoice voided',
    },
  },
  { group: 'Contacts', items: { 'contact.create': 'Contact created', 'contact.update': 'Contact changed' } },
  {
    group: 'Documents of stores',
    items: {
      'credit_note.create': 'Credit note created',
      'credit_note.void': 'Credit note voided',
      'payment.create': 'Payment booked',
      'payment.delete': 'Payment deleted',
      'allocation.create': 'Credit set against an invoice',
      'allocation.delete': 'Credit set free again',
      'item.create': 'Item created',
      'item.update': 'Item changed',
      'stock.move': 'Stock moved',
    },
  },
  {
    group: 'Stores',
    items: {
      'store.connected': 'Store connected',
      'store.pairing_failed': 'Store not connected',
      'store.token_refused': 'Store refuses us',
      'store.token_taken': 'Store takes us again',
      'store.disconnected': 'Store disconnected',
      'store.policy_changed': 'Store settings changed',
      'run.retried': 'Tried again',
      'run.undone': 'Undone',
      'run.backfilled': 'Backfilled',
    },
  },
  {
    group: 'Sage',
    items: {
      'connection.connected': 'Sage connected',
      'connection.refused': 'Connection refused',
      'connection.refreshed': 'Connection renewed',
      'connection.refresh_failed': 'Renewal failed',
      'connection.broken': 'Connection broken',
      'connection.disconnected': 'Sage disconnected',
      'business.selected': 'Business chosen',
      'reference.refreshed': 'Lists read from Sage',
    },
  },
  {
    group: 'Settings',
    items: {
      'setting.changed': 'Setting changed',
      'settings.za_defaults': 'South African defaults set',
      'alert.settings_changed': 'Alerts changed',
      'alert.secret_changed': 'Webhook secret changed',
      'alert.tested': 'Test of alerts sent',
    },
  },
  {
    group: 'People',
    items: {
      'workspace.created': 'Workspace made',
      'person.signed_in': 'Signed in',
      'person.sign_in_failed': 'Sign-in failed',
      'person.signed_out': 'Signed out',
      'session.ended': 'Browser signed out',
      'person.invited': 'Person invited',
      'person.invitation_withdrawn': 'Invitation withdrawn',
      'person.joined': 'Person joined',
      'person.role_changed': 'Role changed',
      'person.removed': 'Person removed',
      'person.password_changed': 'Password changed',
      'person.two_factor_on': 'Authenticator app on',
      'person.two_factor_off': 'Authenticator app off',
      'api_key.created': 'API key made',
      'api_key.revoked': 'API key revoked',
    },
  },
];

const words: Readonly<Record<string, string>> = Object.assign({}, ...actionGroups.map(({ items }) => items)) as Record<string, string>;

export const actionWords = (action: string): string => words[action] ?? action;
