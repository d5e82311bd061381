import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { TIME_LIMIT_MS } from '@/lib/api/client';
import type { SkyCondition, UnitSystem, Weather } from '@/lib/api/model';
import { later, ok, refused, serve, type Answer } from '@/testing/api';
import { conditions, day, minutesAgo, NOW, problem, reading, weather } from '@/testing/fixtures';
import { show, textOf } from '@/testing/page';
import { WeatherPage } from './WeatherPage';

const METRIC: UnitSystem = 'metric';

function page(answer: Answer | Weather) {
  const api = serve({
    '/weather': typeof answer === 'function' ? answer : () => ok(answer),
    '/watches': () => ok({ watches: [] }),
  });
  return { api, ...show(<WeatherPage locator={{ kind: 'id', id: '5746545' }} units={METRIC} />) };
}

const shown = () => screen.findByRole('heading', { level: 1, name: 'Portland' });
const region = (name: string) => screen.getByRole('region', { name });

test('shows the current conditions', async () => {
  page(weather());
  await shown();
  const now = textOf(region('Now'));
  expect(now).toContain('7°C');
  expect(now).toContain('Overcast');
  expect(now).toContain('Feels like 4° · High 11° · Low 5°');
});

test('shows every quantity of the current conditions with its unit', async () => {
  page(weather());
  await shown();
  const details = textOf(region('In detail'));
  for (const words of [
    'Wind7.6 m/sFrom NW, moderate breeze, gusts 12 m/s',
    'Precipitation0 mmIn the past hour. Chance 15%.',
    'Humidity75%Dew point 3°',
    'Pressure1013 hPa',
    'Visibility24 kmClouds 96%',
    'UV index3Moderate',
  ]) {
    expect(details).toContain(words);
  }
});

test('shows sun and moon in the time of the place', async () => {
  page(weather());
  await shown();
  expect(textOf(region('In detail'))).toContain('Sun sets at18:27Rose 7:28, day of 10 h 59 min');
  expect(textOf(region('In detail'))).toContain('Moon16%Waxing crescent, rises 11:51');
});

test.each([
  ['polar_day', 'The sun does not set today.'],
  ['polar_night', 'The sun does not rise today.'],
] as const)('says what the sun does in a %s', async (state, words) => {
  page(
    weather({
      astronomy: { date: '2026-10-14', sun: { state }, moon: { phase: 'full_moon', illumination: 100 } },
    }),
  );
  await shown();
  expect(textOf(region('In detail'))).toContain(words);
});

test('shows the next hours as a drawing with a table of the same numbers', async () => {
  page(weather());
  await shown();
  const hours = region('Next 48 hours');
  expect(within(hours).getByRole('img').getAttribute('aria-label')).toContain(
    'Temperature between 7° and 13°',
  );
  const rows = within(hours).getAllByRole('row', { hidden: true }).map(textOf);
  expect(rows[1]?.replace(',', '')).toBe('Wed 14 Oct');
  expect(rows[2]).toBe('13:00Overcast7°4°0 mm15%7.6 m/s NW75%');
  expect(rows).toHaveLength(1 + 2 + 12);
});

test('shows the next days from today on', async () => {
  page(weather());
  await shown();
  const rows = within(region('Next 3 days')).getAllByRole('row').map(textOf);
  expect(rows.slice(1)).toEqual([
    'Today 14 OctRain70%3.4 mm5°11°',
    'Thu 15 OctRain70%3.4 mm5°11°',
    'Fri 16 OctRain70%3.4 mm5°11°',
  ]);
});

test('says whose clock it shows if that is not the reader’s', async () => {
  page(weather());
  await shown();
  expect(textOf(region('Now'))).toContain('Times in Portland (UTC−7). As of 13:30');
});

test('mistake 9: the symbol follows the sky, by day and by night', async () => {
  const drawings = new Set<string>();
  for (const [condition, daylight] of [
    ['clear', true],
    ['clear', false],
    ['rain', true],
  ] as const) {
    const sky = { condition, thunder: false, text: condition };
    const { unmount } = page(
      weather({ current: { ...conditions({ sky, daylight }), source: 'open-meteo' } }),
    );
    await shown();
    drawings.add(region('Now').querySelector('.now-icon')?.innerHTML ?? '');
    unmount();
  }
  expect(drawings.size).toBe(3);
});

test('says that it loads, and reserves the room', () => {
  page(() => new Promise<Response>(() => undefined));
  expect(screen.getByRole('status').textContent).toBe('Loading the weather…');
  expect(document.querySelectorAll('.weather .tile')).toHaveLength(8);
});

