/** What is wrong with which field; the field as the API calls it, such as `line_items[0].quantity`. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

interface ProblemParts {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly errors?: FieldErrors;
  readonly traceId?: string | undefined;
  readonly type?: string | undefined;
}

/** Why a call did not do what was asked, in words for people (RFC 9457 as the API answers it). */
export class Problem extends Error {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly title: string;
  /** The kind as a word, such as `no_business`; `offline` when no answer came. */
  readonly code: string;
  readonly errors: FieldErrors;
  /** What the server's log calls the request. */
  readonly traceId: string | undefined;
  /** The page that explains the kind. */
  readonly type: string | undefined;

  constructor(parts: ProblemParts) {
    super(parts.detail);
    this.name = 'Problem';
    this.status = parts.status;
    this.title = parts.title;
    this.code = parts.code;
    this.errors = parts.errors ?? {};
    this.traceId = parts.traceId;
    this.type = parts.type;
  }

  /** True when it is not known whether the request arrived. */
  get isOffline(): boolean {
    return this.status === 0;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOr = <T>(value: unknown, otherwise: T): string | T => (typeof value === 'string' && value !== '' ? value : otherwise);

function errorsOf(value: unknown): FieldErrors {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([field, messages]) => [field, Array.isArray(messages) ? messages.filter((m) => typeof m === 'string') : []]),
  );
}

/** The problem an answer tells, whatever it consists of. */
export function problemOf(status: number, body: unknown): Problem {
  const told = isRecord(body) ? body : {};
  return new Problem({
    status,
    title: textOr(told['title'], 'Something went wrong'),
    detail: textOr(
      told['detail'],
      'The server answered in a way this page does not understand. Try again; if it stays so, tell whoever runs it.',
    ),
    code: textOr(told['code'], `http_${status}`),
    errors: errorsOf(told['errors']),
    traceId: textOr(told['trace_id'], undefined),
    type: textOr(told['type'], undefined),
  });
}

/** No answer came: the line is down, or the server is. */
export const offlineProblem = (): Problem =>
  new Problem({
    status: 0,
    title: 'No connection',
    detail: 'Ledgerbridge cannot be reached just now. What you typed is kept here. Check your connection, then try again.',
    code: 'offline',
  });

/** The workspace has no current business yet, as the API tells it. */
export const noBusinessProblem = (): Problem =>
  problemOf(409, {
    title: 'No business is chosen',
    detail: 'No business is chosen yet. Connect Sage and choose one.',
    code: 'no_business',
    type: '/docs/problems#no_business',
  });

/** Whatever was thrown, as a problem. */
export const asProblem = (thrown: unknown): Problem =>
  thrown instanceof Problem
    ? thrown
    : new Problem({
        status: -1,
        title: 'A fault of this page',
        detail: 'Something went wrong in this page. Reload it; what is in Sage was not changed by that.',
        code: 'page_fault',
      });
