import { useState } from 'react';

/** About 100 metres: enough for weather, and no more than is needed. */
const DECIMALS = 3;

/** Asks the browser where it is. Browsers allow that on secure pages only, so elsewhere there is no such button. */
export function LocateButton({ onPoint }: { onPoint: (latitude: string, longitude: string) => void }) {
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');
  if (!window.isSecureContext || !('geolocation' in navigator)) return null;
  const locate = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        onPoint(coords.latitude.toFixed(DECIMALS), coords.longitude.toFixed(DECIMALS));
      },
      () => {
        setState('refused');
      },
      { timeout: 15_000, maximumAge: 600_000 },
    );
  };
  return (
    <>
      <button type="button" className="button" onClick={locate} disabled={state === 'asking'}>
        Use my location
      </button>
      <p role="status" className="muted">
        {state === 'refused' && 'The browser gave no location. Search for the place instead.'}
      </p>
    </>
  );
}
