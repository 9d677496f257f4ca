import type { Client } from 'openapi-fetch';
import { api } from './api';

/**
 * The store ledger's part of the API, typed by hand: the contract does not describe it yet. Once it does, {@link api} stands in for
 * {@link ledgerApi} and the types below become names for generated ones.
 */
export type StoreStatus = 'pending' | 'active' | 'token_revoked' | 'disconnected';

/** A shop. */
export interface Store {
  readonly id: string;
  readonly base_url: string;
  readonly status: StoreStatus;
  /** What a person should know about it; empty when all is well. */
  readonly remark: string;
  readonly connection_id: string;
  readonly business_id: string;
  /** Empty when it is not known any more. */
  readonly business_name: string;
  /** Whether the connection to Sage works. */
  readonly connected: boolean;
  readonly policy_version: number;
  /** How far the shop's clock is ahead of the server's, in seconds; null while nobody knows. */
  readonly clock_skew_seconds: number | null;
  readonly answered_at: string | null;
  readonly paired_at: string | null;
  readonly created_at: string;
  /** Runs that are not at their end. */
  readonly pending_count: number;
  /** Runs that failed in the last 24 hours. */
  readonly failed_lately: number;
  readonly last_run_at: string | null;
}

/** What a shop said to a ping. */
export interface Ping {
  readonly answered: boolean;
  readonly message: string;
  readonly milliseconds: number | null;
  readonly store: Store;
}

/** A way to be paid in the shop. */
export interface StorePaymentMethod {
  readonly code: string;
  /** Empty when the shop gave it no name. */
  readonly label: string;
  readonly active: boolean;
}

export interface PaymentRule {
  readonly method: string;
  readonly outcome: 'bank' | 'unpaid' | 'skip' | 'fail';
  readonly bank_account_id: string;
  readonly sage_method_id: string;
}

/** A shop's posting rules: the seven cards of its settings. Ids are Sage's; an empty one stands for none. */
export interface Policy {
  readonly sync: {
    readonly invoices: boolean;
    readonly payments: boolean;
    readonly credit_memos: boolean;
    readonly customers: boolean;
    readonly products: boolean;
    readonly stock: boolean;
    /** A day; null for no limit. */
    readonly since: string | null;
    readonly time_zone: string;
    readonly websites: number[];
    readonly store_views: number[];
    readonly unpaid_invoices: 'post' | 'skip';
  };
  readonly mappings: Readonly<
    Record<
      | 'sales_account_id'
      | 'services_account_id'
      | 'shipping_account_id'
      | 'rounding_account_id'
      | 'deduction_account_id'
      | 'charge_account_id'
      | 'adjustment_account_id'
      | 'purchase_account_id',
      string
    >
  >;
  readonly payments: {
    readonly methods: PaymentRule[];
    readonly others: PaymentRule;
    readonly dated_by: 'event' | 'captured';
    readonly refunds: 'credit_only' | 'pay_back';
  };
  readonly tax_rates: {
    readonly map: { readonly percentage: string; readonly tax_rate_id: string }[];
    readonly untaxed_tax_rate_id: string;
    readonly export_tax_rate_id: string;
    readonly no_tax_rate_id: string;
    readonly goods_or_services: 'by_product' | 'goods' | 'services';
    readonly taxed_abroad: 'post' | 'fail';
  };
  readonly commercial: {
    readonly invoice_prefix: string;
    readonly credit_note_prefix: string;
    readonly contact_prefix: string;
    readonly contact_naming: 'company_first' | 'person_first' | 'email_first';
    readonly line_wording: 'name' | 'name_and_sku' | 'sku_and_name';
    readonly credit_days: number | null;
    readonly delivery: 'carriage' | 'line';
    readonly rounding_up_to: string;
    readonly deductions: 'fail' | 'line';
    readonly deduction_text: string;
    readonly charges: 'fail' | 'line';
    readonly charge_text: string;
    readonly credit_without_invoice: 'post' | 'skip' | 'fail';
    readonly items_on_lines: boolean;
    readonly prices_include_vat: boolean;
  };
  readonly currency: {
    readonly other_currencies: 'post' | 'skip' | 'fail';
    readonly accepted: string[];
    readonly website_currencies: { readonly website_id: number; readonly currency: string }[];
    readonly rate_source: 'store' | 'table';
    readonly rates: { readonly currency: string; readonly rate: string }[];
    readonly at_par: string[];
  };
  readonly consolidation: {
    readonly enabled: boolean;
    readonly up_to: string;
    readonly contact_name: string;
    readonly reference: string;
    readonly business_groups: number[];
  };
}

/** A version of a shop's policy. */
export interface PolicyVersion {
  readonly version: number;
  readonly saved_at: string;
  /** The id of the person or key; empty for Ledgerbridge itself. */
  readonly saved_by: string;
  readonly policy: Policy;
}

export type RunStatus = 'queued' | 'running' | 'waiting' | 'synced' | 'skipped' | 'failed';

