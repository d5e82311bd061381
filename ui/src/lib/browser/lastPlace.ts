import { useStored, writeStored } from './stored';

const KEY = 'vane.place';

/** The place looked at last, as much of it as the start page shows. */
export interface LastPlace {
  readonly id: string;
  readonly label: string;
}

export function rememberPlace({ id, label }: LastPlace): void {
  writeStored(KEY, JSON.stringify({ id, label }));
}

export function useLastPlace(): LastPlace | undefined {
  return parse(useStored(KEY));
}

function parse(stored: string | undefined): LastPlace | undefined {
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    if (typeof value !== 'object' || value === null || !('id' in value) || !('label' in value))
      return undefined;
    const { id, label } = value;
    return typeof id === 'string' && typeof label === 'string' ? { id, label } : undefined;
  } catch {
    return undefined;
  }
}
