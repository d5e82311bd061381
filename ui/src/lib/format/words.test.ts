import { expect, test } from 'vitest';
import { beaufortWord, moonWord, uvWord } from './words';

test('the Beaufort scale has a name for each force from 0 to 12, and none beyond', () => {
  expect(beaufortWord(0)).toBe('Calm');
  expect(beaufortWord(8)).toBe('Gale');
  expect(beaufortWord(12)).toBe('Hurricane force');
  expect(beaufortWord(13)).toBeUndefined();
});

test.each([
  [2.4, 'Low'],
  [2.5, 'Moderate'],
  [5.6, 'High'],
  [8, 'Very high'],
  [10.5, 'Extreme'],
])('a UV index of %s is %s', (index, word) => {
  expect(uvWord(index)).toBe(word);
});

test('a phase of the moon is written as a person writes it', () => {
  expect(moonWord('waxing_gibbous')).toBe('Waxing gibbous');
});
