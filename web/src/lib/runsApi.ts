import type { Client } from 'openapi-fetch';
import { api } from './api';

/**
 * The runs of the store ledger, typed by hand: the contract does not describe them yet. Once it does, {@link api} stands in for
 * {@link runsApi} and the types below become names for generated ones.
 */
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
  /** What the shop calls the document; empty for customers and products, and until it was fetched. */
  readonly number: string;
  readonly status: RunStatus;
  /** What happened, in a bookkeeper's words. */
  readonly sentence: string;
  /** Who can do what about it; empty when nothing needs to be done. */
  readonly next_step: string;
  readonly skip_reason: string | null;
  readonly failure_class: string | null;
  readonly cause: string | null;
  readonly attempts: number;
  readonly next_attempt_at: string | null;
  /** When the shop queued it. */
  readonly occurred_at: string;
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
  readonly ended_at: string;
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
}

/** The same as the API answers it: what lists show stands apart. */
export interface RunAnswer extends Omit<RunDetails, keyof Run> {
  readonly run: Run;
}

/** What would become of an event. */
export interface DryRun {
  readonly outcome: 'planned' | 'skipped' | 'failed' | 'waits';
  readonly sentence: string;
  /** Empty when nothing is to be done. */
  readonly next_step: string;
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

interface RunPaths {
  '/api/stores/{id}/dry-run': { post: Sending<DryRun, { readonly event: string; readonly entity_id: number }, IdPath> };
  '/api/runs': { get: Call<RunPage, NoPath, RunFilter> };
  '/api/runs/{id}': { get: Call<RunAnswer, IdPath> };
  '/api/runs/{id}/retry': { post: Call<Run, IdPath> };
  '/api/runs/retry': { post: Call<{ readonly retried: number }, NoPath, CauseFilter> };
  '/api/runs/{id}/undo': { post: Sending<Run, { readonly reason: string }, IdPath> };
  '/api/runs/backfill': { post: Sending<{ readonly accepted: number }, BackfillRequest> };
}

/** The API's client for these addresses. */
export const runsApi = api as unknown as Client<RunPaths>;
