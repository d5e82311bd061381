import { px } from './scale';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A smooth path through points of rising x that never overshoots them: no maximum is drawn that was not forecast.
 * Cubic Hermite segments with the tangents of Fritsch and Carlson, "Monotone Piecewise Cubic Interpolation", SIAM J.
 * Numer. Anal. 17 (1980), limited to three times the smaller neighbouring slope.
 */
export function monotonePath(points: readonly Point[]): string {
  const tangents = points.map((_, index) => tangentAt(points, index));
  return points
    .map((point, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${px(point.x)},${px(point.y)}`;
      const third = (point.x - before.x) / 3;
      const from = `${px(before.x + third)},${px(before.y + (tangents[index - 1] ?? 0) * third)}`;
      const to = `${px(point.x - third)},${px(point.y - (tangents[index] ?? 0) * third)}`;
      return `C${from},${to},${px(point.x)},${px(point.y)}`;
    })
    .join('');
}

function slope(from: Point | undefined, to: Point | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : (to.y - from.y) / (to.x - from.x);
}

function tangentAt(points: readonly Point[], index: number): number {
  const before = slope(points[index - 1], points[index]);
  const after = slope(points[index], points[index + 1]);
  if (before === undefined || after === undefined) return before ?? after ?? 0;
  if (before * after <= 0) return 0;
  const limit = 3 * Math.min(Math.abs(before), Math.abs(after));
  return Math.sign(before) * Math.min(limit, Math.abs(before + after) / 2);
}
