import { expect, test } from 'vitest';
import { NOW } from '@/testing/fixtures';
import { age, clock, dateOf, duration, hourOf, knownZone, until, weekday, zoneNote } from './time';

const KATHMANDU = 'Asia/Kathmandu';

test('the test runs in UTC, whatever the machine’s zone', () => {
  expect(new Date(NOW).getTimezoneOffset()).toBe(0);
});

test('the time of day is that of the place', () => {
  expect(clock('2026-10-14T20:40:00Z', KATHMANDU)).toBe('2:25');
  expect(hourOf('2026-10-14T18:15:00Z', KATHMANDU)).toBe(0);
  expect(dateOf('2026-10-14T18:15:00Z', KATHMANDU)).toBe('2026-10-15');
});

test('a day is today in the place, not in the browser', () => {
  expect(weekday('2026-10-14', NOW, 'America/Los_Angeles', 'long')).toBe('Today');
  expect(weekday('2026-10-14', NOW, 'Pacific/Auckland', 'long')).toBe('Wednesday');
  expect(weekday('2026-10-15', NOW, 'Pacific/Auckland', 'short')).toBe('Today');
});

test('the clock change of autumn makes an hour appear twice, not vanish', () => {
  const zone = 'Europe/Zurich';
  expect(clock('2026-10-25T00:30:00Z', zone)).toBe('2:30');
  expect(clock('2026-10-25T01:30:00Z', zone)).toBe('2:30');
});

test('the zone is named only if the browser has another', () => {
  expect(zoneNote('Reykjavík', 'Atlantic/Reykjavik', NOW)).toBeUndefined();
  expect(zoneNote('Kathmandu', KATHMANDU, NOW)).toBe('Times in Kathmandu (UTC+5:45)');
});

test('an unknown zone is UTC', () => {
  expect(knownZone('Nowhere/Land')).toBe('UTC');
  expect(knownZone('')).toBe('UTC');
  expect(knownZone(KATHMANDU)).toBe(KATHMANDU);
});

test.each([
  [-120, 'just now'],
  [0, 'just now'],
  [59, 'just now'],
  [60, '1 min ago'],
  [3_599, '59 min ago'],
  [3_600, '1 h ago'],
  [47 * 3_600, '47 h ago'],
  [48 * 3_600, '2 days ago'],
])('an age of %i seconds is "%s"', (seconds, words) => {
  expect(age(new Date(NOW - seconds * 1000).toISOString(), NOW)).toBe(words);
});

test.each([
  [-60, 'now'],
  [59, 'now'],
  [60, 'in 1 min'],
  [7_200, 'in 2 h'],
  [50 * 3_600, 'in 2 days'],
])('what is %i seconds ahead is "%s"', (seconds, words) => {
  expect(until(new Date(NOW + seconds * 1000).toISOString(), NOW)).toBe(words);
});

test.each([
  ['PT9H14M', '9 h 14 min'],
  ['PT1H', '1 h'],
  ['PT45M', '45 min'],
  ['PT10H59M30S', '10 h 59 min'],
  ['nonsense', 'nonsense'],
])('the duration %s is "%s"', (iso, words) => {
  expect(duration(iso)).toBe(words);
});
