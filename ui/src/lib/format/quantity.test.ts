import { expect, test } from 'vitest';
import { amount, degrees, quantity, toCelsius } from './quantity';

test.each([
  [1013.42, 'hPa', '1013 hPa'],
  [29.9, 'inHg', '29.90 inHg'],
  [101342, 'Pa', '101,342 Pa'],
  [7.64, 'm/s', '7.6 m/s'],
  [17.64, 'm/s', '18 m/s'],
  [0.04, 'in', '0.04 in'],
  [3.44, 'mm', '3.4 mm'],
  [74.6, '%', '75%'],
  [2.6, '', '3'],
  [undefined, 'mm', '–'],
])('%s %s is written "%s"', (value, unit, words) => {
  expect(quantity(value, unit)).toBe(words);
});

test.each([
  [-0.4, '°C', '0°'],
  [-7.4, '°C', '−7°'],
  [45.3, '°F', '45°'],
  [280.5, 'K', '281'],
  [undefined, '°C', '–'],
])('a temperature of %s %s is written "%s"', (value, unit, words) => {
  expect(degrees(value, unit)).toBe(words);
});

test('no zero is negative', () => {
  expect(amount(-0.001, 'mm')).toBe('0');
});

test.each([
  [50, '°F', 10],
  [10, '°C', 10],
  [283.15, 'K', 10],
])('%s %s is 10 °C on the scale of colours', (value, unit, celsius) => {
  expect(toCelsius(value, unit)).toBeCloseTo(celsius, 9);
});
