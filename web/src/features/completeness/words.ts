import {
  IconAlertTriangle,
  IconArrowsDiff,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconFilePencil,
  IconQuestionMark,
  IconTrash,
} from '@tabler/icons-react';
import type { ChipLook } from '@/ui/Chip';
import type { Difference, Row } from './queries';

export const causeLooks: Record<Difference['cause'], ChipLook> = {
  waiting: { word: 'On its way', tone: 'wait', icon: IconClock },
  failed: { word: 'Failed', tone: 'bad', icon: IconCircleX },
  booked_otherwise: { word: 'Booked otherwise', tone: 'bad', icon: IconArrowsDiff },
  changed: { word: 'Changed in Sage', tone: 'bad', icon: IconArrowsDiff },
  voided: { word: 'Voided in Sage', tone: 'bad', icon: IconCircleX },
  deleted: { word: 'Deleted in Sage', tone: 'bad', icon: IconTrash },
  draft: { word: 'A draft in Sage', tone: 'wait', icon: IconFilePencil },
  missing: { word: 'Not found in Sage', tone: 'bad', icon: IconQuestionMark },
};

const treatmentWords: Readonly<Record<string, string>> = {
  standard: 'Standard',
  zero_rated: 'Zero-rated',
  exempt: 'Exempt',
  out_of_scope: 'No VAT',
};

/** The VAT treatment of a row; what could not be planned has none yet. */
export const treatmentText = (treatment: Row['treatment']): string =>
  treatment === null ? 'Not worked out yet' : (treatmentWords[treatment] ?? treatment);

export const completeLook: ChipLook = { word: 'Complete', tone: 'ok', icon: IconCircleCheck };
export const differsLook: ChipLook = { word: 'Differs', tone: 'bad', icon: IconAlertTriangle };

const entityWords: Readonly<Record<string, string>> = { invoice: 'Invoice', creditmemo: 'Credit memo' };

/** A document as people call it: `Invoice 000000101`. */
export const documentName = ({ entity_type: kind, number, entity_id: id }: Difference): string =>
  `${entityWords[kind] ?? kind} ${number === '' ? `no. ${id}` : number}`;
