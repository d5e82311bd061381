import type { Astronomy } from '@/lib/api/model';
import { ABSENT } from '@/lib/format/quantity';
import { clock, duration } from '@/lib/format/time';
import { moonWord } from '@/lib/format/words';
import { MoonDisc } from './MoonDisc';
import { Tile } from './Tile';

/** When the sun rises and sets, or that it does neither. */
export function SunTile({ astronomy, zone, now }: { astronomy: Astronomy; zone: string; now: number }) {
  const { state, sunrise, sunset, dayLength } = astronomy.sun;
  switch (state) {
    case 'polar_day':
      return <Tile title="Sun" value="Up all day" detail="The sun does not set today." />;
    case 'polar_night':
      return <Tile title="Sun" value="Down all day" detail="The sun does not rise today." />;
    case 'rises_and_sets': {
      const risen = sunrise !== undefined && Date.parse(sunrise) < now;
      const set = sunset !== undefined && Date.parse(sunset) < now;
      const rises = `${risen ? 'Rose' : 'Rises'} ${sunrise === undefined ? ABSENT : clock(sunrise, zone)}`;
      const length = dayLength === undefined ? '' : `, day of ${duration(dayLength)}`;
      const sets = sunset === undefined ? ABSENT : clock(sunset, zone);
      return <Tile title={set ? 'Sun set at' : 'Sun sets at'} value={sets} detail={`${rises}${length}`} />;
    }
  }
}

/** The moon's phase, and when it is up. */
export function MoonTile({ astronomy, zone }: { astronomy: Astronomy; zone: string }) {
  const { phase, illumination, moonrise, moonset } = astronomy.moon;
  const times = [
    moonrise === undefined ? '' : `rises ${clock(moonrise, zone)}`,
    moonset === undefined ? '' : `sets ${clock(moonset, zone)}`,
  ].filter((part) => part !== '');
  return (
    <Tile title="Moon" value={`${Math.round(illumination)}%`} detail={[moonWord(phase), ...times].join(', ')}>
      <MoonDisc phase={phase} illumination={illumination} />
    </Tile>
  );
}
