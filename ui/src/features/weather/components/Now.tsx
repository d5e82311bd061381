import { SkyIcon } from '@/components/SkySymbol';
import type { Weather } from '@/lib/api/model';
import { degrees } from '@/lib/format/quantity';
import { age, clock, dateOf, zoneNote } from '@/lib/format/time';
import { WatchControl } from './WatchControl';

interface NowProps {
  readonly weather: Weather;
  readonly zone: string;
  readonly now: number;
}

/** One glance: where, how warm, which sky. */
export function Now({ weather, zone, now }: NowProps) {
  const { place, units, current } = weather;
  const note = zoneNote(place.name, zone, now);
  return (
    <section className="now" aria-label="Now">
      <h1>{place.name}</h1>
      <p className="now-where">{whereOf(weather)}</p>
      {current ? (
        <>
          <div className="now-sky">
            <p className="now-temperature">
              {degrees(current.temperature, units.temperature)}
              <span className="now-unit">{units.temperature.replace('°', '')}</span>
            </p>
            <SkyIcon sky={current.sky} daylight={current.daylight} className="now-icon" />
          </div>
          <p className="now-text">{current.sky.text}</p>
          <p>{feelsAndRange(weather, zone, now)}</p>
        </>
      ) : (
        <p className="now-absent">No source has told the current conditions of this place.</p>
      )}
      <p className="muted">
        {note && `${note}. `}
        {current && `As of ${clock(current.time, zone)}, ${fetched(weather, current.source, now)}`}
      </p>
      <WatchControl key={place.id} place={place} zone={zone} />
    </section>
  );
}

function whereOf({ place }: Weather): string {
  const { name, label } = place;
  return label.startsWith(`${name}, `) ? label.slice(name.length + 2) : label;
}

function feelsAndRange({ current, daily, units }: Weather, zone: string, now: number): string {
  const unit = units.temperature;
  const today = daily?.days.find((day) => day.date === dateOf(now, zone));
  const words: string[] = [];
  if (current?.apparentTemperature !== undefined) {
    words.push(`Feels like ${degrees(current.apparentTemperature, unit)}`);
  }
  if (today?.temperatureMax !== undefined) words.push(`High ${degrees(today.temperatureMax, unit)}`);
  if (today?.temperatureMin !== undefined) words.push(`Low ${degrees(today.temperatureMin, unit)}`);
  return words.join(' · ');
}

function fetched({ sources }: Weather, source: string, now: number): string {
  const reading = sources.find((each) => each.source === source);
  if (reading === undefined) return `from ${source}.`;
  const when = reading.fetchedAt === undefined ? '' : `, fetched ${age(reading.fetchedAt, now)}`;
  return `from ${reading.name}${when}.`;
}
