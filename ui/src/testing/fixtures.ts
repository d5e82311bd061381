import type {
  Conditions,
  Day,
  Place,
  Problem,
  Source,
  SourceReading,
  Units,
  UnitSystem,
  Weather,
} from '@/lib/api/model';

/** When every test happens: a Wednesday, 13:40 in Portland. */
export const NOW = Date.parse('2026-10-14T20:40:00Z');
const HOUR = 3_600_000;

export const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
export const hoursOn = (hours: number) =>
  new Date(Date.parse('2026-10-14T20:00:00Z') + hours * HOUR).toISOString();

export const portland: Place = {
  id: '5746545',
  name: 'Portland',
  label: 'Portland, Oregon, United States',
  latitude: 45.523,
  longitude: -122.676,
  timeZone: 'America/Los_Angeles',
  population: 652503,
};

export const zurich: Place = {
  id: '2657896',
  name: 'Zürich',
  label: 'Zürich, Zurich, Switzerland',
  latitude: 47.367,
  longitude: 8.55,
  timeZone: 'Europe/Zurich',
  population: 341730,
};

const METRIC: Units = {
  system: 'metric',
  temperature: '°C',
  speed: 'm/s',
  direction: '°',
  pressure: 'hPa',
  precipitation: 'mm',
  snow: 'cm',
  distance: 'km',
  elevation: 'm',
  proportion: '%',
  irradiance: 'W/m²',
  duration: 'h',
};

export function unitsOf(system: UnitSystem): Units {
  return system === 'imperial'
    ? {
        ...METRIC,
        system,
        temperature: '°F',
        speed: 'mph',
        pressure: 'inHg',
        precipitation: 'in',
        distance: 'mi',
      }
    : { ...METRIC, system };
}

export function conditions(changes: Partial<Conditions> = {}): Conditions {
  return {
    time: minutesAgo(10),
    period: 'PT1H',
    sky: { condition: 'overcast', thunder: false, text: 'Overcast' },
    daylight: true,
    temperature: 7.4,
    apparentTemperature: 4.1,
    dewPoint: 3.2,
    relativeHumidity: 75,
    pressureMsl: 1013.4,
    windSpeed: 7.6,
    windGust: 12.2,
    windDirection: 315,
    windCompass: 'NW',
    beaufort: 4,
    cloudCover: 96,
    visibility: 24.1,
    precipitation: 0,
    precipitationProbability: 15,
    uvIndex: 2.6,
    ...changes,
  };
}

export function day(date: string, changes: Partial<Day> = {}): Day {
  return {
    date,
    sky: { condition: 'rain', thunder: false, text: 'Rain' },
    temperatureMin: 5,
    temperatureMax: 11,
    precipitationSum: 3.4,
    precipitationProbabilityMax: 70,
    ...changes,
  };
}

export function reading(changes: Partial<SourceReading> = {}): SourceReading {
  return {
    source: 'open-meteo',
    name: 'Open-Meteo',
    simulated: false,
    attribution: 'Weather data by Open-Meteo.com',
    link: 'https://open-meteo.com/',
    issuedAt: minutesAgo(150),
    fetchedAt: minutesAgo(5),
    staleAfter: minutesAgo(-10),
    ...changes,
  };
}

export function source(changes: Partial<Source> = {}): Source {
  return {
    source: 'open-meteo',
    name: 'Open-Meteo',
    simulated: false,
    attribution: 'Weather data by Open-Meteo.com',
    link: 'https://open-meteo.com/',
    account: 'open-meteo',
    enabled: true,
    state: 'answering',
    lastSuccess: minutesAgo(5),
    nextRefresh: minutesAgo(-10),
    refreshInterval: 'PT15M',
    updateInterval: 'PT6H',
    calls: [{ window: 'day', limit: 10_000, used: 1234, left: 8766, renewedAt: '2026-10-15T00:00:00Z' }],
    breaker: { position: 'closed' },
    ...changes,
  };
}

/** A source that is switched off, with the reason. */
export function sourceOff(off: string): Source {
  return {
    source: 'x',
    name: 'X',
    simulated: false,
    attribution: 'By X',
    link: 'https://x.test/',
    account: 'x',
    enabled: false,
    state: 'off',
    off,
    reason: off,
    refreshInterval: 'PT15M',
    updateInterval: 'PT6H',
    calls: [],
    breaker: { position: 'closed' },
  };
}

export function weather(changes: Partial<Weather> = {}): Weather {
  return {
    place: portland,
    units: unitsOf('metric'),
    simulated: false,
    current: { ...conditions(), source: 'open-meteo' },
    hourly: {
      source: 'open-meteo',
      steps: Array.from({ length: 12 }, (_, index) =>
        conditions({
          time: hoursOn(index),
          temperature: 7 + (index % 12) / 2,
          daylight: index % 24 < 6 || index % 24 > 17,
        }),
      ),
    },
    daily: { source: 'open-meteo', days: ['14', '15', '16'].map((date) => day(`2026-10-${date}`)) },
    astronomy: {
      date: '2026-10-14',
      sun: {
        state: 'rises_and_sets',
        sunrise: '2026-10-14T14:28:00Z',
        sunset: '2026-10-15T01:27:00Z',
        dayLength: 'PT10H59M',
      },
      moon: { phase: 'waxing_crescent', illumination: 15.6, moonrise: '2026-10-14T18:51:00Z' },
    },
    sources: [reading()],
    ...changes,
  };
}

export function problem(status: number, detail: string, changes: Partial<Problem> = {}): Problem {
  return { type: '/problems/test', title: `Problem ${status}`, status, detail, ...changes };
}
