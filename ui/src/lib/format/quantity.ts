import { locale } from './locale';

/** What stands where no source gave a value. */
export const ABSENT = '–';

/** Decimals that a unit is worth; a source's further digits are noise. */
function decimalsFor(unit: string, value: number): number {
  switch (unit) {
    case 'inHg':
    case 'in':
      return 2;
    case 'mm':
    case 'cm':
      return 1;
    case 'm/s':
    case 'km':
    case 'mi':
      return Math.abs(value) < 10 ? 1 : 0;
    default:
      return 0;
  }
}

/** A number in its unit's precision, without the unit. */
export function amount(value: number | undefined, unit: string): string {
  if (value === undefined) return ABSENT;
  const decimals = decimalsFor(unit, value);
  const format = new Intl.NumberFormat(locale(), {
    minimumFractionDigits: unit === 'inHg' ? decimals : 0,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
    useGrouping: 'min2',
  });
  return format.format(value).replace('-', '−');
}

/** A number with its unit, `1013 hPa`; percent closes up. */
export function quantity(value: number | undefined, unit: string): string {
  if (value === undefined) return ABSENT;
  return unit === '%' ? `${amount(value, unit)}%` : `${amount(value, unit)} ${unit}`.trimEnd();
}

/** A temperature as a whole number of degrees, `7°`; kelvin have no degree sign. */
export function degrees(value: number | undefined, unit: string): string {
  if (value === undefined) return ABSENT;
  return `${amount(value, unit)}${unit.startsWith('°') ? '°' : ''}`;
}

/** Degrees Celsius of a temperature in any of the API's units. */
export function toCelsius(value: number, unit: string): number {
  if (unit === '°F') return ((value - 32) * 5) / 9;
  return unit === 'K' ? value - 273.15 : value;
}