/** The processing of one event of a shop. */
export interface Run {
  readonly id: string;
  readonly store_id: string;
  readonly store_name: string;
  /** Such as `invoice.created`. */
  readonly event: string;
  /** Such as `invoice`. */
  readonly entity_type: string;
  readonly entity_id: number;
  /** What the shop calls the document; null until it was fetched. */
  readonly number: string | null;
  readonly status: RunStatus;
  /** What happened, in a bookkeeper's words. */
  readonly sentence: string;
  /** Who can do what about it; empty when nothing needs to be done. */
  readonly next_step: string | null;
  readonly skip_reason: string | null;
  readonly failure_class: string | null;
  readonly cause: string | null;
  readonly attempts: number;
  readonly next_attempt_at: string | null;
  /** When it happened in the shop. */
  readonly occurred_at: string | null;
  /** When the shop told of it. */
  readonly created_at: string;
  readonly finished_at: string | null;
  /** Sage's id of what was made. */
  readonly outcome_id: string | null;
  /** What Sage calls it, such as `SI-27`. */
  readonly outcome_reference: string | null;
}

/** A reason for which runs failed, with how many did. */
export interface RunCause {
  readonly cause: string;
  readonly meaning: string;
  readonly next_step: string;
  readonly failed: number;
}

export interface RunPage {
  readonly items: Run[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  readonly causes: RunCause[];
}

export interface RunDecision {
  readonly topic: string;
  readonly sentence: string;
}

export interface RunAttempt {
  readonly number: number;
  readonly began_at: string;
  readonly ended_at: string | null;
  readonly outcome: string;
  readonly sentence: string;
  readonly failure_class: string | null;
  readonly cause: string | null;
}

/** One intended write to Sage, with what was sent and what came back. */
export interface RunPosting {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly request: unknown;
  readonly answer: unknown;
  readonly problem: string | null;
  readonly attempts: number;
  readonly created_at: string;
  readonly finished_at: string | null;
  readonly sage_id: string | null;
}

export interface RunDetails extends Run {
  readonly policy_version: number;
  readonly decisions: RunDecision[];
  readonly attempts_made: RunAttempt[];
  readonly postings: RunPosting[];
  readonly can_retry: boolean;
  readonly can_undo: boolean;
  readonly undo_reason_needed: boolean;
}

/** What would become of an event. */
export interface DryRun {
  readonly outcome: 'planned' | 'skipped' | 'failed' | 'waits';
  readonly sentence: string;
  readonly next_step: string | null;
  readonly reason: string | null;
  readonly decisions: RunDecision[];
  readonly steps: { readonly kind: string; readonly sentence: string; readonly request: unknown }[];
}

export interface BackfillRequest {
  readonly store_id: string;
  readonly event: string;
  readonly from_id: number;
  readonly to_id: number;
}

interface NoPath {
  readonly path?: never;
}
interface IdPath {
  readonly path: { readonly id: string };
}
interface NoQuery {
  readonly query?: never;
}

interface Call<Answer, Path = NoPath, Query = NoQuery> {
  parameters: { header?: never; cookie?: never } & Path & Query;
  requestBody?: never;
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Answer } } };
}
interface Sending<Answer, Body, Path = NoPath> extends Omit<Call<Answer, Path>, 'requestBody'> {
  requestBody: { content: { 'application/json': Body } };
}
interface RunFilter {
  readonly query?: Partial<Record<'status' | 'store' | 'cause' | 'event' | 'search' | 'limit' | 'after', string>>;
}
interface CauseFilter {
  readonly query: { readonly cause: string; readonly store?: string };
}

interface LedgerPaths {
  '/api/stores': {
    get: Call<{ readonly stores: Store[] }>;
    post: Sending<Store, { readonly base_url: string; readonly pairing_code: string }>;
  };
  '/api/stores/{id}': { get: Call<Store, IdPath> };
  '/api/stores/{id}/pair': { post: Sending<Store, { readonly pairing_code: string }, IdPath> };
  '/api/stores/{id}/ping': { post: Call<Ping, IdPath> };
  '/api/stores/{id}/disconnect': { post: Call<Store, IdPath> };
  '/api/stores/{id}/payment-methods': { get: Call<{ readonly payment_methods: StorePaymentMethod[] }, IdPath> };
  '/api/stores/{id}/policy': { get: Call<PolicyVersion, IdPath>; put: Sending<PolicyVersion, Policy, IdPath> };
  '/api/stores/{id}/dry-run': { post: Sending<DryRun, { readonly event: string; readonly entity_id: number }, IdPath> };
  '/api/runs': { get: Call<RunPage, NoPath, RunFilter> };
  '/api/runs/{id}': { get: Call<RunDetails, IdPath> };
  '/api/runs/{id}/retry': { post: Call<Run, IdPath> };
  '/api/runs/retry': { post: Call<{ readonly retried: number }, NoPath, CauseFilter> };
  '/api/runs/{id}/undo': { post: Sending<Run, { readonly reason: string | null }, IdPath> };
  '/api/runs/backfill': { post: Sending<{ readonly accepted: number }, BackfillRequest> };
}

/** The API's client for these addresses. */
export const ledgerApi = api as unknown as Client<LedgerPaths>;
