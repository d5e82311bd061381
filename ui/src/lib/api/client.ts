import { locale } from '@/lib/format/locale';
import type { Check } from './check';
import { ApiFailure } from './failure';
import type { Problem } from './model';
import { problem as problemShape } from './shapes';

/** After this long without an answer a call has failed: nothing may say "Loading" for ever. */
export const TIME_LIMIT_MS = 20_000;

export type Query = Record<string, string | number | undefined>;

/**
 * GETs a JSON document of the API.
 *
 * @param path below /api/v1, each part already escaped
 * @param check the shape of the answer
 * @throws ApiFailure if there is no answer of that shape
 */
export async function getJson<T>(path: string, query: Query, check: Check, signal: AbortSignal): Promise<T> {
  return answered(await send('GET', `/api/v1${path}${queryString(query)}`, signal), check);
}

/**
 * PUTs or DELETEs a thing of the API; what comes back is read anew where it is shown.
 *
 * @param path below /api/v1, each part already escaped
 * @throws ApiFailure if it was not done
 */
export async function change(method: 'PUT' | 'DELETE', path: string): Promise<void> {
  const response = await send(method, `/api/v1${path}`, new AbortController().signal);
  if (!response.ok) await answered(response, () => undefined);
}

async function answered<T>(response: Response, check: Check): Promise<T> {
  const body = await read(response);
  if (response.ok) {
    const fault = check(body, '');
    if (fault !== undefined) throw unreadable(response.status, fault);
    return body as T;
  }
  const fault = problemShape(body, '');
  if (fault !== undefined) throw unreadable(response.status, fault);
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  throw new ApiFailure({
    kind: 'problem',
    problem: body as Problem,
    retryAfterSeconds: Number.isNaN(retryAfter) ? undefined : retryAfter,
  });
}

function queryString(query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

async function send(method: string, url: string, signal: AbortSignal): Promise<Response> {
  const limit = new AbortController();
  const abort = () => {
    limit.abort();
  };
  const timer = setTimeout(abort, TIME_LIMIT_MS);
  signal.addEventListener('abort', abort);
  try {
    const headers = { Accept: 'application/json', 'Accept-Language': locale() };
    return await fetch(url, { method, headers, signal: limit.signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiFailure({ kind: limit.signal.aborted ? 'timeout' : 'unreachable' });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

async function read(response: Response): Promise<unknown> {
  const body = await response.text();
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw unreadable(response.status, `status ${response.status}, not JSON`);
  }
}

function unreadable(status: number, fault: string): ApiFailure {
  return new ApiFailure({ kind: 'unreadable', status, fault });
}
