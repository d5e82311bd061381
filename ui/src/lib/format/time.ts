import { locale } from './locale';

/** A zone that the browser knows: the one asked for, or UTC. */
export function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return 'UTC';
  }
}

function format(instant: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), options).format(instant);
}

/** The time of day, `14:20`. */
export function clock(time: string | number, zone: string): string {
  return format(new Date(time), { hour: 'numeric', minute: '2-digit', timeZone: zone });
}

/** The hour on an axis, `14` or `2 PM`. */
export function hourLabel(time: string | number, zone: string): string {
  return format(new Date(time), { hour: 'numeric', timeZone: zone });
}

/** The weekday and day, `Tue 14 Oct`. */
export function dayLabel(time: string | number, zone: string): string {
  return format(new Date(time), { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone });
}

/** The hour of the day, 0 to 23, in the zone. */
export function hourOf(time: string | number, zone: string): number {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone });
  return Number.parseInt(hour.format(new Date(time)), 10);
}

/** The calendar date in the zone, `2026-10-14`. */
export function dateOf(time: string | number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(new Date(time));
}

/** A calendar date's weekday, long or short; `Today` if it is today's in the zone. */
export function weekday(date: string, now: number, zone: string, length: 'long' | 'short'): string {
  if (date === dateOf(now, zone)) return 'Today';
  return format(new Date(`${date}T12:00:00Z`), { weekday: length, timeZone: 'UTC' });
}

/** A calendar date without its year, `14 Oct`. */
export function monthDay(date: string): string {
  return format(new Date(`${date}T12:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

function offset(time: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'shortOffset', timeZone: zone }).formatToParts(
    time,
  );
  return (parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC')
    .replace('GMT', 'UTC')
    .replace('-', '−');
}

/** Says whose clock the page shows if it is not the reader's own: `Times in Portland (UTC−7)`. */
export function zoneNote(placeName: string, zone: string, now: number): string | undefined {
  const there = offset(now, zone);
  const here = offset(now, new Intl.DateTimeFormat().resolvedOptions().timeZone);
  return there === here ? undefined : `Times in ${placeName} (${there})`;
}

const MINUTE = 60_000;

/** An age in words, `just now`, `12 min ago`, `3 h ago`, `2 days ago`. */
export function age(time: string, now: number): string {
  const span = spanOf(now - Date.parse(time));
  return span === undefined ? 'just now' : `${span} ago`;
}

/** How long until a time, `in 12 min`; `now` if it is past. */
export function until(time: string, now: number): string {
  const span = spanOf(Date.parse(time) - now);
  return span === undefined ? 'now' : `in ${span}`;
}

function spanOf(milliseconds: number): string | undefined {
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes < 1) return undefined;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

/** An ISO 8601 duration of hours and minutes in words, `9 h 14 min`. */
export function duration(iso: string): string {
  const [, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?$/.exec(iso) ?? [];
  const words = [hours === undefined ? '' : `${hours} h`, minutes === undefined ? '' : `${minutes} min`];
  return words.filter((word) => word !== '').join(' ') || iso;
}
