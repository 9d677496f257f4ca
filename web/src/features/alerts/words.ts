import { IconCircleCheck, IconCircleMinus, IconCircleX, IconClock, IconUrgent } from '@tabler/icons-react';
import type { Schemas } from '@/lib/api';
import type { ChipLook } from '@/ui/Chip';

export type Alert = Schemas['AlertResponse'];
export type AlertDelivery = Schemas['AlertDeliveryResponse'];
export type AlertSettings = Schemas['AlertSettingsResponse'];
export type AlertKind = Schemas['AlertKind'];
export type AlertWay = Schemas['AlertWay'];

/** What people can be told about: the words of the choice, and what it means. */
export const kindWords: Record<AlertKind, readonly [words: string, meaning: string]> = {
  connection: ['Connection to Sage', 'It ends in 14, 7 or 2 days, or has ended. That it has ended is urgent.'],
  runs: ['Documents that fail', 'Documents of a store could not be posted; those with the same reason are told together.'],
  store: ['Stores', 'A store does not answer for an hour, or no longer takes our token.'],
  sync: ['Copies of Sage', 'Lists have missed three rounds of being brought up to date.'],
  audit: ['Audit log', 'It is not as it was written. It is worked out once a day; this is urgent.'],
};

export const kinds = Object.keys(kindWords) as AlertKind[];

/** How an alert looks: it lasts, or is over. */
export const lookOf = (alert: Pick<Alert, 'ended_at' | 'urgent'>): ChipLook => {
  if (alert.ended_at !== null) return { word: 'Over', tone: 'ok', icon: IconCircleCheck };
  return alert.urgent ? { word: 'Urgent', tone: 'bad', icon: IconUrgent } : { word: 'Lasts', tone: 'wait', icon: IconClock };
};

/** How a message looks. */
export const deliveryLooks: Record<Schemas['DeliveryState'], ChipLook> = {
  waiting: { word: 'Waiting', tone: 'wait', icon: IconClock },
  delivered: { word: 'Delivered', tone: 'ok', icon: IconCircleCheck },
  given_up: { word: 'Given up', tone: 'bad', icon: IconCircleX },
  withdrawn: { word: 'Not sent', tone: 'still', icon: IconCircleMinus },
};

export const takenLook: ChipLook = { word: 'Taken', tone: 'ok', icon: IconCircleCheck };
export const notTakenLook: ChipLook = { word: 'Not taken', tone: 'bad', icon: IconCircleX };

const eventWords: Record<Schemas['AlertEvent'], string> = { began: 'That it began', worse: 'That it grew', ended: 'That it is over' };

/** What a message told whom: `That it began, to thandi@example.org by e-mail`. */
export const deliveryText = (delivery: Pick<AlertDelivery, 'event' | 'target' | 'way'>): string =>
  `${eventWords[delivery.event]}, to ${delivery.target} by ${delivery.way === 'mail' ? 'e-mail' : 'webhook'}`;
