import type { Schemas } from './api';

export type Store = Schemas['StoreResponse'];
export type StoreStatus = NonNullable<Schemas['StoreStatus']>;
export type StorePaymentMethod = Schemas['StorePaymentMethodResponse'];

/** The same with every field there: what is written may leave fields out, what is read has them all. */
type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]-?: Whole<Exclude<T[Name], undefined>> }
    : T;

/** A shop's posting rules as they are sent: the seven cards of its settings. */
export type PolicyRequest = Schemas['StorePolicy'];

/** A shop's posting rules as they are read. Ids are Sage's; an empty one stands for none. */
export type Policy = Whole<PolicyRequest>;
export type PaymentRule = Whole<Schemas['PaymentRule']>;

/** A version of a shop's posting rules. */
export interface PolicyVersion {
  readonly version: number;
  readonly saved_at: string;
  /** The id of the person or key; empty for Ledgerbridge itself. */
  readonly saved_by: string;
  readonly policy: Policy;
}

/** What other settings would have made of the last 90 days. */
export type PolicyPreview = Schemas['PolicyPreviewResponse'];
export type PolicyChange = Schemas['PolicyChangeResponse'];
export type ChangeKind = Schemas['ChangeKind'];
