import createClient from 'openapi-fetch';
import type { components, paths } from './api.gen';
import { offlineProblem, problemOf } from './problem';

export type Schemas = components['schemas'];

/** A call that the server holds back is repeated once, if it asks for no longer a wait than this. */
const waitMaxSeconds = 60;

const sessionPath = '/api/session';

type Listener = () => void;
const sessionEndListeners = new Set<Listener>();

/** Tells when an answer says that nobody is signed in any more; returns how to stop listening. */
export function onSessionEnd(listener: Listener): () => void {
  sessionEndListeners.add(listener);
  return () => sessionEndListeners.delete(listener);
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (failure) {
    if (request.signal.aborted) throw failure;
    throw offlineProblem();
  }
}

/** Sends a request. Only reading is repeated by itself, and only when the server said when. */
async function sendPatiently(request: Request): Promise<Response> {
  const again = request.method === 'GET' ? request.clone() : null;
  const response = await send(request);
  const wait = Number(response.headers.get('Retry-After') ?? Number.NaN);
  if (response.status !== 429 || !again || !(wait <= waitMaxSeconds)) return response;
  await pause(wait * 1000, again.signal);
  return send(again);
}

const client = createClient<paths>({ baseUrl: window.location.origin, fetch: sendPatiently });

client.use({
  onResponse({ request, response }) {
    const isSignIn = new URL(request.url).pathname === sessionPath && request.method === 'POST';
    if (response.status === 401 && !isSignIn) sessionEndListeners.forEach((listener) => listener());
  },
});

/** The API by its addresses; {@link told} makes of each answer a value or a thrown Problem. */
export const api = client;

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The value an answer holds. @throws Problem when it is a refusal. */
export async function told<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await answer;
  if (!response.ok || data === undefined || data === null) throw problemOf(response.status, error);
  return data;
}
