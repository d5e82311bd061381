import type { Sky } from '@/lib/api/model';
import { drawingOf, type Fall, type SkyDrawing, type Veil } from './skyDrawing';

/** The parts of a sky's symbol in a square of 32, for use inside another drawing. The words stand beside it. */
export function SkySymbol({ sky, daylight }: { sky: Sky; daylight: boolean }) {
  const drawing = drawingOf(sky);
  return (
    <>
      <Luminary size={drawing.luminary} daylight={daylight} />
      <Cloud cloud={drawing.cloud} raised={drawing.fall !== undefined || drawing.bolt} />
      {drawing.fall && <path className={`sky-${drawing.fall}`} d={FALLS[drawing.fall]} />}
      {drawing.bolt && <path className="sky-bolt" d="M17 18.5 12.5 25h3.2L14 31l6-8h-3.6l2.4-4.5Z" />}
      {drawing.veil && <path className={`sky-veil sky-${drawing.veil}`} d={VEILS[drawing.veil]} />}
    </>
  );
}

/** A symbol of its own, the size of its class. */
export function SkyIcon({ sky, daylight, className }: { sky: Sky; daylight: boolean; className: string }) {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <SkySymbol sky={sky} daylight={daylight} />
    </svg>
  );
}

const PLACES = {
  whole: undefined,
  large: 'translate(6.5 -3) scale(.85)',
  small: 'translate(11 -1.5) scale(.66)',
} as const;

function Luminary({ size, daylight }: { size: SkyDrawing['luminary']; daylight: boolean }) {
  if (size === undefined) return null;
  return (
    <g transform={PLACES[size]}>
      {daylight ? (
        <>
          <circle className="sky-sun" cx="16" cy="16" r="6.2" />
          <path className="sky-ray" d={RAYS} />
        </>
      ) : (
        <path className="sky-moon" d="M19.5 6.2a10 10 0 1 0 7 14.6A8.6 8.6 0 0 1 19.5 6.2Z" />
      )}
    </g>
  );
}

const RAYS =
  'M16 3v3.2M16 25.8V29M3 16h3.2M25.8 16H29M6.8 6.8l2.3 2.3M22.9 22.9l2.3 2.3M6.8 25.2l2.3-2.3M22.9 9.1l2.3-2.3';
const CLOUD = 'M9 25a5.3 5.3 0 0 1-.7-10.55 7.6 7.6 0 0 1 14.6-1.2A6 6 0 0 1 23 25Z';

function Cloud({ cloud, raised }: { cloud: SkyDrawing['cloud']; raised: boolean }) {
  if (cloud === undefined) return null;
  if (cloud === 'small')
    return <path className="sky-cloud" transform="translate(12.5 13) scale(.62)" d={CLOUD} />;
  const lift = raised ? 'translate(0 -4)' : undefined;
  return (
    <g transform={lift}>
      {cloud === 'dark' && (
        <path className="sky-cloud-behind" transform="translate(11 2) scale(.66)" d={CLOUD} />
      )}
      <path className="sky-cloud" d={CLOUD} />
    </g>
  );
}

const FALLS: Record<Fall, string> = {
  drizzle: 'M11 24.5l-.7 2M16.4 24.5l-.7 2M21.8 24.5l-.7 2',
  rain: 'M11.5 23.5l-1.8 5M17 23.5l-1.8 5M22.5 23.5l-1.8 5',
  'heavy-rain': 'M8.8 23.5l-2.4 6.5M13.6 23.5l-2.4 6.5M18.4 23.5l-2.4 6.5M23.2 23.5l-2.4 6.5',
  ice: 'M11.5 23.5l-1.4 4M22 23.5l-1.4 4M14 30h6M17 23.5v3',
  sleet: 'M11.5 23.5l-1.8 5M22.5 23.5l-1.8 5M16.5 24v4.4M14.6 25.1l3.8 2.2M18.4 25.1l-3.8 2.2',
  snow: 'M10.5 23.6v4.4M8.6 24.7l3.8 2.2M12.4 24.7l-3.8 2.2M20.5 23.6v4.4M18.6 24.7l3.8 2.2M22.4 24.7l-3.8 2.2',
  'heavy-snow':
    'M8.5 23v4.4M6.6 24.1l3.8 2.2M10.4 24.1l-3.8 2.2M23 23v4.4M21.1 24.1l3.8 2.2M24.9 24.1l-3.8 2.2M15.8 26v4.4M13.9 27.1l3.8 2.2M17.7 27.1l-3.8 2.2',
  hail: 'M11 25.5h.01M17 24.5h.01M22 26.5h.01M14 29.5h.01M19.5 30h.01',
};

const VEILS: Record<Veil, string> = {
  fog: 'M6 10h16M10 15h17M5 20h18M9 25h15',
  haze: 'M4 24h11M18 24h10M8 28.5h15',
  smoke: 'M9 28c-3-4 3-6 0-10s2-6 0-10M16 28c-3-4 3-6 0-10s2-6 0-10M23 28c-3-4 3-6 0-10s2-6 0-10',
  dust: 'M5 12h14M22 12h4M8 17h3M14 17h13M5 22h10M18 22h8M12 27h11',
  wind: 'M4 13h15a3.8 3.8 0 1 0-3.8-3.8M4 18h20a3.6 3.6 0 1 1-3.6 3.6M4 23h10a3 3 0 1 1-3 3',
  tornado: 'M6 6h20M8 11h16M11 16h11M14 21h6M16 26h2',
  hurricane: 'M16 11a5 5 0 1 1 0 10 5 5 0 0 1 0-10M20 12.5C20 7 24 5 27 5M12 19.5C12 25 8 27 5 27',
  unknown: 'M12 12.5a4 4 0 1 1 5.6 3.7c-1.2.6-1.6 1.3-1.6 2.8M16 23.5v.1',
};
