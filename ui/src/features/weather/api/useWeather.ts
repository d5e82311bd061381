import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { getJson } from '@/lib/api/client';
import { failureOf, type Failure } from '@/lib/api/failure';
import type { UnitSystem, Weather } from '@/lib/api/model';
import { weather as weatherShape } from '@/lib/api/shapes';
import type { Locator } from '@/lib/browser/router';

const HOURS = 48;
const DAYS = 10;
/** The browser's cache answers most of these: the service says until when an answer holds. */
const REFRESH_MS = 120_000;
const RETRY_MS = 30_000;

export interface WeatherState {
  /** The newest answer for this place, perhaps in the units chosen before. */
  readonly weather: Weather | undefined;
  /** Why the latest call gave none. */
  readonly failure: Failure | undefined;
  readonly retry: () => void;
}

const placeKey = (locator: Locator) => [
  'weather',
  locator.kind,
  locator.kind === 'id' ? locator.id : locator.text,
];
const keyOf = (locator: Locator, units: UnitSystem) => [...placeKey(locator), units];

/** The weather of a place in a unit system, kept up to date. What is known stays while something newer is fetched. */
export function useWeather(locator: Locator, units: UnitSystem): WeatherState {
  const client = useQueryClient();
  const which = locator.kind === 'id' ? { place: locator.id } : { q: locator.text };
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(locator, units),
    queryFn: ({ signal }) =>
      getJson<Weather>('/weather', { ...which, units, hours: HOURS, days: DAYS }, weatherShape, signal),
    refetchInterval: (query) => (query.state.status === 'error' ? RETRY_MS : REFRESH_MS),
  });
  return {
    weather: data ?? newestOf(client, locator),
    failure: error === null ? undefined : failureOf(error),
    retry: () => {
      void refetch();
    },
  };
}

/** What is known of the place in whatever units: each answer names its own. */
function newestOf(client: QueryClient, locator: Locator): Weather | undefined {
  const known = client
    .getQueryCache()
    .findAll({ queryKey: placeKey(locator) })
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  return known[0]?.state.data as Weather | undefined;
}

/** Files an answer found by text under the place's id, so that its own address need not ask again. */
export function fileUnderId(client: QueryClient, weather: Weather, units: UnitSystem): void {
  client.setQueryData(keyOf({ kind: 'id', id: weather.place.id }, units), weather);
}
