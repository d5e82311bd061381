import { useEffect, useState } from 'react';

/** How often ages are counted anew. */
export const TICK_MS = 15_000;

/** The time now, in milliseconds; the component is rendered again as it passes. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
