import { vi } from 'vitest';
import type { Place, Problem } from '@/lib/api/model';

export type Answer = (url: URL, signal: AbortSignal, method: string) => Response | Promise<Response>;

interface Asked {
  readonly signal: AbortSignal;
  readonly method?: string;
}

/**
 * Stands in for the service: answers by path below /api/v1, and counts what it was asked. A path without an answer is
 * a broken connection.
 */
export function serve(answers: Record<string, Answer>) {
  const asked: URL[] = [];
  vi.stubGlobal('fetch', (address: string, { signal, method = 'GET' }: Asked) => {
    const url = new URL(address, 'http://vane.test');
    asked.push(url);
    const answer = answers[url.pathname.replace('/api/v1', '')];
    if (answer === undefined) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(answer(url, signal, method));
  });
  return {
    asked,
    /** What a path was asked last. */
    lastAsked: (path: string) =>
      asked.findLast(({ pathname }) => pathname === `/api/v1${path}`)?.searchParams,
    /** Replaces the answer of a path from now on; without one the connection breaks. */
    change: (path: string, answer?: Answer) => {
      if (answer) answers[path] = answer;
      else Reflect.deleteProperty(answers, path);
    },
  };
}

/** The place's watch as the service keeps it; it answers the list and the changes. */
export function watching(place: Place, since: string, watched: boolean) {
  let kept = watched;
  const changes: string[] = [];
  const one = `/watches/${encodeURIComponent(place.id)}`;
  const answers: Record<string, Answer> = {
    '/watches': () => ok({ watches: kept ? [{ place, since }] : [] }),
    [one]: (_, __, method) => {
      changes.push(method);
      kept = method === 'PUT';
      return kept ? ok({ place, since }) : new Response(null, { status: 204 });
    },
  };
  return { answers, changes, one };
}

export function ok(body: unknown): Response {
  return new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } });
}

export function refused(problem: Problem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

/** An answer that comes when the test says so, and never to a caller that has left. */
export function later() {
  let give: (response: Response) => void = () => undefined;
  const response = new Promise<Response>((resolve) => {
    give = resolve;
  });
  let left = false;
  const answer: Answer = (_, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        left = true;
        reject(new DOMException('left', 'AbortError'));
      });
      void response.then(resolve);
    });
  return {
    answer,
    give: (body: unknown) => {
      give(ok(body));
    },
    left: () => left,
  };
}
