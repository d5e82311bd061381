import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Sky, SkyCondition } from '@/lib/api/model';
import { backdropOf, drawingOf } from './skyDrawing';

/** The conditions of the OpenAPI document, read from it. */
const CONDITIONS = (
  /condition:\s+type: string\s+enum: \[([^\]]+)\]/.exec(
    readFileSync('../adapters-rest/src/main/resources/dev/vane/adapters/rest/openapi.yaml', 'utf8'),
  )?.[1] ?? ''
)
  .split(',')
  .map((condition) => condition.trim()) as SkyCondition[];

const sky = (condition: SkyCondition, changes: Partial<Sky> = {}): Sky => ({
  condition,
  thunder: false,
  text: condition,
  ...changes,
});

test('every condition of the API has a drawing of its own', () => {
  expect(CONDITIONS.length).toBeGreaterThanOrEqual(23);
  const drawings = CONDITIONS.map((condition) => JSON.stringify(drawingOf(sky(condition))));
  expect(new Set(drawings).size).toBe(CONDITIONS.length);
});

test('thunder adds its bolt to any sky', () => {
  expect(drawingOf(sky('rain', { thunder: true })).bolt).toBe(true);
  expect(drawingOf(sky('rain')).bolt).toBe(false);
});

test('heavy rain and snow fall more densely', () => {
  expect(drawingOf(sky('rain', { intensity: 'heavy' })).fall).toBe('heavy-rain');
  expect(drawingOf(sky('snow', { intensity: 'heavy' })).fall).toBe('heavy-snow');
  expect(drawingOf(sky('hail', { intensity: 'heavy' })).fall).toBe('hail');
});

test.each([
  ['clear', 'clear-night'],
  ['overcast', 'cloud-night'],
  ['drizzle', 'rain'],
  ['sleet', 'rain'],
  ['snow_showers', 'snow'],
  ['fog', 'fog'],
  ['thunderstorm', 'storm'],
] as const)('a sky with %s at night stands before the background %s', (condition, backdrop) => {
  expect(backdropOf(sky(condition), false)).toBe(backdrop);
});
