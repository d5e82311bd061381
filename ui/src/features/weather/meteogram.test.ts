import { expect, test } from 'vitest';
import type { Conditions } from '@/lib/api/model';
import { conditions, hoursOn, unitsOf } from '@/testing/fixtures';
import { layOut, ROWS } from './meteogram';

const ZONE = 'Europe/Zurich';
const metric = unitsOf('metric');

function steps(count: number, everyHours: number, of: (index: number) => Partial<Conditions> = () => ({})) {
  const list = Array.from({ length: count }, (_, index) =>
    conditions({ time: hoursOn(index * everyHours), ...of(index) }),
  );
  return list as [Conditions, ...Conditions[]];
}

test('time runs at the same pace whatever the steps are', () => {
  const hourly = layOut(steps(46, 1), metric, ZONE);
  const threeHourly = layOut(steps(16, 3), metric, ZONE);
  expect(threeHourly.width).toBeCloseTo(hourly.width, 6);
  expect(threeHourly.temperature[1]?.x).toBeCloseTo(hourly.temperature[3]?.x ?? NaN, 6);
});

test('a bar ends at its step and reaches back to the one before', () => {
  const chart = layOut(
    steps(4, 3, (index) => ({ precipitation: index === 2 ? 1 : 0 })),
    metric,
    ZONE,
  );
  const [bar] = chart.bars;
  expect(chart.bars).toHaveLength(1);
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeCloseTo(chart.x(Date.parse(hoursOn(6))) - 1, 6);
  expect(bar?.x).toBeCloseTo(chart.x(Date.parse(hoursOn(3))) + 1, 6);
});

test('light rain does not look like heavy rain', () => {
  const light = layOut(
    steps(4, 1, () => ({ precipitation: 0.2 })),
    metric,
    ZONE,
  );
  const heavy = layOut(
    steps(4, 1, () => ({ precipitation: 9 })),
    metric,
    ZONE,
  );
  expect(light.bars[1]?.height).toBeLessThan((ROWS.barsBottom - ROWS.barsTop) / 4);
  expect(heavy.bars[1]?.height).toBeCloseTo(ROWS.barsBottom - ROWS.barsTop, 6);
});

test('columns stand at every third hour of the place’s clock', () => {
  // 20:00 UTC is 22:00 in Zürich: the first such hour is midnight.
  const chart = layOut(steps(12, 1), metric, ZONE);
  expect(chart.columns.map((column) => column.step.time)).toEqual([2, 5, 8, 11].map(hoursOn));
});

test('a chance is written where one of the column’s hours has 20 percent or more', () => {
  const chances: Record<number, number> = { 2: 5, 3: 20, 5: 19, 6: 0, 7: 19 };
  const chart = layOut(
    steps(8, 1, (index) => ({ precipitationProbability: chances[index] ?? 0 })),
    metric,
    ZONE,
  );
  expect(chart.columns.map((column) => column.chance)).toEqual([20, undefined]);
});

test('a value that is missing is skipped, not drawn as zero', () => {
  const list = steps(4, 1);
  delete list[1]?.temperature;
  expect(layOut(list, metric, ZONE).temperature).toHaveLength(3);
});

test('hours of night form one band each', () => {
  const chart = layOut(
    steps(10, 1, (index) => ({ daylight: index >= 3 && index < 6 })),
    metric,
    ZONE,
  );
  expect(chart.nights).toHaveLength(2);
  expect(chart.nights[0]?.x).toBeCloseTo(chart.x(Date.parse(hoursOn(0))), 6);
  expect(chart.nights[0]?.width).toBeCloseTo(3 * 14.4, 6);
});

test('days begin at midnight of the place', () => {
  const chart = layOut(steps(30, 1), metric, ZONE);
  expect(chart.days.map((day) => day.time)).toEqual([0, 2, 26].map(hoursOn));
});

test('a single step is no fault', () => {
  const chart = layOut(steps(1, 1), metric, ZONE);
  expect(Number.isFinite(chart.width)).toBe(true);
  expect(chart.temperature.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
});
