import { Fragment } from 'react';
import type { Conditions, Units } from '@/lib/api/model';
import { degrees, quantity } from '@/lib/format/quantity';
import { clock, dateOf, dayLabel } from '@/lib/format/time';

interface HoursTableProps {
  readonly steps: readonly Conditions[];
  readonly units: Units;
  readonly zone: string;
}

/** The hours in numbers, under the day they belong to. */
export function HoursTable({ steps, units, zone }: HoursTableProps) {
  return (
    <div
      className="table-scroll"
      tabIndex={0}
      role="group"
      aria-label="The hours as a table, scrolls sideways"
    >
      <table className="hours-table">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Sky</th>
            <th scope="col">Temperature</th>
            <th scope="col">Feels like</th>
            <th scope="col">Precipitation</th>
            <th scope="col">Chance</th>
            <th scope="col">Wind</th>
            <th scope="col">Humidity</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <Fragment key={step.time}>
              {dateOf(step.time, zone) !== dateOf(steps[index - 1]?.time ?? 0, zone) && (
                <tr>
                  <th colSpan={8} scope="rowgroup">
                    {dayLabel(step.time, zone)}
                  </th>
                </tr>
              )}
              <HourRow step={step} units={units} zone={zone} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HourRow({ step, units, zone }: { step: Conditions; units: Units; zone: string }) {
  return (
    <tr>
      <th scope="row">{clock(step.time, zone)}</th>
      <td className="cell-text">{step.sky.text}</td>
      <td>{degrees(step.temperature, units.temperature)}</td>
      <td>{degrees(step.apparentTemperature, units.temperature)}</td>
      <td>{quantity(step.precipitation, units.precipitation)}</td>
      <td>{quantity(step.precipitationProbability, units.proportion)}</td>
      <td>
        {quantity(step.windSpeed, units.speed)} {step.windCompass}
      </td>
      <td>{quantity(step.relativeHumidity, units.proportion)}</td>
    </tr>
  );
}
