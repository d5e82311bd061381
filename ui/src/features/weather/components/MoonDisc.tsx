import type { Astronomy } from '@/lib/api/model';
import { px } from '@/lib/chart/scale';

const RADIUS = 17;

/** The lit part of the moon as seen from the northern hemisphere: waxing on the right. */
export function MoonDisc({ phase, illumination }: Pick<Astronomy['moon'], 'phase' | 'illumination'>) {
  // The terminator is half an ellipse whose half axis shrinks to nothing at the quarters.
  const axis = RADIUS * Math.abs(1 - illumination / 50);
  const bulge = illumination > 50 ? 1 : 0;
  const lit = `M0-${RADIUS}A${RADIUS} ${RADIUS} 0 0 1 0 ${RADIUS}A${px(axis)} ${RADIUS} 0 0 ${bulge} 0-${RADIUS}Z`;
  const waning = phase.startsWith('waning') || phase === 'last_quarter';
  return (
    <svg className="moon-disc" viewBox="-20 -20 40 40" aria-hidden="true">
      <circle r={RADIUS} />
      <path d={lit} transform={waning ? 'scale(-1 1)' : undefined} />
    </svg>
  );
}
