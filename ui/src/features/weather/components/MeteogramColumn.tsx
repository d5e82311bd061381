import { SkySymbol } from '@/components/SkySymbol';
import type { Units } from '@/lib/api/model';
import { px } from '@/lib/chart/scale';
import { amount, degrees, quantity } from '@/lib/format/quantity';
import { hourLabel } from '@/lib/format/time';
import { ROWS, type Column } from '../meteogram';

/** What stands at every third hour: sky, degrees, chance of precipitation, wind, and the hour itself. */
export function MeteogramColumn({ column, units, zone }: { column: Column; units: Units; zone: string }) {
  const { step, x, temperatureY, chance } = column;
  return (
    <g transform={`translate(${px(x)} 0)`}>
      <g transform={`translate(${-ROWS.skySize / 2} ${ROWS.sky}) scale(${ROWS.skySize / 32})`}>
        <SkySymbol sky={step.sky} daylight={step.daylight} />
      </g>
      {temperatureY !== undefined && (
        <text className="degrees" y={px(temperatureY - 9)}>
          {degrees(step.temperature, units.temperature)}
        </text>
      )}
      {chance !== undefined && (
        <text className="chance" y={ROWS.chance}>
          {quantity(chance, units.proportion)}
        </text>
      )}
      {step.windDirection !== undefined && (
        <path
          className="wind-arrow"
          transform={`translate(0 ${ROWS.arrow}) rotate(${step.windDirection})`}
          d="M0 7 4-6 0-3-4-6Z"
        />
      )}
      {step.windSpeed !== undefined && (
        <text className="wind" y={ROWS.wind}>
          {amount(step.windSpeed, units.speed)}
        </text>
      )}
      <text className="hour" y={ROWS.hours}>
        {hourLabel(step.time, zone)}
      </text>
    </g>
  );
}
