/**
 * Made-up answers of the API for the browser journey and for development without the service: the same every time, and
 * plausible enough to judge a drawing by.
 */

/** When everything here happens. */
export const NOW = Date.parse('2026-10-14T20:40:00Z');

const HOUR = 3_600_000;
const iso = (time) => new Date(time).toISOString().replace('.000Z', 'Z');

const place = (id, name, area, country, [latitude, longitude], timeZone, population) => ({
  id,
  name,
  label: [name, area, country].filter(Boolean).join(', '),
  ...(area && { area }),
  country,
  latitude,
  longitude,
  timeZone,
  population,
});

export const PLACES = [
  place('2657896', 'Zürich', 'Zurich', 'Switzerland', [47.367, 8.55], 'Europe/Zurich', 341730),
  place('5746545', 'Portland', 'Oregon', 'United States', [45.523, -122.676], 'America/Los_Angeles', 652503),
  place('4975802', 'Portland', 'Maine', 'United States', [43.661, -70.255], 'America/New_York', 66881),
  place('3093133', 'Łódź', 'Łódź Voivodeship', 'Poland', [51.75, 19.467], 'Europe/Warsaw', 768755),
  place('4250542', 'Springfield', 'Illinois', 'United States', [39.802, -89.644], 'America/Chicago', 116565),
  place('4409896', 'Springfield', 'Missouri', 'United States', [37.215, -93.298], 'America/Chicago', 166810),
  place(
    '4951788',
    'Springfield',
    'Massachusetts',
    'United States',
    [42.101, -72.59],
    'America/New_York',
    153703,
  ),
  place(
    '2729907',
    'Longyearbyen',
    'Svalbard',
    'Svalbard and Jan Mayen',
    [78.223, 15.647],
    'Arctic/Longyearbyen',
    2060,
  ),
];

const SYSTEMS = {
  metric: {
    temperature: '°C',
    speed: 'm/s',
    pressure: 'hPa',
    precipitation: 'mm',
    snow: 'cm',
    distance: 'km',
    elevation: 'm',
  },
  imperial: {
    temperature: '°F',
    speed: 'mph',
    pressure: 'inHg',
    precipitation: 'in',
    snow: 'in',
    distance: 'mi',
    elevation: 'ft',
  },
  uk: {
    temperature: '°C',
    speed: 'mph',
    pressure: 'hPa',
    precipitation: 'mm',
    snow: 'cm',
    distance: 'mi',
    elevation: 'm',
  },
  si: {
    temperature: 'K',
    speed: 'm/s',
    pressure: 'Pa',
    precipitation: 'mm',
    snow: 'cm',
    distance: 'm',
    elevation: 'm',
  },
};

const CONVERT = {
  '°C': (v) => v,
  '°F': (v) => v * 1.8 + 32,
  K: (v) => v + 273.15,
  'm/s': (v) => v,
  mph: (v) => v * 2.236936,
  hPa: (v) => v,
  inHg: (v) => v * 0.02952999,
  Pa: (v) => v * 100,
  mm: (v) => v,
  in: (v) => v / 25.4,
  km: (v) => v,
  mi: (v) => v / 1.609344,
  m: (v) => v * 1000,
};

const round = (value) => Math.round(value * 1000) / 1000;
const wave = (time, hours, shift = 0) => Math.sin(((time / HOUR + shift) / hours) * 2 * Math.PI);
const COMPASS = [
  'N',
  'NNE',
  'NE',
  'ENE',
  'E',
  'ESE',
  'SE',
  'SSE',
  'S',
  'SSW',
  'SW',
  'WSW',
  'W',
  'WNW',
  'NW',
  'NNW',
];
const compass = (degrees) => COMPASS[Math.round(degrees / 22.5) % 16];
const BEAUFORT = [0.3, 1.6, 3.4, 5.5, 8, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7];

function skyOf(rain, clouds) {
  const sky = (condition, text, intensity) => ({
    condition,
    ...(intensity && { intensity }),
    thunder: false,
    text,
  });
  if (rain > 1.2) return sky('rain', 'Heavy rain', 'heavy');
  if (rain > 0.4) return sky('rain', 'Rain', 'moderate');
  if (rain > 0.12) return sky('rain_showers', 'Light rain showers', 'light');
  if (rain > 0) return sky('drizzle', 'Drizzle', 'light');
  if (clouds > 85) return sky('overcast', 'Overcast');
  if (clouds > 60) return sky('mostly_cloudy', 'Mostly cloudy');
  if (clouds > 30) return sky('partly_cloudy', 'Partly cloudy');
  return clouds > 10 ? sky('mostly_clear', 'Mostly clear') : sky('clear', 'Clear');
}