test.each([
  ['the connection breaks', () => Promise.reject(new TypeError('Failed to fetch')), 'Vane cannot be reached'],
  [
    'a proxy answers in HTML',
    () => new Response('<h1>Bad Gateway</h1>', { status: 502 }),
    'The answer makes no sense',
  ],
  ['the answer is cut off', () => new Response('{"place":{"id"'), 'The answer makes no sense'],
  ['the answer is empty', () => new Response(''), 'The answer makes no sense'],
  ['the request is refused', () => refused(problem(429, 'Too many.')), 'Problem 429'],
  ['there is no such place', () => refused(problem(404, 'No place 1.')), 'There is no such place'],
  ['nothing is known', () => refused(problem(503, 'No data.')), 'No weather for this place yet'],
])('mistake 9: an error does not leave "Loading…" standing when %s', async (_, answer, title) => {
  page(answer);
  await screen.findByRole('heading', { level: 1, name: title });
  expect(screen.queryByText(/Loading/)).toBeNull();
});

test('mistake 9: an answer that never comes does not leave "Loading…" standing', async () => {
  page(later().answer);
  await vi.advanceTimersByTimeAsync(TIME_LIMIT_MS + 1);
  await screen.findByRole('heading', { name: 'Vane takes too long' });
  expect(screen.queryByText(/Loading/)).toBeNull();
});

test('tries again when asked to', async () => {
  const { api, user } = page(() => Promise.reject(new TypeError('Failed to fetch')));
  await screen.findByRole('heading', { name: 'Vane cannot be reached' });
  api.change('/weather', () => ok(weather()));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await shown();
});

test('tries again by itself', async () => {
  const { api } = page(() => refused(problem(503, 'No data.')));
  await screen.findByRole('heading', { name: 'No weather for this place yet' });
  api.change('/weather', () => ok(weather()));
  await vi.advanceTimersByTimeAsync(31_000);
  await shown();
});

test('names the sources that have not answered', async () => {
  page(() => refused(problem(503, 'No data.', { sources: [reading({ problem: 'connect timed out' })] })));
  expect(textOf(await screen.findByRole('alert'))).toContain('Open-Meteo: connect timed out');
});

test('says that no source is switched on', async () => {
  page(() => refused(problem(503, 'No data.', { sources: [] })));
  expect(textOf(await screen.findByRole('alert'))).toContain('No source of weather is switched on.');
});

test('says that it is offline when it is', async () => {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  page(() => Promise.reject(new TypeError('Failed to fetch')));
  await screen.findByRole('heading', { name: 'You are offline' });
});

test('keeps what is known when the network goes, and says how old it is', async () => {
  page(weather());
  await shown();
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  act(() => {
    window.dispatchEvent(new Event('offline'));
  });
  expect(textOf(screen.getByRole('alert'))).toBe('You are offline. What is shown was fetched 5 min ago.');
  expect(textOf(region('Now'))).toContain('7°C');
});

test('keeps what is known when a refresh fails, and says why', async () => {
  const { api } = page(weather());
  await shown();
  api.change('/weather', () => refused(problem(503, 'The disk is on fire.')));
  await vi.advanceTimersByTimeAsync(121_000);
  expect(textOf(await screen.findByRole('alert'))).toContain('The disk is on fire.');
  expect(textOf(region('Now'))).toContain('7°C');
});

test('marks simulated weather in words, in the page and in its title', async () => {
  page(weather({ simulated: true }));
  await shown();
  expect(textOf(screen.getByRole('status'))).toBe(
    'Simulated weather: no provider has answered. Nothing here is real.',
  );
  expect(document.title).toMatch(/^Simulated: /);
});

test('marks simulated weather even if only its source admits it', async () => {
  page(weather({ sources: [reading({ simulated: true })] }));
  await shown();
  expect(textOf(screen.getByRole('status'))).toContain('Nothing here is real.');
});

