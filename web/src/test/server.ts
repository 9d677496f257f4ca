import { vi } from 'vitest';

interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Route = (request: Request) => Answer | Promise<Answer>;

/** What the server was asked, as `POST /api/session`. */
export interface FakeServer {
  readonly asked: string[];
  /** The bodies sent to a route, oldest first. */
  readonly sent: (route: string) => unknown[];
  readonly count: (route: string) => number;
}

/** The line is cut before an answer comes. */
export const cutLine = (): never => {
  throw new TypeError('Failed to fetch');
};

export const problemAnswer = (
  status: number,
  code: string,
  detail: string,
  errors: Readonly<Record<string, readonly string[]>> = {},
): Answer => ({
  status,
  body: { type: `/docs/problems#${code}`, title: 'Refused', status, detail, code, errors, trace_id: '00-1' },
});

/** Stands in for the API. A request to a route that is not there fails the test. */
export function serve(routes: Readonly<Record<string, Route>>): FakeServer {
  const asked: { route: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    const route = `${request.method} ${pathname}`;
    const text = await request.clone().text();
    asked.push({ route, body: text === '' ? null : (JSON.parse(text) as unknown) });
    const answer = routes[route];
    if (!answer) throw new Error(`The test has no answer for ${route}.`);
    const { status = 200, body, headers = {} } = await answer(request);
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  });
  return {
    get asked() {
      return asked.map(({ route }) => route);
    },
    sent: (route) => asked.filter((request) => request.route === route).map(({ body }) => body),
    count: (route) => asked.filter((request) => request.route === route).length,
  };
}
