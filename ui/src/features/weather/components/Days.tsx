import { Card } from '@/components/Card';
import { SkyIcon } from '@/components/SkySymbol';
import type { Day, Units, Weather } from '@/lib/api/model';
import { degrees, quantity } from '@/lib/format/quantity';
import { monthDay, weekday } from '@/lib/format/time';
import { RangeBar } from './RangeBar';

interface DaysProps {
  readonly weather: Weather;
  readonly zone: string;
  readonly now: number;
}

/** The next days: a row each, with the range of its temperatures on a scale that all rows share. */
export function Days({ weather, zone, now }: DaysProps) {
  const days = weather.daily?.days ?? [];
  if (days.length === 0) {
    return (
      <Card title="Next days" className="days">
        <p>No source has told the days ahead.</p>
      </Card>
    );
  }
  const temperatures = days.flatMap((day) => [day.temperatureMin ?? [], day.temperatureMax ?? []].flat());
  const range = [Math.min(...temperatures), Math.max(...temperatures)] as const;
  return (
    <Card title={days.length === 1 ? 'Today' : `Next ${days.length} days`} className="days">
      <table>
        <thead>
          <tr>
            {COLUMNS.map(([name, className]) => (
              <th key={name} scope="col" className={className}>
                <span className="hidden-text">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <DayRow
              key={day.date}
              day={day}
              name={weekday(day.date, now, zone, 'short')}
              range={range}
              units={weather.units}
            />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

const COLUMNS = [
  ['Day', 'day-name'],
  ['Sky', 'day-sky'],
  ['Precipitation', 'day-rain'],
  ['Low', 'day-low'],
  ['Range', 'day-range'],
  ['High', 'day-high'],
] as const;

interface DayRowProps {
  readonly day: Day;
  readonly name: string;
  readonly range: readonly [number, number];
  readonly units: Units;
}

function DayRow({ day, name, range, units }: DayRowProps) {
  const unit = units.temperature;
  return (
    <tr>
      <th scope="row">
        {name} <span className="muted day-date">{monthDay(day.date)}</span>
      </th>
      <td className="day-sky">
        <SkyIcon sky={day.sky} daylight className="day-icon" />
        <span className="hidden-text">{day.sky.text}</span>
      </td>
      <td className="day-rain">
        {day.precipitationProbabilityMax !== undefined && (
          <span>{quantity(day.precipitationProbabilityMax, units.proportion)}</span>
        )}
        {(day.precipitationSum ?? 0) > 0 && (
          <span className="muted">{quantity(day.precipitationSum, units.precipitation)}</span>
        )}
      </td>
      <td className="day-low">{degrees(day.temperatureMin, unit)}</td>
      <td className="day-range">
        <RangeBar low={day.temperatureMin} high={day.temperatureMax} range={range} unit={unit} />
      </td>
      <td className="day-high">{degrees(day.temperatureMax, unit)}</td>
    </tr>
  );
}
