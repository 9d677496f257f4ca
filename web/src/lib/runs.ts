import type { Schemas } from './api';

/** The processing of one event of a shop. */
export type Run = Schemas['RunResponse'];
export type RunStatus = Schemas['RunState'];

/** A reason for which runs failed, with how many did. */
export type RunCause = Schemas['RunCauseResponse'];
export type RunDecision = Schemas['DecisionResponse'];
export type RunAttempt = Schemas['RunAttemptResponse'];

/** One intended write to Sage, with what was sent and what came back. */
export type RunPosting = Schemas['RunPostingResponse'];

/** A run with everything about it, as the API answers it: what lists show stands apart. */
export type RunAnswer = Schemas['RunDetailResponse'];
export type RunDetails = Run & Omit<RunAnswer, 'run'>;

/** What would become of an event. */
export type DryRun = Schemas['DryRunResponse'];
export type BackfillRequest = Schemas['BackfillRequest'];
