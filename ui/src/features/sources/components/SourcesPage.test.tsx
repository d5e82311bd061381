import { act, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Source } from '@/lib/api/model';
import { ok, serve } from '@/testing/api';
import { minutesAgo, source, sourceOff } from '@/testing/fixtures';
import { show, textOf } from '@/testing/page';
import SourcesPage from './SourcesPage';

function page(...sources: Source[]) {
  const api = serve({ '/sources': () => ok({ sources }) });
  return { api, ...show(<SourcesPage />) };
}

/** The cells of the only source by their titles. */
async function cells(): Promise<Record<string, string>> {
  const table = await screen.findByRole('table', { name: 'Sources' });
  const titles = within(table).getAllByRole('columnheader').map(textOf);
  const values = within(table)
    .getAllByRole('cell')
    .map((cell) => textOf(cell.querySelector('div')));
  return Object.fromEntries(values.map((value, index) => [titles[index + 1] ?? '', value] as const));
}

test('shows of a source that answers what there is to know', async () => {
  page(source({ lastProblem: { at: minutesAgo(130), detail: 'HTTP 502' } }));
  expect(await cells()).toEqual({
    State: 'Answers',
    'Last answer': '5 min ago',
    'Next refresh': 'in 10 min',
    'Calls left': '8,766 of 10,000 a dayall again in 3 h',
    Breaker: 'Closed: calls pass',
    'Last error': 'HTTP 5022 h ago',
  });
});

test('shows of a source that is left alone why, and until when', async () => {
  page(
    source({
      state: 'paused',
      reason: 'it failed 5 times on end',
      breaker: { position: 'open', probeAt: minutesAgo(-4) },
      calls: [],
    }),
  );
  const shown = await cells();
  expect(shown['State']).toBe('Left alone for nowit failed 5 times on end');
  expect(shown['Breaker']).toBe('Open: no calls, next try in 4 min');
  expect(shown['Calls left']).toBe('No limit');
  expect(shown['Last error']).toBe('None');
});

test('shows the calls of an account once', async () => {
  page(
    source(),
    source({ source: 'gfs-seamless', name: 'NOAA GFS' }),
    source({ source: 'nws', name: 'NWS', account: 'nws' }),
  );
  const rows = within(await screen.findByRole('table', { name: 'Sources' })).getAllByRole('row');
  expect(rows.map(textOf).map((text) => text.includes('8,766 of 10,000'))).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(textOf(rows[2] ?? null)).toContain('Shared with Open-Meteo');
});

test('shows every limit of calls', async () => {
  const hour = { window: 'hour' as const, limit: 60, used: 60, left: 0, renewedAt: minutesAgo(-20) };
  const day = { window: 'day' as const, limit: 1000, used: 400, left: 600, renewedAt: minutesAgo(-200) };
  page(source({ state: 'budget-spent', calls: [hour, day] }));
  const shown = await cells();
  expect(shown['State']).toBe('No calls left');
  expect(shown['Calls left']).toBe('0 of 60 an hourall again in 20 min600 of 1,000 a dayall again in 3 h');
});

test('shows of a source that is off why, and nothing that it has not', async () => {
  page(sourceOff('no token is set'));
  expect(await cells()).toEqual({
    State: 'Offno token is set',
    'Last answer': '–',
    'Next refresh': '–',
    'Calls left': '–',
    Breaker: '–',
    'Last error': 'None',
  });
});

test.each([
  ['idle', 'Not asked yet'],
  ['failing', 'Does not answer'],
  ['hibernating', 'hibernating'],
])('says of the state %s: %s', async (state, words) => {
  page(source({ state: state as Source['state'] }));
  expect((await cells())['State']).toBe(words);
});

test('credits each source with a link', async () => {
  page(source(), sourceOff('no token'));
  const credit = await screen.findByRole('link', { name: 'Weather data by Open-Meteo.com' });
  expect(credit.getAttribute('href')).toBe('https://open-meteo.com/');
  expect(screen.getByRole('link', { name: 'By X' }).getAttribute('href')).toBe('https://x.test/');
});

test('says of the simulation that it makes things up', async () => {
  page(source({ simulated: true }));
  expect((await cells())['State']).toContain('Made up');
});

test('grows older, and is asked for anew', async () => {
  const { api } = page(source());
  await cells();
  api.change('/sources', () => ok({ sources: [source({ lastSuccess: minutesAgo(0) })] }));
  await act(() => vi.advanceTimersByTimeAsync(31_000));
  expect((await cells())['Last answer']).toBe('just now');
});

test('keeps what it knows when the service goes, and says as of when', async () => {
  const { api } = page(source());
  await cells();
  api.change('/sources');
  await act(() => vi.advanceTimersByTimeAsync(150_000));
  expect(textOf(await screen.findByRole('alert'))).toBe('Vane cannot be reached. This is as of 2 min ago.');
  expect((await cells())['State']).toBe('Answers');
});

test('says that it asks, that there is none, and that it could not be read', async () => {
  const { unmount } = page();
  expect(textOf(screen.getByRole('status'))).toBe('Asking the service for its sources…');
  await screen.findByText('No source is configured.');
  unmount();
  serve({});
  const { user } = show(<SourcesPage />);
  await screen.findByRole('heading', { level: 1, name: 'Vane cannot be reached' });
  serve({ '/sources': () => ok({ sources: [source()] }) });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('heading', { level: 1, name: 'Sources' });
});
