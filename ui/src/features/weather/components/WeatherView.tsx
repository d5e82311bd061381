import { useEffect } from 'react';
import { backdropOf } from '@/components/skyDrawing';
import type { Failure } from '@/lib/api/failure';
import type { Weather } from '@/lib/api/model';
import { useNow } from '@/lib/browser/useNow';
import { knownZone } from '@/lib/format/time';
import { Days } from './Days';
import { Hours } from './Hours';
import { Notices } from './Notices';
import { Now } from './Now';
import { Sources } from './Sources';
import { Tiles } from './Tiles';

/** One place's weather: now, the hours, the days, the details, and where all that comes from. */
export default function WeatherView({
  weather,
  failure,
}: {
  weather: Weather;
  failure: Failure | undefined;
}) {
  const now = useNow();
  const zone = knownZone(weather.place.timeZone);
  useBackdrop(weather);
  return (
    <>
      <Notices weather={weather} failure={failure} now={now} />
      <div className="weather">
        <Now weather={weather} zone={zone} now={now} />
        <Hours weather={weather} zone={zone} now={now} />
        <Days weather={weather} zone={zone} now={now} />
        <Tiles weather={weather} zone={zone} now={now} />
        <Sources weather={weather} now={now} />
      </div>
    </>
  );
}

/** Paints the page's background after the sky. */
function useBackdrop({ current }: Weather) {
  const backdrop = current === undefined ? undefined : backdropOf(current.sky, current.daylight);
  useEffect(() => {
    if (backdrop === undefined) return;
    document.documentElement.dataset['sky'] = backdrop;
    return () => {
      delete document.documentElement.dataset['sky'];
    };
  }, [backdrop]);
}