/** Conditions of an hour in metric units: a front passes every two days and a half. */
function raw(time, { longitude }) {
  const solar = (time / HOUR + longitude / 15) % 24;
  const front = wave(time, 60, -7);
  const rain = front > 0.55 ? (front - 0.55) * 3.6 * (0.65 + 0.35 * wave(time, 5)) : 0;
  const clouds = Math.min(100, Math.max(4, 52 + 58 * front + 12 * wave(time, 9)));
  const diurnal = Math.cos(((solar - 15) / 24) * 2 * Math.PI);
  const temperature = 11.5 + diurnal * (5.2 - clouds / 40) + 2.2 * wave(time, 190) - rain;
  const windSpeed = 4.2 + 2.6 * front + 1.1 * wave(time, 11);
  return {
    solar,
    rain: round(rain),
    clouds,
    temperature,
    windSpeed,
    windDirection: (225 + 50 * front + 360) % 360,
  };
}

function conditions(time, at, unit, period) {
  const { solar, rain, clouds, temperature, windSpeed, windDirection } = raw(time, at);
  const daylight = solar > 7.4 && solar < 18.4;
  const c = (value, name) => round(CONVERT[name](value));
  return {
    time: iso(time),
    ...(period && { period }),
    sky: skyOf(rain, clouds),
    daylight,
    temperature: c(temperature, unit.temperature),
    apparentTemperature: c(temperature - 0.35 * windSpeed, unit.temperature),
    dewPoint: c(temperature - 7 + clouds / 20, unit.temperature),
    relativeHumidity: Math.round(58 + clouds / 3),
    pressureMsl: c(1014 - 6 * wave(time, 60, -7), unit.pressure),
    windSpeed: c(windSpeed, unit.speed),
    windGust: c(windSpeed * 1.7, unit.speed),
    windDirection: Math.round(windDirection),
    windCompass: compass(windDirection),
    beaufort: BEAUFORT.filter((limit) => windSpeed >= limit).length,
    cloudCover: Math.round(clouds),
    visibility: c(rain > 0 ? 9.4 : 24, unit.distance),
    precipitation: c(rain, unit.precipitation),
    precipitationProbability: Math.round(Math.min(95, Math.max(0, clouds - 45 + 60 * rain))),
    uvIndex: daylight
      ? round(Math.max(0, 3.4 * Math.sin(((solar - 7) / 12) * Math.PI) * (1 - clouds / 160)))
      : 0,
  };
}

function days(now, at, unit, count) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: at.timeZone }).format(now);
  const noon = Date.parse(`${today}T12:00:00Z`) - (at.longitude / 15) * HOUR;
  return Array.from({ length: count }, (_, day) => {
    const hours = Array.from({ length: 24 }, (_, hour) => raw(noon + (day * 24 + hour - 12) * HOUR, at));
    const temperatures = hours.map((hour) => hour.temperature);
    const rain = hours.reduce((sum, hour) => sum + hour.rain, 0);
    const clouds = hours.reduce((sum, hour) => sum + hour.clouds, 0) / 24;
    return {
      date: new Date(Date.parse(`${today}T12:00:00Z`) + day * 24 * HOUR).toISOString().slice(0, 10),
      sky: skyOf(rain / 8, clouds),
      temperatureMax: round(CONVERT[unit.temperature](Math.max(...temperatures))),
      temperatureMin: round(CONVERT[unit.temperature](Math.min(...temperatures))),
      precipitationSum: round(CONVERT[unit.precipitation](rain)),
      precipitationProbabilityMax: Math.round(Math.min(95, Math.max(0, clouds - 45 + 12 * rain))),
    };
  });
}

/** Sun and moon of Portland on that day, moved to other longitudes; near enough for a drawing. */
function astronomyOf(at) {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: at.timeZone }).format(NOW);
  const moved = (time) =>
    iso(Date.parse(time) - ((at.longitude + 122.676) / 15) * HOUR + (at.longitude > 0 ? 24 * HOUR : 0));
  return {
    date,
    sun: {
      state: 'rises_and_sets',
      sunrise: moved('2026-10-14T14:28:00Z'),
      sunset: moved('2026-10-15T01:27:00Z'),
      dayLength: 'PT10H59M',
    },
    moon: {
      phase: 'waxing_crescent',
      illumination: 15.6,
      moonrise: moved('2026-10-14T18:51:00Z'),
      moonset: moved('2026-10-15T03:02:00Z'),
    },
  };
}

const READING = {
  source: 'open-meteo',
  name: 'Open-Meteo',
  simulated: false,
  attribution: 'Weather data by Open-Meteo.com',
  link: 'https://open-meteo.com/',
  issuedAt: iso(NOW - 2.7 * HOUR),
  fetchedAt: iso(NOW - 5 * 60_000),
  staleAfter: iso(NOW + 10 * 60_000),
};

