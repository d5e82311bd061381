/**
 * Serves the built page as the service does (content security policy, fallback to the page, no fallback for assets),
 * with canned answers of the API. Place ids below 100 are its cases: see `CASES`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NOW, PLACES, SECOND, SOURCES, simulated, stale, weatherOf } from './mock-weather.mjs';

const DIST = fileURLToPath(new URL('../target/classes/META-INF/vane-ui', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const json = (status, body, headers = {}) => ({
  status,
  type: status < 400 ? 'application/json' : 'application/problem+json',
  body: JSON.stringify(body),
  headers,
});
const problem = (status, title, detail, more = {}) =>
  json(
    status,
    { type: '/problems/mock', title, status, detail, ...more },
    status === 503 ? { 'Retry-After': '60' } : {},
  );

const portland = PLACES.find((each) => each.id === '5746545');
/** The id of a place that cannot be watched, because the list is full. */
const FULL = '4975802';
const polar = {
  date: '2026-10-14',
  sun: { state: 'polar_night' },
  moon: { phase: 'full_moon', illumination: 100 },
};

/** What the API may answer besides the usual, good and bad, by place id. */
const CASES = {
  1: (weather) => json(200, simulated(weather)),
  2: (weather) => json(200, stale(weather)),
  3: () =>
    problem(503, 'No data', 'No source has answered for this place yet.', {
      sources: [{ ...SECOND, problem: 'HTTP 401' }],
    }),
  4: () => problem(503, 'No data', 'No source is enabled.', { sources: [] }),
  5: () => ({ status: 502, type: 'text/html', body: '<h1>Bad Gateway</h1>', headers: {} }),
  6: (weather) => json(200, { ...weather, current: { ...weather.current, temperature: null } }),
  7: (weather) => ({
    status: 200,
    type: 'application/json',
    body: JSON.stringify(weather).slice(0, 5000),
    headers: {},
  }),
  8: ({ place, units, simulated }) => json(200, { place, units, simulated, sources: [] }),
  9: (weather) =>
    json(200, { ...weather, place: { ...weather.place, timeZone: 'Nowhere/Land' }, astronomy: polar }),
};

function searchPlaces(query) {
  const fold = (text) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').toLowerCase();
  const wanted = fold(query.get('q') ?? '');
  return json(200, { places: PLACES.filter((place) => fold(place.label).startsWith(wanted)) });
}

function weatherFor(query) {
  const system = query.get('units') ?? 'metric';
  const text = query.get('q');
  if (text !== null) {
    const { places } = JSON.parse(searchPlaces(query).body);
    if (places.length === 0) return problem(404, 'Unknown place', `No place is called "${text}".`);
    if (places.length > 1)
      return problem(422, 'Ambiguous place', `"${text}" could be several places.`, { candidates: places });
    return json(200, weatherOf(places[0], system));
  }
  const id = query.get('place') ?? '';
  const special = CASES[id];
  if (special) return special(weatherOf({ ...portland, id }, system));
  const [latitude, longitude] = id.split(',').map(Number);
  if (longitude !== undefined) {
    return json(200, weatherOf({ ...portland, id, name: id, label: id, latitude, longitude }, system));
  }
  const place = PLACES.find((each) => each.id === id);
  return place
    ? json(200, weatherOf(place, system))
    : problem(404, 'Unknown place', `There is no place with the id "${id}".`);
}

/** What is watched, by place id, until the server ends. */
const watches = new Map();

function change(method, id) {
  if (method === 'DELETE') {
    return watches.delete(id)
      ? { status: 204, headers: {} }
      : problem(404, 'Not watched', 'It is not watched.');
  }
  if (id === FULL)
    return problem(409, 'Too many places are watched', 'No more than 20 places can be watched.');
  const place = { ...(PLACES.find((each) => each.id === id) ?? portland), id };
  watches.set(id, { place, since: new Date(NOW).toISOString() });
  return json(201, watches.get(id));
}

function answerApi(method, url) {
  if (url.pathname === '/api/v1/places') return searchPlaces(url.searchParams);
  if (url.pathname === '/api/v1/weather') return weatherFor(url.searchParams);
  if (url.pathname === '/api/v1/sources') return json(200, { sources: SOURCES });
  if (url.pathname === '/api/v1/watches') return json(200, { watches: [...watches.values()] });
  const watched = /^\/api\/v1\/watches\/([^/]+)$/.exec(url.pathname)?.[1];
  if (watched !== undefined) return change(method, decodeURIComponent(watched));
  return problem(404, 'Unknown route', `Nothing is at ${url.pathname}.`);
}

function answerFile(path) {
  const file = join(DIST, normalize(path));
  if (file.startsWith(DIST) && extname(file) !== '' && existsSync(file)) {
    return {
      status: 200,
      type: TYPES[extname(file)] ?? 'application/octet-stream',
      body: readFileSync(file),
      headers: {},
    };
  }
  if (path.slice(path.lastIndexOf('/') + 1).includes('.')) {
    return { status: 404, type: 'text/plain', body: 'not found', headers: {} };
  }
  return { status: 200, type: TYPES['.html'], body: readFileSync(join(DIST, 'index.html')), headers: {} };
}

/**
 * Starts the server on a free port of loopback, or on the one given.
 *
 * @returns {Promise<{ url: string, now: number, close: () => void }>}
 */
export function startMock(port = 0) {
  if (!existsSync(join(DIST, 'index.html')))
    throw new Error('the page is not built: run `npm run build` first');
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://mock.invalid');
    const answer = url.pathname.startsWith('/api/')
      ? answerApi(request.method, url)
      : answerFile(decodeURIComponent(url.pathname));
    response.writeHead(answer.status, {
      ...HEADERS,
      ...answer.headers,
      ...(answer.type && { 'Content-Type': answer.type }),
    });
    response.end(answer.body);
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      resolve({ url: `http://127.0.0.1:${server.address().port}`, now: NOW, close: () => server.close() });
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await startMock(Number(process.env.PORT ?? 0));
  console.log(`${url}/place/5746545`);
}
