/** A linear map from a range of values to a range of pixels. */
export function linear([v0, v1]: readonly [number, number], [p0, p1]: readonly [number, number]) {
  const slope = v1 === v0 ? 0 : (p1 - p0) / (v1 - v0);
  return (value: number): number => p0 + (value - v0) * slope;
}

/** One decimal is a tenth of a pixel: enough for any screen, and half the markup. */
export function px(value: number): string {
  return (Math.round(value * 10) / 10).toString();
}
