import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { later, ok, refused, serve, watching, type Answer } from '@/testing/api';
import { portland, problem, weather } from '@/testing/fixtures';
import { show, textOf } from '@/testing/page';
import { WeatherPage } from './WeatherPage';

const SINCE = '2026-10-02T08:00:00Z';

function page(answers: Record<string, Answer>) {
  const api = serve({ '/weather': () => ok(weather()), ...answers });
  return { api, ...show(<WeatherPage locator={{ kind: 'id', id: portland.id }} units="metric" />) };
}

const button = (name: string) => screen.findByRole('button', { name });
const nowText = () => textOf(screen.getByRole('region', { name: 'Now' }));

test('a place that is not watched can be, and then says since when it is', async () => {
  const service = watching(portland, SINCE, false);
  const { user } = page(service.answers);
  await user.click(await button('Watch this place'));
  await button('Stop watching');
  expect(service.changes).toEqual(['PUT']);
  expect(nowText()).toContain('Kept up to date and on record since 2 Oct.');
});

test('a place that is watched can be let go', async () => {
  const service = watching(portland, SINCE, true);
  const { user } = page(service.answers);
  await user.click(await button('Stop watching'));
  await button('Watch this place');
  expect(service.changes).toEqual(['DELETE']);
  expect(nowText()).toContain('Keeps it up to date and on record.');
});

test('another place’s watch is not this one’s', async () => {
  const other = { ...portland, id: '4975802' };
  page(watching(other, SINCE, true).answers);
  await button('Watch this place');
});

test('does not take a second order while the first is under way', async () => {
  const service = watching(portland, SINCE, false);
  const put = later();
  const { user } = page({ ...service.answers, [service.one]: put.answer });
  const watch = await button('Watch this place');
  await user.click(watch);
  expect(watch.hasAttribute('disabled')).toBe(true);
});

test('says why a place could not be watched, and goes on offering it', async () => {
  const full = 'No more than 20 places can be watched: stop watching another one first.';
  const service = watching(portland, SINCE, false);
  const { user } = page({ ...service.answers, [service.one]: () => refused(problem(409, full)) });
  await user.click(await button('Watch this place'));
  expect(textOf(await screen.findByRole('alert'))).toBe(`That was not done. Problem 409: ${full}`);
  await button('Watch this place');
});

test('says that the service cannot be reached when a change breaks', async () => {
  const service = watching(portland, SINCE, true);
  const { user } = page({
    ...service.answers,
    [service.one]: () => Promise.reject(new TypeError('Failed to fetch')),
  });
  await user.click(await button('Stop watching'));
  expect(textOf(await screen.findByRole('alert'))).toContain('That was not done. Vane cannot be reached');
});

test('offers nothing while it is not known whether the place is watched, and says so', async () => {
  page({});
  await screen.findByText(/Whether this place is watched is not known. Vane cannot be reached/);
  expect(within(screen.getByRole('region', { name: 'Now' })).queryByRole('button')).toBeNull();
});
