import type { UnitSystem } from '@/lib/api/model';
import { useStored, writeStored } from './stored';

const KEY = 'vane.units';

export const UNIT_SYSTEMS: readonly UnitSystem[] = ['metric', 'imperial', 'uk', 'si'];

function isUnitSystem(text: string | undefined): text is UnitSystem {
  return UNIT_SYSTEMS.some((each) => each === text);
}

/** The system that people of a locale expect, as long as they have not chosen one. */
export function usualUnits(locale: string): UnitSystem {
  if (/-(US|LR|MM)\b/i.test(locale)) return 'imperial';
  return /-GB\b/i.test(locale) ? 'uk' : 'metric';
}

/** The chosen unit system, and the way to choose another; it holds in every window and over a reload. */
export function useUnitSystem(): [UnitSystem, (system: UnitSystem) => void] {
  const stored = useStored(KEY);
  const system = isUnitSystem(stored) ? stored : usualUnits(navigator.language);
  return [
    system,
    (chosen) => {
      writeStored(KEY, chosen);
    },
  ];
}
