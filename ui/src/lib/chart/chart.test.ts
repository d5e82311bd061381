import { expect, test } from 'vitest';
import { monotonePath, type Point } from './curve';
import { linear, px } from './scale';
import { temperatureColour } from './temperatureScale';

/** Numbers in the order in which they appear in a path. */
const numbersOf = (path: string) => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

/** Mulberry32, a public-domain generator: the same points for the same seed. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

test('a curve stays between the values of its neighbours', () => {
  const seed = 20261014;
  const random = randoms(seed);
  for (let round = 0; round < 200; round++) {
    const points: Point[] = Array.from({ length: 12 }, (_, index) => ({
      x: index * 15,
      y: Math.round(random() * 100),
    }));
    const segments = monotonePath(points).split('C').slice(1);
    segments.forEach((segment, index) => {
      const [, y1 = NaN, , y2 = NaN] = numbersOf(segment);
      const ends = [points[index]?.y ?? NaN, points[index + 1]?.y ?? NaN];
      const [low, high] = [Math.min(...ends) - 0.1, Math.max(...ends) + 0.1];
      expect(y1, `seed ${seed}, round ${round}, segment ${index}`).toBeGreaterThanOrEqual(low);
      expect(y1, `seed ${seed}, round ${round}, segment ${index}`).toBeLessThanOrEqual(high);
      expect(y2, `seed ${seed}, round ${round}, segment ${index}`).toBeGreaterThanOrEqual(low);
      expect(y2, `seed ${seed}, round ${round}, segment ${index}`).toBeLessThanOrEqual(high);
    });
  }
});

test('a curve through nothing, and through one point, is no fault', () => {
  expect(monotonePath([])).toBe('');
  expect(monotonePath([{ x: 1, y: 2 }])).toBe('M1,2');
});

test('a scale of one value puts everything at its beginning', () => {
  expect(linear([5, 5], [0, 100])(5)).toBe(0);
  expect(linear([0, 10], [100, 0])(2.5)).toBe(75);
});

test('pixels have a tenth at most', () => {
  expect(px(1 / 3)).toBe('0.3');
  expect(px(-0.04)).toBe('0');
});

test('the temperature scale rises in lightness up to 18 °C and falls above, so that it reads without hue', () => {
  const lightness = (celsius: number) => numbersOf(temperatureColour(celsius))[0] ?? NaN;
  for (let celsius = -30; celsius < 45; celsius++) {
    const step = lightness(celsius + 1) - lightness(celsius);
    expect(Math.sign(Math.round(step * 1000)), `at ${celsius} °C`).toBe(celsius < 18 ? 1 : -1);
  }
});

test('temperatures beyond the scale take its ends', () => {
  expect(temperatureColour(-80)).toBe(temperatureColour(-30));
  expect(temperatureColour(70)).toBe(temperatureColour(45));
});
