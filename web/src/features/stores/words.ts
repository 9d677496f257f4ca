import { IconAlertTriangle, IconCircleCheck, IconClock, IconPlugConnectedX } from '@tabler/icons-react';
import type { Store, StoreStatus } from '@/lib/stores';
import type { ChipLook } from '@/ui/Chip';

/** How each state of a shop looks. */
export const statusLooks: Record<StoreStatus, ChipLook> = {
  active: { word: 'Connected', tone: 'ok', icon: IconCircleCheck },
  pending: { word: 'Pending', tone: 'wait', icon: IconClock },
  token_revoked: { word: 'Refuses us', tone: 'bad', icon: IconAlertTriangle },
  disconnected: { word: 'Disconnected', tone: 'still', icon: IconPlugConnectedX },
};

/** What to do about a state; empty when nothing has to be done. */
export const statusRemedies: Record<StoreStatus, string> = {
  active: '',
  pending: 'It is not known yet whether the shop took its key. Ping it, or pair it again with a new code.',
  token_revoked: 'The shop refused our key several times in a row; what it sends still comes in. Pair it again with a new code.',
  disconnected: 'Its key is erased and what it sends is not taken. Pair it again with a new code to go on.',
};

/** What a person should know about a shop: what the server says of it, otherwise what its state asks for. */
export const remarkOf = (store: Store): string => {
  if (store.remark !== '') return store.remark;
  if (store.status !== 'active') return statusRemedies[store.status];
  return store.connected ? '' : 'The connection to Sage is broken, so its documents wait. Connect Sage again and they go on by themselves.';
};

const skewLetPass = 5;

/** How far the shop's clock is off, in words. */
export function clockWords(seconds: number | null): string {
  if (seconds === null) return 'Not measured yet';
  const off = Math.abs(seconds);
  if (off <= skewLetPass) return 'Agrees';
  return `${off} s ${seconds > 0 ? 'ahead' : 'behind'}`;
}

export const clockIsOff = (seconds: number | null): boolean => seconds !== null && Math.abs(seconds) > skewLetPass;
