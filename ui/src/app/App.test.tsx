import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { UnitSystem } from '@/lib/api/model';
import { ok, refused, serve } from '@/testing/api';
import {
  conditions,
  portland,
  problem,
  source,
  sourceOff,
  unitsOf,
  weather,
  zurich,
} from '@/testing/fixtures';
import { open, textOf } from '@/testing/page';
import { App } from './App';
import { createQueries } from './queries';

/** 7.4 °C and 45.3 °F, as the service would convert them. */
function weatherIn(system: string | null) {
  const imperial = system === 'imperial';
  return weather({
    units: unitsOf(imperial ? 'imperial' : ('metric' satisfies UnitSystem)),
    current: { ...conditions({ temperature: imperial ? 45.3 : 7.4 }), source: 'open-meteo' },
  });
}

const now = () => textOf(screen.getByRole('region', { name: 'Now' }));

test('a search ends at the weather of the chosen place, at an address of its own', async () => {
  const api = serve({
    '/places': () => ok({ places: [zurich, portland] }),
    '/weather': () => ok(weather()),
  });
  const { user } = open('/');
  await user.type(screen.getByRole('combobox', { name: 'Search for a place' }), 'port');
  await user.click(await screen.findByRole('option', { name: /Portland/ }));
  await screen.findByRole('heading', { level: 1, name: 'Portland' });
  expect(window.location.pathname).toBe('/place/5746545');
  expect(api.lastAsked('/weather')?.get('place')).toBe('5746545');
});

test('a deep link opens the place', async () => {
  serve({ '/weather': () => ok(weather()) });
  open('/place/5746545');
  await screen.findByRole('heading', { level: 1, name: 'Portland' });
});

test('the title names the weather and the place', async () => {
  serve({ '/weather': () => ok(weather()) });
  open('/place/5746545');
  await waitFor(() => {
    expect(document.title).toBe('7° Overcast, Portland – Vane');
  });
});

test('mistake 9: the choice of units changes the numbers without a reload', async () => {
  const api = serve({ '/weather': (url) => ok(weatherIn(url.searchParams.get('units'))) });
  const { user } = open('/place/5746545');
  await screen.findByRole('heading', { level: 1, name: 'Portland' });
  expect(now()).toContain('7°C');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Units' }), 'imperial');
  await waitFor(() => {
    expect(now()).toContain('45°F');
  });
  expect(api.lastAsked('/weather')?.get('units')).toBe('imperial');
});

