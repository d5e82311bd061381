import { useId } from 'react';
import { temperatureColour } from '@/lib/chart/temperatureScale';
import { linear, px } from '@/lib/chart/scale';
import { toCelsius } from '@/lib/format/quantity';

interface RangeBarProps {
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly range: readonly [number, number];
  readonly unit: string;
}

const WIDTH = 100;

/** A day's temperatures between the lowest and the highest of all days. The numbers stand on both sides of it. */
export function RangeBar({ low, high, range, unit }: RangeBarProps) {
  const id = useId();
  if (low === undefined || high === undefined) return null;
  const x = linear(range, [0, WIDTH]);
  const width = Math.max(6, x(high) - x(low));
  return (
    <svg className="range-bar" viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true">
      <linearGradient id={id}>
        <stop offset="0" stopColor={temperatureColour(toCelsius(low, unit))} />
        <stop offset="1" stopColor={temperatureColour(toCelsius(high, unit))} />
      </linearGradient>
      <rect className="range-track" width={WIDTH} height="6" />
      <rect x={px(Math.min(x(low), WIDTH - width))} width={px(width)} height="6" fill={`url(#${id})`} />
    </svg>
  );
}