export const SECOND = {
  source: 'openweather',
  name: 'OpenWeather',
  simulated: false,
  attribution: 'Weather data provided by OpenWeather',
  link: 'https://openweathermap.org/',
  fetchedAt: iso(NOW - 8 * 60_000),
  staleAfter: iso(NOW + 2 * 60_000),
};

const THIRD = {
  source: 'met-norway',
  name: 'MET Norway',
  simulated: false,
  attribution: 'Based on data from MET Norway (CC BY 4.0)',
  link: 'https://api.met.no/',
  issuedAt: iso(NOW - 14 * HOUR),
  fetchedAt: iso(NOW - 12 * 60_000),
  staleAfter: iso(NOW + 48 * 60_000),
  leftOut: 'it repeats a forecast that was issued 14 h ago',
};

const stateOf = ({ source, name, simulated, attribution, link }, state) => ({
  source,
  name,
  simulated,
  attribution,
  link,
  account: source,
  enabled: true,
  state: 'answering',
  lastSuccess: iso(NOW - 5 * 60_000),
  nextRefresh: iso(NOW + 10 * 60_000),
  refreshInterval: 'PT15M',
  updateInterval: 'PT6H',
  calls: [],
  breaker: { position: 'closed' },
  ...state,
});

/** How the sources do: each in another way. */
export const SOURCES = [
  stateOf(READING, {
    calls: [
      { window: 'hour', limit: 5000, used: 12, left: 4988, renewedAt: iso(NOW + 20 * 60_000) },
      { window: 'day', limit: 10_000, used: 1234, left: 8766, renewedAt: iso(NOW + 3.34 * HOUR) },
    ],
    lastProblem: { at: iso(NOW - 6 * HOUR), detail: 'HTTP 502' },
  }),
  stateOf(THIRD, {
    state: 'paused',
    reason: 'it failed 5 times on end; the latest failure: no answer within 5 s',
    lastSuccess: iso(NOW - 1.5 * HOUR),
    lastProblem: {
      at: iso(NOW - 60_000),
      detail: 'no answer within 5 s from https://api.met.no/weatherapi/',
    },
    breaker: { position: 'open', probeAt: iso(NOW + 4 * 60_000) },
  }),
  stateOf(SECOND, {
    state: 'budget-spent',
    reason: 'all calls of this day are made',
    calls: [{ window: 'day', limit: 1000, used: 1000, left: 0, renewedAt: iso(NOW + 3.34 * HOUR) }],
  }),
  {
    ...stateOf(
      {
        source: 'nws',
        name: 'US National Weather Service',
        simulated: false,
        attribution: 'National Weather Service, United States',
        link: 'https://www.weather.gov/',
      },
      { enabled: false, state: 'off', off: 'switched off', reason: 'switched off' },
    ),
    lastSuccess: undefined,
    nextRefresh: undefined,
  },
];

/** The answer for a place as the service gives it when all is well. */
export function weatherOf(at, system) {
  const unit = SYSTEMS[system];
  const hour = Math.floor(NOW / HOUR) * HOUR;
  return {
    place: at,
    units: { system, ...unit, direction: '°', proportion: '%', irradiance: 'W/m²', duration: 'h' },
    simulated: false,
    current: { ...conditions(NOW - 10 * 60_000, at, unit, 'PT1H'), source: 'open-meteo' },
    hourly: {
      source: 'open-meteo',
      steps: Array.from({ length: 48 }, (_, index) => conditions(hour + index * HOUR, at, unit, 'PT1H')),
    },
    daily: { source: 'open-meteo', days: days(NOW, at, unit, 10) },
    astronomy: astronomyOf(at),
    sources: [READING, SECOND, THIRD],
  };
}

/** The same, made up by the simulation. */
export function simulated(weather) {
  const source = 'simulated';
  const credit = {
    source,
    name: 'Simulation',
    simulated: true,
    attribution: 'Simulated, not real',
    link: 'https://vane.invalid/',
  };
  return {
    ...weather,
    simulated: true,
    current: { ...weather.current, source },
    hourly: { ...weather.hourly, source },
    daily: { ...weather.daily, source },
    sources: [
      {
        ...READING,
        issuedAt: undefined,
        fetchedAt: undefined,
        staleAfter: undefined,
        problem: 'connect timed out',
      },
      { ...READING, ...credit },
    ],
  };
}

/** The same, three hours later without a further answer of the source. */
export function stale(weather) {
  const problem = 'HTTP 429: Hourly API request limit exceeded';
  const old = { ...READING, fetchedAt: iso(NOW - 3.2 * HOUR), staleAfter: iso(NOW - 2.9 * HOUR), problem };
  return { ...weather, sources: [old, SECOND] };
}