test('the choice of units outlives a reload', async () => {
  const api = serve({ '/weather': (url) => ok(weatherIn(url.searchParams.get('units'))) });
  const { user, unmount } = open('/place/5746545');
  await screen.findByRole('heading', { level: 1, name: 'Portland' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Units' }), 'imperial');
  unmount();
  open('/place/5746545');
  await screen.findByRole('heading', { level: 1, name: 'Portland' });
  expect(api.lastAsked('/weather')?.get('units')).toBe('imperial');
});

test('shows the last numbers while those in other units are fetched, and says so if they cannot be', async () => {
  const api = serve({ '/weather': (url) => ok(weatherIn(url.searchParams.get('units'))) });
  const { user } = open('/place/5746545');
  await screen.findByRole('heading', { level: 1, name: 'Portland' });
  api.change('/weather');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Units' }), 'imperial');
  expect(textOf(await screen.findByRole('alert'))).toContain('Vane cannot be reached. ');
  expect(now()).toContain('7°C');
});

test('offers the place looked at last', async () => {
  serve({ '/weather': () => ok(weather()) });
  const { user } = open('/place/5746545');
  await screen.findByRole('heading', { level: 1, name: 'Portland' });
  await user.click(screen.getByRole('link', { name: 'Vane' }));
  expect(screen.getByRole('link', { name: 'Portland, Oregon, United States' }).getAttribute('href')).toBe(
    '/place/5746545',
  );
});

test('text without a chosen suggestion is looked up, and the address becomes that of the place found', async () => {
  const api = serve({ '/places': () => ok({ places: [] }), '/weather': () => ok(weather()) });
  const { user } = open('/');
  await user.type(screen.getByRole('combobox', { name: 'Search for a place' }), 'portland, or{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Portland' });
  const questions = api.asked.filter((url) => url.pathname.endsWith('/weather'));
  expect(questions.map((url) => url.searchParams.get('q'))).toEqual(['portland, or']);
  expect(window.location.pathname).toBe('/place/5746545');
});

test('text that could be several places asks which one', async () => {
  const detail = '"portland" could be several places.';
  serve({
    '/weather': (url) =>
      url.searchParams.has('q')
        ? refused(problem(422, detail, { candidates: [portland, zurich] }))
        : ok(weather()),
  });
  const { user } = open('/portland');
  await screen.findByRole('heading', { name: 'Which one?' });
  await user.click(screen.getByRole('link', { name: 'Portland, Oregon, United States' }));
  await screen.findByRole('heading', { level: 1, name: 'Portland' });
});

test('the keyboard goes on in what a link led to', async () => {
  serve({ '/sources': () => ok({ sources: [] }) });
  const { user } = open('/');
  await user.click(screen.getByRole('link', { name: 'About' }));
  await screen.findByRole('heading', { name: 'About Vane' });
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

test('the page about Vane credits every source, GeoNames and the packages', async () => {
  serve({ '/sources': () => ok({ sources: [source(), sourceOff('no token')] }) });
  open('/about');
  const credit = await screen.findByRole('link', { name: 'Weather data by Open-Meteo.com' });
  expect(credit.getAttribute('href')).toBe('https://open-meteo.com/');
  expect(textOf(screen.getByRole('main'))).toContain('By XOff: no token');
  for (const [text, href] of [
    ['GeoNames', 'https://www.geonames.org/'],
    ['Libraries of the service', '/licenses/third-party.txt'],
    ['Packages of this page', '/licenses/third-party-npm.txt'],
  ] as const) {
    expect(screen.getByRole('link', { name: text }).getAttribute('href')).toBe(href);
  }
});

test('the sources have a page of their own', async () => {
  serve({ '/sources': () => ok({ sources: [source()] }) });
  const { user } = open('/about');
  await user.click(await screen.findByRole('link', { name: 'Sources' }));
  await screen.findByRole('heading', { level: 1, name: 'Sources' });
  expect(window.location.pathname).toBe('/sources');
});

test('the page about Vane says that the sources could not be read', async () => {
  serve({});
  open('/about');
  expect(textOf(await screen.findByRole('alert'))).toContain('The list of sources could not be read.');
});

test('an address that is none says so', () => {
  serve({});
  open('/no/such/page');
  expect(textOf(within(screen.getByRole('main')).getByRole('alert'))).toContain(
    'Nothing is at /no/such/page',
  );
});

test('a location from the browser opens the weather there', async () => {
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
  const getCurrentPosition = vi.fn((found: PositionCallback) => {
    found({ coords: { latitude: 45.52312, longitude: -122.67648 } } as GeolocationPosition);
  });
  Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition }, configurable: true });
  const api = serve({ '/weather': () => ok(weather()) });
  const { user } = open('/');
  await user.click(screen.getByRole('button', { name: 'Use my location' }));
  await screen.findByRole('heading', { level: 1, name: 'Portland' });
  expect(api.lastAsked('/weather')?.get('place')).toBe('45.523,-122.676');
});

test('a location that is refused sends back to the search', async () => {
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
  const getCurrentPosition = (_: PositionCallback, refuse: () => void) => {
    refuse();
  };
  Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition }, configurable: true });
  serve({});
  const { user } = open('/');
  await user.click(screen.getByRole('button', { name: 'Use my location' }));
  await screen.findByText(/gave no location/);
});

test('a broken connection is tried once more before it is called a failure', async () => {
  let calls = 0;
  serve({
    '/sources': () => {
      calls += 1;
      return calls === 1 ? Promise.reject(new TypeError('Failed to fetch')) : ok({ sources: [] });
    },
  });
  window.history.replaceState(null, '', '/about');
  render(
    <QueryClientProvider client={createQueries()}>
      <App />
    </QueryClientProvider>,
  );
  await vi.advanceTimersByTimeAsync(1_100);
  await screen.findByText('No source is configured.');
  expect(calls).toBe(2);
});
