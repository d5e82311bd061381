/** The shapes of the API's answers as checks. */
import {
  day,
  flag,
  list,
  number,
  object,
  oneOf,
  optional,
  text,
  time,
  type Check,
  type Shape,
} from './check';
import type {
  Astronomy,
  Conditions,
  Current,
  Daily,
  Day,
  Hourly,
  Place,
  PlaceList,
  Problem,
  Sky,
  SourceReading,
  Units,
  Weather,
} from './model';

const maybe = optional(number);
/** The page does not ask for it. */
const unread: Check = () => undefined;

export const place = object<Place>({
  id: text,
  name: text,
  label: text,
  area: optional(text),
  areaCode: optional(text),
  country: optional(text),
  countryCode: optional(text),
  latitude: number,
  longitude: number,
  elevation: maybe,
  timeZone: text,
  population: number,
});

export const placeList = object<PlaceList>({ places: list(place) });

const units = object<Units>({
  system: text,
  temperature: text,
  speed: text,
  direction: text,
  pressure: text,
  precipitation: text,
  snow: text,
  distance: text,
  elevation: text,
  proportion: text,
  irradiance: text,
  duration: text,
});

// A condition or phase that this page does not know yet is drawn as unknown; it is no reason to show nothing.
const sky = object<Sky>({ condition: text, intensity: optional(text), thunder: flag, text });

const conditions: Shape<Conditions> = {
  time,
  period: optional(text),
  sky,
  daylight: flag,
  temperature: maybe,
  apparentTemperature: maybe,
  dewPoint: maybe,
  relativeHumidity: maybe,
  pressureMsl: maybe,
  windSpeed: maybe,
  windGust: maybe,
  windDirection: maybe,
  windCompass: optional(text),
  beaufort: maybe,
  cloudCover: maybe,
  visibility: maybe,
  precipitation: maybe,
  rain: maybe,
  snowfall: maybe,
  precipitationProbability: maybe,
  snowDepth: maybe,
  uvIndex: maybe,
  shortwaveRadiation: maybe,
  sunshineDuration: maybe,
  provenance: unread,
};

const dayShape = object<Day>({
  date: day,
  sky,
  temperatureMax: maybe,
  temperatureMin: maybe,
  apparentTemperatureMax: maybe,
  apparentTemperatureMin: maybe,
  precipitationSum: maybe,
  rainSum: maybe,
  snowfallSum: maybe,
  precipitationProbabilityMax: maybe,
  windSpeedMax: maybe,
  windGustMax: maybe,
  windDirectionDominant: maybe,
  windCompass: optional(text),
  uvIndexMax: maybe,
  sunshineDurationSum: maybe,
  cloudCoverMean: maybe,
  relativeHumidityMean: maybe,
  pressureMslMean: maybe,
  provenance: unread,
});

const astronomy = object<Astronomy>({
  date: day,
  sun: object<Astronomy['sun']>({
    state: oneOf('rises_and_sets', 'polar_day', 'polar_night'),
    sunrise: optional(time),
    sunset: optional(time),
    solarNoon: optional(time),
    dayLength: optional(text),
  }),
  moon: object<Astronomy['moon']>({
    phase: text,
    illumination: number,
    moonrise: optional(time),
    moonset: optional(time),
  }),
});

const reading = object<SourceReading>({
  source: text,
  name: text,
  simulated: flag,
  attribution: text,
  link: text,
  issuedAt: optional(time),
  fetchedAt: optional(time),
  staleAfter: optional(time),
  problem: optional(text),
  leftOut: optional(text),
});

export const weather = object<Weather>({
  place,
  units,
  simulated: flag,
  current: optional(object<Current>({ ...conditions, source: text })),
  hourly: optional(object<Hourly>({ source: text, steps: list(object<Conditions>(conditions)) })),
  daily: optional(object<Daily>({ source: text, days: list(dayShape) })),
  astronomy: optional(astronomy),
  blend: unread,
  sources: list(reading),
});

export const problem = object<Problem>({
  type: text,
  title: text,
  status: number,
  detail: text,
  parameter: optional(text),
  candidates: optional(list(place)),
  sources: optional(list(reading)),
});
