/** An arrow that flies with the wind, in a ring whose notch is north. The words beside it say the same. */
export function Compass({ from }: { from: number | undefined }) {
  if (from === undefined) return null;
  return (
    <svg className="compass" viewBox="-20 -20 40 40" aria-hidden="true">
      <circle r="17" />
      <path className="compass-north" d="M0-19v5" />
      <path className="compass-arrow" transform={`rotate(${from})`} d="M0 11 5.5-9 0-5.5-5.5-9Z" />
    </svg>
  );
}
