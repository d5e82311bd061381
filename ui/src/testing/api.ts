import { vi } from 'vitest';
import type { Problem } from '@/lib/api/model';

export type Answer = (url: URL, signal: AbortSignal) => Response | Promise<Response>;

/**
 * Stands in for the service: answers by path below /api/v1, and counts what it was asked. A path without an answer is
 * a broken connection.
 */
export function serve(answers: Record<string, Answer>) {
  const asked: URL[] = [];
  vi.stubGlobal('fetch', (address: string, { signal }: { signal: AbortSignal }) => {
    const url = new URL(address, 'http://vane.test');
    asked.push(url);
    const answer = answers[url.pathname.replace('/api/v1', '')];
    if (answer === undefined) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(answer(url, signal));
  });
  return {
    asked,
    /** Replaces the answer of a path from now on; without one the connection breaks. */
    change: (path: string, answer?: Answer) => {
      if (answer) answers[path] = answer;
      else Reflect.deleteProperty(answers, path);
    },
  };
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