test('real weather carries no mark', async () => {
  page(weather());
  await shown();
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('marks old weather with its age and the reason', async () => {
  const stale = reading({ fetchedAt: minutesAgo(192), staleAfter: minutesAgo(170), problem: 'HTTP 429' });
  page(weather({ sources: [stale] }));
  await shown();
  expect(textOf(screen.getByRole('status'))).toBe(
    'Open-Meteo does not answer. What is shown of it is as of 3 h ago: HTTP 429',
  );
});

test('says of old weather without a reason that nothing new was said', async () => {
  page(weather({ sources: [reading({ fetchedAt: minutesAgo(192), staleAfter: minutesAgo(170) })] }));
  await shown();
  expect(textOf(screen.getByRole('status'))).toBe(
    'Open-Meteo has said nothing new. What is shown of it is as of 3 h ago.',
  );
});

test('weather becomes older while it is looked at, and old when a refresh is long missed', async () => {
  const { api } = page(weather());
  await shown();
  expect(textOf(region('Sources'))).toContain('as of 5 min ago');
  api.change('/weather', () => new Promise<Response>(() => undefined));
  await act(() => vi.advanceTimersByTimeAsync(24 * 60_000));
  expect(textOf(region('Sources'))).toContain('as of 29 min ago');
  expect(screen.queryByRole('status')).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(2 * 60_000));
  expect(textOf(region('Sources'))).toContain('as of 31 min ago · issued 2 h ago · old');
  expect(screen.getAllByRole('status').map(textOf).join()).toContain('Open-Meteo has said nothing new.');
});

test('credits the source with a link, and says what it is used for', async () => {
  page(weather());
  await shown();
  const credit = within(region('Sources')).getByRole('link', { name: 'Weather data by Open-Meteo.com' });
  expect(credit.getAttribute('href')).toBe('https://open-meteo.com/');
  expect(textOf(region('Sources'))).toContain(
    'Used for now, hours and days · as of 5 min ago · issued 2 h ago',
  );
});

test.each([
  [{ leftOut: 'its run is 14 h old' }, 'Left out: its run is 14 h old · as of 5 min ago'],
  [{}, 'Fills gaps · as of 5 min ago'],
  [{ problem: 'HTTP 502' }, 'Fills gaps · as of 5 min ago · issued 2 h ago · does not answer: HTTP 502'],
  [{ simulated: true }, 'Not used here · simulated, not real'],
])('says of another source with %j what it does here', async (changes, words) => {
  page(weather({ sources: [reading(), reading({ source: 'second', name: 'Second', ...changes })] }));
  await shown();
  expect(textOf(within(region('Sources')).getAllByRole('listitem')[1] ?? null)).toContain(words);
});

test('says of a source that has never answered that it has not', async () => {
  const { source, name, simulated, attribution, link } = reading({ source: 'second' });
  page(
    weather({ sources: [reading(), { source, name, simulated, attribution, link, problem: 'HTTP 401' }] }),
  );
  await shown();
  expect(textOf(region('Sources'))).toContain('Has not answered yet · does not answer: HTTP 401');
});

test('leads from the sources of a place to how each of them does', async () => {
  page(weather());
  await shown();
  const link = within(region('Sources')).getByRole('link', { name: 'How each source does' });
  expect(link.getAttribute('href')).toBe('/sources');
});

test('sources with the same credit are told apart by their names', async () => {
  page(
    weather({ sources: [reading({ name: 'Simulation A' }), reading({ source: 'b', name: 'Simulation B' })] }),
  );
  await shown();
  const names = within(region('Sources'))
    .getAllByRole('listitem')
    .map((item) => textOf(item).split(':')[0]);
  expect(names).toEqual(['Simulation A', 'Simulation B']);
});

test('a credit whose address is no web address is no link', async () => {
  page(weather({ sources: [reading({ link: 'javascript:alert(1)' })] }));
  await shown();
  expect(within(region('Sources')).queryByRole('link', { name: /Open-Meteo/ })).toBeNull();
  expect(textOf(region('Sources'))).toContain('Weather data by Open-Meteo.com');
});

test('says what is missing where a source told less', async () => {
  const { place, units, simulated } = weather();
  page({ place, units, simulated, sources: [] });
  await shown();
  expect(textOf(document.body)).toContain('No source has told the current conditions of this place.');
  expect(textOf(document.body)).toContain('No source has told the hours ahead.');
  expect(textOf(document.body)).toContain('No source has told the days ahead.');
});

test('a value that no source gave is a dash, never a zero', async () => {
  const sky = conditions().sky;
  page(
    weather({
      current: { time: new Date(NOW).toISOString(), sky, daylight: true, source: 'open-meteo' },
      hourly: { source: 'open-meteo', steps: [{ time: new Date(NOW).toISOString(), sky, daylight: true }] },
      daily: { source: 'open-meteo', days: [{ date: '2026-10-14', sky }] },
    }),
  );
  await shown();
  expect(textOf(region('Now'))).toContain('–C');
  expect(textOf(region('In detail'))).toContain('Wind–');
  expect(textOf(document.body)).not.toMatch(/NaN|undefined|Infinity|null/);
});

test('names from outside are text, not markup', async () => {
  const name = '<img src=x onerror=alert(1)>';
  page(weather({ place: { ...weather().place, name, label: name } }));
  await screen.findByRole('heading', { level: 1, name });
  expect(document.querySelector('img')).toBeNull();
});

test('a zone that the browser does not know is shown as UTC', async () => {
  page(weather({ place: { ...weather().place, timeZone: 'Nowhere/Land' } }));
  await shown();
  expect(textOf(region('Now'))).toContain('As of 20:30');
});

test('a sky that this page does not know yet is drawn as unknown', async () => {
  const sky = { condition: 'raining_frogs' as SkyCondition, thunder: false, text: 'Raining frogs' };
  page(weather({ daily: { source: 'open-meteo', days: [day('2026-10-14', { sky })] } }));
  await shown();
  expect(region('Today').querySelector('.sky-unknown')).not.toBeNull();
});

test('paints the background after the sky, and takes it off again', async () => {
  const { unmount } = page(weather());
  await waitFor(() => {
    expect(document.documentElement.dataset['sky']).toBe('cloud-day');
  });
  unmount();
  expect(document.documentElement.dataset['sky']).toBeUndefined();
});
