/**
 * The colour of a temperature from −30 to 45 °C: blue over pale to red, told apart with each of the common colour
 * vision deficiencies because lightness rises to the middle and falls again. It never carries a fact alone.
 */
const STOPS: readonly (readonly [celsius: number, lightness: number, chroma: number, hue: number])[] = [
  [-30, 0.42, 0.13, 290],
  [-15, 0.52, 0.14, 270],
  [0, 0.65, 0.12, 240],
  [10, 0.76, 0.09, 200],
  [18, 0.82, 0.11, 110],
  [26, 0.76, 0.15, 70],
  [35, 0.62, 0.19, 40],
  [45, 0.48, 0.18, 20],
];

/** The colour in CSS; temperatures beyond the scale take its ends. */
export function temperatureColour(celsius: number): string {
  const upper = STOPS.findIndex(([stop]) => celsius <= stop);
  const [a, b] = [STOPS[Math.max(0, upper - 1)], STOPS[upper]];
  const last = STOPS.at(-1);
  if (a === undefined || b === undefined)
    return last === undefined ? 'currentColor' : oklch(last[1], last[2], last[3]);
  const share = a[0] === b[0] ? 0 : (celsius - a[0]) / (b[0] - a[0]);
  const mix = (from: number, to: number) => from + (to - from) * share;
  return oklch(mix(a[1], b[1]), mix(a[2], b[2]), mix(a[3], b[3]));
}

function oklch(lightness: number, chroma: number, hue: number): string {
  return `oklch(${lightness.toFixed(3)} ${chroma.toFixed(3)} ${hue.toFixed(1)})`;
}
