import { lazy, Suspense, useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { UnitSystem, Weather } from '@/lib/api/model';
import { rememberPlace } from '@/lib/browser/lastPlace';
import { addressOf, navigate, type Locator } from '@/lib/browser/router';
import { useTitle } from '@/lib/browser/useTitle';
import { degrees } from '@/lib/format/quantity';
import { fileUnderId, useWeather } from '../api/useWeather';
import { isSimulated } from '../freshness';
import { WeatherFailure } from './WeatherFailure';
import { WeatherSkeleton } from './WeatherSkeleton';
import '../weather.css';

// Fetched beside the weather itself, not before it: the page stands sooner, and is never waited for twice.
const drawing = () => import('./WeatherView');
const WeatherView = lazy(drawing);
drawing().catch(() => {
  // Said by the page's error boundary when the view is needed and still cannot be had.
});

/** The weather at an address: loading, failed, or shown, and then with whatever must be said about it. */
export function WeatherPage({ locator, units }: { locator: Locator; units: UnitSystem }) {
  const { weather, failure, retry } = useWeather(locator, units);
  const client = useQueryClient();
  useTitle(titleOf(locator, weather, failure !== undefined));

  useEffect(() => {
    if (weather === undefined) return;
    rememberPlace(weather.place);
    if (locator.kind === 'text') {
      fileUnderId(client, weather, units);
      navigate(addressOf({ kind: 'id', id: weather.place.id }), { replace: true });
    }
  }, [weather, locator.kind, client, units]);

  if (weather) {
    return (
      <Suspense fallback={<WeatherSkeleton />}>
        <WeatherView weather={weather} failure={failure} />
      </Suspense>
    );
  }
  if (failure) return <WeatherFailure failure={failure} locator={locator} onRetry={retry} />;
  return <WeatherSkeleton />;
}

function titleOf(locator: Locator, weather: Weather | undefined, failed: boolean): string {
  if (weather === undefined) {
    if (failed) return 'No weather – Vane';
    return locator.kind === 'text' ? `${locator.text} – Vane` : 'Vane';
  }
  const { place, current, units } = weather;
  const now = current ? `${degrees(current.temperature, units.temperature)} ${current.sky.text}, ` : '';
  return `${isSimulated(weather) ? 'Simulated: ' : ''}${now}${place.name} – Vane`;
}
