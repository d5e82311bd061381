import type { Sky, SkyCondition } from '@/lib/api/model';

export type Fall = 'drizzle' | 'rain' | 'heavy-rain' | 'sleet' | 'snow' | 'heavy-snow' | 'hail' | 'ice';
export type Veil = 'fog' | 'haze' | 'smoke' | 'dust' | 'wind' | 'tornado' | 'hurricane' | 'unknown';

/** What a symbol of the sky is put together from. */
export interface SkyDrawing {
  /** The sun or moon: alone, peeping out beside a cloud, or mostly hidden. */
  readonly luminary: 'whole' | 'large' | 'small' | undefined;
  readonly cloud: 'small' | 'large' | 'dark' | undefined;
  readonly fall: Fall | undefined;
  readonly bolt: boolean;
  readonly veil: Veil | undefined;
}

const NOTHING: SkyDrawing = {
  luminary: undefined,
  cloud: undefined,
  fall: undefined,
  bolt: false,
  veil: undefined,
};
const falling = (fall: Fall): SkyDrawing => ({ ...NOTHING, cloud: 'large', fall });
const shower = (fall: Fall): SkyDrawing => ({ ...falling(fall), luminary: 'small' });
const veiled = (veil: Veil): SkyDrawing => ({ ...NOTHING, veil });

const DRAWINGS: Record<SkyCondition, SkyDrawing> = {
  clear: { ...NOTHING, luminary: 'whole' },
  mostly_clear: { ...NOTHING, luminary: 'whole', cloud: 'small' },
  partly_cloudy: { ...NOTHING, luminary: 'large', cloud: 'large' },
  mostly_cloudy: { ...NOTHING, luminary: 'small', cloud: 'large' },
  overcast: { ...NOTHING, cloud: 'dark' },
  fog: veiled('fog'),
  haze: { ...veiled('haze'), luminary: 'whole' },
  smoke: veiled('smoke'),
  dust: veiled('dust'),
  drizzle: falling('drizzle'),
  rain: falling('rain'),
  rain_showers: shower('rain'),
  freezing_rain: falling('ice'),
  sleet: falling('sleet'),
  sleet_showers: shower('sleet'),
  snow: falling('snow'),
  snow_showers: shower('snow'),
  hail: falling('hail'),
  thunderstorm: { ...NOTHING, cloud: 'dark', bolt: true },
  windy: veiled('wind'),
  tornado: veiled('tornado'),
  hurricane: veiled('hurricane'),
  unknown: veiled('unknown'),
};

/** The drawing of a sky; one that this page does not know is drawn as unknown. */
export function drawingOf(sky: Sky): SkyDrawing {
  const drawing = Object.hasOwn(DRAWINGS, sky.condition) ? DRAWINGS[sky.condition] : DRAWINGS.unknown;
  const bolt = drawing.bolt || sky.thunder;
  if (sky.intensity !== 'heavy') return { ...drawing, bolt };
  const heavier: Partial<Record<Fall, Fall>> = { rain: 'heavy-rain', snow: 'heavy-snow' };
  return {
    ...drawing,
    bolt,
    fall: drawing.fall === undefined ? undefined : (heavier[drawing.fall] ?? drawing.fall),
  };
}

export type Backdrop =
  'clear-day' | 'clear-night' | 'cloud-day' | 'cloud-night' | 'rain' | 'snow' | 'fog' | 'storm';

/** Which of the page's backgrounds a sky has. */
export function backdropOf(sky: Sky, daylight: boolean): Backdrop {
  const { luminary, fall, bolt, veil } = drawingOf(sky);
  if (bolt || veil === 'tornado' || veil === 'hurricane') return 'storm';
  if (fall === 'snow' || fall === 'heavy-snow') return 'snow';
  if (fall !== undefined) return 'rain';
  if (veil === 'fog' || veil === 'smoke' || veil === 'dust') return 'fog';
  if (luminary === 'whole' || luminary === 'large') return daylight ? 'clear-day' : 'clear-night';
  return daylight ? 'cloud-day' : 'cloud-night';
}
