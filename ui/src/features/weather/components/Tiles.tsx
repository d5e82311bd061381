import type { ReactNode } from 'react';
import type { Conditions, Units, Weather } from '@/lib/api/model';
import { amount, degrees, quantity } from '@/lib/format/quantity';
import { beaufortWord, uvWord } from '@/lib/format/words';
import { duration } from '@/lib/format/time';
import { Compass } from './Compass';
import { MoonTile, SunTile } from './SkyTiles';
import { Tile } from './Tile';

interface TilesProps {
  readonly weather: Weather;
  readonly zone: string;
  readonly now: number;
}

/** The current conditions in detail, a tile each. */
export function Tiles({ weather, zone, now }: TilesProps) {
  const { current, units, astronomy } = weather;
  return (
    <section className="tiles" aria-label="In detail">
      {current && <ConditionTiles current={current} units={units} />}
      {astronomy && <SunTile astronomy={astronomy} zone={zone} now={now} />}
      {astronomy && <MoonTile astronomy={astronomy} zone={zone} />}
    </section>
  );
}

function ConditionTiles({ current, units }: { current: Conditions; units: Units }) {
  return (
    <>
      <Tile title="Wind" value={quantity(current.windSpeed, units.speed)} detail={windWords(current, units)}>
        <Compass from={current.windDirection} />
      </Tile>
      <Tile
        title="Precipitation"
        value={quantity(current.precipitation, units.precipitation)}
        detail={precipitationWords(current, units)}
      />
      <Tile
        title="Humidity"
        value={quantity(current.relativeHumidity, units.proportion)}
        detail={`Dew point ${degrees(current.dewPoint, units.temperature)}`}
      />
      <Tile title="Pressure" value={quantity(current.pressureMsl, units.pressure)} detail="At sea level" />
      <Tile
        title="Visibility"
        value={quantity(current.visibility, units.distance)}
        detail={
          current.cloudCover === undefined ? '' : `Clouds ${quantity(current.cloudCover, units.proportion)}`
        }
      />
      <Tile title="UV index" value={amount(current.uvIndex, '')} detail={uvWord(current.uvIndex) ?? ''} />
    </>
  );
}

function windWords(current: Conditions, units: Units): ReactNode {
  const parts = [
    current.windCompass === undefined ? '' : `From ${current.windCompass}`,
    beaufortWord(current.beaufort)?.toLowerCase() ?? '',
    current.windGust === undefined ? '' : `gusts ${quantity(current.windGust, units.speed)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function precipitationWords({ period, precipitationProbability: chance }: Conditions, units: Units): string {
  const past = period === undefined ? '' : `In the past ${period === 'PT1H' ? 'hour' : duration(period)}.`;
  const ahead = chance === undefined ? '' : `Chance ${quantity(chance, units.proportion)}.`;
  return [past, ahead].filter((part) => part !== '').join(' ');
}
