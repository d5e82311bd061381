/** Small settings in the browser's local storage; where that is refused they live as long as the page. */
import { useSyncExternalStore } from 'react';

const memory = new Map<string, string>();
const CHANGED = 'vane:stored';

export function readStored(key: string): string | undefined {
  try {
    return window.localStorage.getItem(key) ?? undefined;
  } catch {
    return memory.get(key);
  }
}

export function writeStored(key: string, value: string): void {
  memory.set(key, value);
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Storage is full or refused: the value holds for this page.
  }
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

/** The stored text, kept up to date with other windows of the page. */
export function useStored(key: string): string | undefined {
  return useSyncExternalStore(subscribe, () => readStored(key));
}
