import { useId } from 'react';
import { monotonePath } from '@/lib/chart/curve';
import { linear, px } from '@/lib/chart/scale';
import { temperatureColour } from '@/lib/chart/temperatureScale';
import type { Conditions, Units } from '@/lib/api/model';
import { toCelsius } from '@/lib/format/quantity';
import { dayLabel } from '@/lib/format/time';
import { layOut, ROWS, type Meteogram } from '../meteogram';
import { MeteogramColumn } from './MeteogramColumn';

interface MeteogramDrawingProps {
  readonly steps: readonly [Conditions, ...Conditions[]];
  readonly units: Units;
  readonly zone: string;
  readonly now: number;
  /** What the drawing says, in a sentence. */
  readonly summary: string;
}

/** The hours drawn: night and day, sky, temperature, precipitation, wind. */
export function MeteogramDrawing({ steps, units, zone, now, summary }: MeteogramDrawingProps) {
  const chart = layOut(steps, units, zone);
  const nowX = chart.x(now);
  return (
    <svg className="meteogram" width={px(chart.width)} height={ROWS.height} role="img" aria-label={summary}>
      {chart.nights.map((night) => (
        <rect
          key={night.x}
          className="night"
          x={px(night.x)}
          width={px(night.width)}
          y="22"
          height={ROWS.hours - 36}
        />
      ))}
      {chart.days.map((day, index) => (
        <g key={day.time} transform={`translate(${px(day.x)} 0)`}>
          {index > 0 && <path className="day-line" d={`M0 2V${ROWS.hours - 14}`} />}
          {roomForDay(chart, index) && (
            <text className="day-name" x={index === 0 ? 0 : 6} y={ROWS.day}>
              {dayLabel(day.time, zone)}
            </text>
          )}
        </g>
      ))}
      {nowX >= 0 && nowX <= chart.width && (
        <path className="now-line" d={`M${px(nowX)} 22V${ROWS.hours - 14}`} />
      )}
      {chart.bars.map((bar) => (
        <rect
          key={bar.x}
          className="bar"
          x={px(bar.x)}
          y={px(bar.y)}
          width={px(bar.width)}
          height={px(bar.height)}
        />
      ))}
      <path className="baseline" d={`M0 ${ROWS.barsBottom}H${px(chart.width)}`} />
      <TemperatureLine chart={chart} unit={units.temperature} />
      {chart.columns.map((column) => (
        <MeteogramColumn key={column.step.time} column={column} units={units} zone={zone} />
      ))}
    </svg>
  );
}

/** A day that ends at once, at the left or right edge, has no room for its name. */
function roomForDay({ days, width }: Meteogram, index: number): boolean {
  const [from, to] = [days[index]?.x ?? 0, days[index + 1]?.x ?? width];
  return to - from > 80;
}

function TemperatureLine({ chart, unit }: { chart: Meteogram; unit: string }) {
  const id = useId();
  const [low, high] = chart.temperatureRange;
  const offsets = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const value = linear([0, 1], [high, low]);
  return (
    <>
      <linearGradient
        id={id}
        gradientUnits="userSpaceOnUse"
        x1="0"
        x2="0"
        y1={ROWS.temperatureTop}
        y2={ROWS.temperatureBottom}
      >
        {offsets.map((offset) => (
          <stop key={offset} offset={offset} stopColor={temperatureColour(toCelsius(value(offset), unit))} />
        ))}
      </linearGradient>
      <path className="temperature-line" d={monotonePath(chart.temperature)} stroke={`url(#${id})`} />
    </>
  );
}
