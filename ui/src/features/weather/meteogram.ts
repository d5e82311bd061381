/**
 * Where everything of the meteogram lies, computed apart from its drawing. Time runs along x at the same pace whatever
 * the steps of the source are. Interval values end at their step's time, so a bar of precipitation stands to the left
 * of it.
 */
import type { Conditions, Units } from '@/lib/api/model';
import { linear } from '@/lib/chart/scale';
import type { Point } from '@/lib/chart/curve';
import { dateOf, hourOf } from '@/lib/format/time';

const HOUR_MS = 3_600_000;
const PX_AN_HOUR = 14.4;
const MARGIN = 20;

/** The rows of the drawing, from above. */
export const ROWS = {
  day: 14,
  sky: 24,
  skySize: 28,
  temperatureTop: 86,
  temperatureBottom: 150,
  chance: 176,
  barsTop: 182,
  barsBottom: 222,
  arrow: 240,
  wind: 265,
  hours: 290,
  height: 296,
} as const;

export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

/** A column of words and symbols, every third hour. */
export interface Column {
  readonly x: number;
  readonly step: Conditions;
  readonly temperatureY: number | undefined;
  /** The highest chance of precipitation of the column's hours, if it is worth writing. */
  readonly chance: number | undefined;
}

export interface Span {
  readonly x: number;
  readonly width: number;
}

export interface Meteogram {
  readonly width: number;
  readonly temperature: readonly Point[];
  readonly temperatureRange: readonly [number, number];
  readonly bars: readonly Bar[];
  readonly columns: readonly Column[];
  readonly nights: readonly Span[];
  /** Where a calendar day of the place begins, and at which time. */
  readonly days: readonly { readonly x: number; readonly time: string }[];
  readonly x: (time: number) => number;
}

const at = (step: Conditions) => Date.parse(step.time);

/** Lays out the steps, of which there must be at least one, in the order of their times. */
export function layOut(steps: readonly [Conditions, ...Conditions[]], units: Units, zone: string): Meteogram {
  const start = at(steps[0]);
  const end = Math.max(at(steps.at(-1) ?? steps[0]), start + HOUR_MS);
  const width = ((end - start) / HOUR_MS) * PX_AN_HOUR + 2 * MARGIN;
  const x = linear([start, end], [MARGIN, width - MARGIN]);
  const range = rangeOf(steps.flatMap((step) => step.temperature ?? []));
  const y = linear(range, [ROWS.temperatureBottom, ROWS.temperatureTop]);
  return {
    width,
    x,
    temperatureRange: range,
    temperature: steps.flatMap((step) =>
      step.temperature === undefined ? [] : { x: x(at(step)), y: y(step.temperature) },
    ),
    bars: barsOf(steps, units, x),
    columns: columnsOf(steps, zone).map(({ step, hours }) => ({
      x: x(at(step)),
      step,
      temperatureY: step.temperature === undefined ? undefined : y(step.temperature),
      chance: chanceOf(hours),
    })),
    nights: nightsOf(steps, x),
    days: steps
      .filter(
        (step, index) => index === 0 || dateOf(step.time, zone) !== dateOf(steps[index - 1]?.time ?? 0, zone),
      )
      .map((step) => ({ x: x(at(step)), time: step.time })),
  };
}

/** At least four degrees, so that a still day does not look like a wild one. */
function rangeOf(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const lacking = Math.max(0, 4 - (high - low)) / 2;
  return [low - lacking, high + lacking];
}

/** Rain that fills the row even if none of it is heavy, by unit: two millimetres an hour. */
const FULL_ROW: Record<string, number> = { mm: 2, in: 0.08 };

function barsOf(steps: readonly Conditions[], units: Units, x: (time: number) => number): Bar[] {
  const most = Math.max(FULL_ROW[units.precipitation] ?? 2, ...steps.map((step) => step.precipitation ?? 0));
  const height = linear([0, most], [0, ROWS.barsBottom - ROWS.barsTop]);
  return steps.flatMap((step, index) => {
    const amount = step.precipitation ?? 0;
    if (amount <= 0) return [];
    const before = steps[index - 1];
    const right = x(at(step));
    const left = before === undefined ? right - PX_AN_HOUR : x(at(before));
    const drawn = Math.max(1.5, height(amount));
    return { x: left + 1, width: right - left - 2, y: ROWS.barsBottom - drawn, height: drawn };
  });
}

interface Group {
  readonly step: Conditions;
  readonly hours: Conditions[];
}

/** Every third hour of the place's clock, with the hours up to the next. */
function columnsOf(steps: readonly Conditions[], zone: string): Group[] {
  const groups: Group[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const due =
      last === undefined ? hourOf(step.time, zone) % 3 === 0 : at(step) - at(last.step) >= 3 * HOUR_MS;
    if (due) groups.push({ step, hours: [step] });
    else last?.hours.push(step);
  }
  return groups;
}

/** Below this chance, in percent, nobody takes an umbrella. */
const WORTH_WRITING = 20;

function chanceOf(hours: readonly Conditions[]): number | undefined {
  const highest = Math.max(0, ...hours.map((step) => step.precipitationProbability ?? 0));
  return highest >= WORTH_WRITING ? highest : undefined;
}

function nightsOf(steps: readonly Conditions[], x: (time: number) => number): Span[] {
  const nights: { x: number; width: number }[] = [];
  steps.forEach((step, index) => {
    const next = steps[index + 1];
    if (step.daylight || next === undefined) return;
    const [left, right] = [x(at(step)), x(at(next))];
    const last = nights.at(-1);
    if (last !== undefined && last.x + last.width >= left - 0.01) last.width = right - last.x;
    else nights.push({ x: left, width: right - left });
  });
  return nights;
}
