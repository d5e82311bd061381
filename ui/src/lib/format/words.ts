/** Words for numbers that have names. */
import type { Astronomy } from '@/lib/api/model';

/** WMO No. 306, code table 1100: the Beaufort scale's names. */
const BEAUFORT = [
  'Calm',
  'Light air',
  'Light breeze',
  'Gentle breeze',
  'Moderate breeze',
  'Fresh breeze',
  'Strong breeze',
  'Near gale',
  'Gale',
  'Strong gale',
  'Storm',
  'Violent storm',
  'Hurricane force',
];

export function beaufortWord(force: number | undefined): string | undefined {
  return force === undefined ? undefined : BEAUFORT[Math.round(force)];
}

/** WHO, Global Solar UV Index (2002): exposure categories. */
export function uvWord(index: number | undefined): string | undefined {
  if (index === undefined) return undefined;
  const rounded = Math.round(index);
  if (rounded < 3) return 'Low';
  if (rounded < 6) return 'Moderate';
  if (rounded < 8) return 'High';
  return rounded < 11 ? 'Very high' : 'Extreme';
}

/** `waxing_gibbous` as a person writes it: `Waxing gibbous`. */
export function moonWord(phase: Astronomy['moon']['phase']): string {
  const words = phase.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
