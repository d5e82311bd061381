import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Rgb = readonly [number, number, number];

/** Every colour of the style sheet: its name, its state (`data-sky`, or none), and its pair of light and dark. */
const SHEET = readFileSync('src/app/styles/tokens.css', 'utf8');
const COLOURS = [...SHEET.matchAll(/:root(?:\[data-sky='([a-z-]+)'\])? \{([^}]*)\}/g)].flatMap(
  ([, state, body = '']) =>
    [...body.matchAll(/--([a-z-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\);/g)].map(
      ([, name = '', light = '', dark = '']) => ({
        name,
        state: state ?? '',
        light: rgbOf(light),
        dark: rgbOf(dark),
      }),
    ),
);

/** Linear sRGB of an OKLCH colour, clipped: B. Ottosson, "A perceptual color space for image processing" (2020). */
function rgbOf(oklch: string): Rgb {
  const [l = NaN, chroma = NaN, hue = NaN] = oklch.split(' ').map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z),
    clip(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z),
    clip(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z),
  ];
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [low, high] = [luminance(one), luminance(other)].sort((p, q) => p - q);
  return ((high ?? NaN) + 0.05) / ((low ?? NaN) + 0.05);
}

const named = (name: string) => COLOURS.filter((colour) => colour.name === name);

/** Which text stands on which ground. Each state of the sky is a ground of its own. */
const PAIRS: [text: string, ground: string, least: number][] = [
  ...['ink', 'ink-muted', 'accent'].flatMap((text): [string, string, number][] =>
    ['page', 'surface', 'sky'].map((ground) => [text, ground, 4.5]),
  ),
  ['ink', 'surface-active', 4.5],
  ['ink-muted', 'surface-active', 4.5],
  ['chance', 'surface', 4.5],
  ...['ink', 'ink-muted', 'chance'].map((text): [string, string, number] => [text, 'night', 4.5]),
  ['simulated-ink', 'simulated', 7],
  ['stale-ink', 'stale', 4.5],
  ['error-ink', 'error', 4.5],
  ['field-line', 'surface', 3],
  ['rain', 'surface', 3],
  ['rain', 'night', 3],
];

test('the style sheet was read: all states of the sky, and no colour that is no pair', () => {
  expect(named('sky')).toHaveLength(9);
  expect(SHEET.match(/: oklch\(/g)).toBeNull();
});

test('the contrast of black on white comes out as 21', () => {
  expect(contrast(rgbOf('0 0 0'), rgbOf('1 0 0'))).toBeCloseTo(21, 2);
});

test.each(PAIRS)(
  '%s on %s has a contrast of at least %s, in light and in the dark',
  (text, ground, least) => {
    const grounds = named(ground);
    const [ink] = named(text);
    expect(grounds.length).toBeGreaterThan(0);
    if (ink === undefined) throw new Error(`no token --${text}`);
    for (const { state, light, dark } of grounds) {
      expect(contrast(ink.light, light), `${text} on ${ground} ${state}, light`).toBeGreaterThanOrEqual(
        least,
      );
      expect(contrast(ink.dark, dark), `${text} on ${ground} ${state}, dark`).toBeGreaterThanOrEqual(least);
    }
  },
);
