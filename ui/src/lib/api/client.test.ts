import { expect, test, vi } from 'vitest';
import { ok, refused, serve } from '@/testing/api';
import { conditions, problem, weather as answer } from '@/testing/fixtures';
import { getJson, TIME_LIMIT_MS } from './client';
import { ApiFailure, type Failure } from './failure';
import { problem as problemShape, weather } from './shapes';

const signal = () => new AbortController().signal;

async function failureFrom(call: Promise<unknown>): Promise<Failure> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiFailure)) throw new Error(`no ApiFailure but ${String(error)}`);
  return error.failure;
}

const get = () => getJson('/weather', { place: '1', q: undefined }, weather, signal());

test('leaves out what is not given, and escapes what is', async () => {
  const api = serve({ '/weather': () => ok(answer()) });
  await getJson('/weather', { q: 'a&b=ü', place: undefined, hours: 48 }, weather, signal());
  expect(api.asked[0]?.search).toBe('?q=a%26b%3D%C3%BC&hours=48');
});

test('asks for names in the language of the page, whatever else the reader speaks', async () => {
  const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() =>
    Promise.resolve(ok(answer())),
  );
  vi.stubGlobal('fetch', fetch);
  await get();
  expect(new Headers(fetch.mock.calls[0]?.[1].headers).get('Accept-Language')).toBe('en-GB');
});

test('tells a problem, and when to ask again', async () => {
  const response = refused(problem(503, 'Nothing yet.'));
  response.headers.set('Retry-After', '60');
  serve({ '/weather': () => response });
  expect(await failureFrom(get())).toEqual({
    kind: 'problem',
    problem: problem(503, 'Nothing yet.'),
    retryAfterSeconds: 60,
  });
});

test('tells a broken connection', async () => {
  serve({});
  expect(await failureFrom(get())).toEqual({ kind: 'unreachable' });
});

test('gives up after the time limit', async () => {
  serve({
    '/weather': (_, left) =>
      new Promise((_resolve, reject) => {
        left.addEventListener('abort', () => {
          reject(new DOMException('left', 'AbortError'));
        });
      }),
  });
  const failure = failureFrom(get());
  await vi.advanceTimersByTimeAsync(TIME_LIMIT_MS + 1);
  expect(await failure).toEqual({ kind: 'timeout' });
});

test.each([
  [
    'null where a number may be absent',
    { current: { ...conditions(), source: 'x', temperature: null } },
    'current.temperature: not a number',
  ],
  [
    'a text for a number',
    { current: { ...conditions(), source: 'x', windSpeed: '7' } },
    'current.windSpeed: not a number',
  ],
  [
    'a time that is none',
    { current: { ...conditions(), source: 'x', time: 'soon' } },
    'current.time: not a time',
  ],
  ['a list that is none', { sources: {} }, 'sources: not a list'],
  [
    'a step that is none',
    { hourly: { source: 'x', steps: [conditions(), null] } },
    'hourly.steps[1]: not an object',
  ],
  [
    'a date that is none',
    { daily: { source: 'x', days: [{ date: '2026-13-41' }] } },
    'daily.days[0].date: not a time',
  ],
  ['a place that is missing', { place: undefined }, 'place: not an object'],
])('names the fault of an answer with %s', async (_, changes, fault) => {
  serve({ '/weather': () => ok({ ...answer(), ...changes }) });
  expect(await failureFrom(get())).toEqual({ kind: 'unreadable', status: 200, fault });
});

test('an error that is no problem document is unreadable, whatever it says', async () => {
  serve({ '/weather': () => new Response('{"error":true}', { status: 500 }) });
  expect(await failureFrom(get())).toEqual({ kind: 'unreadable', status: 500, fault: 'type: not a text' });
});

test('a candidate of a problem is checked like any place', () => {
  expect(problemShape({ ...problem(422, 'Which?'), candidates: [{ id: 1 }] }, '')).toBe(
    'candidates[0].id: not a text',
  );
});
