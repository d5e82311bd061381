import type { SourceReading, Weather } from '@/lib/api/model';

/** The readings that the answer is made of. */
export function usedReadings(weather: Weather): SourceReading[] {
  const used = new Set([weather.current?.source, weather.hourly?.source, weather.daily?.source]);
  return weather.sources.filter((reading) => used.has(reading.source));
}

/** The readings in use that are old. */
export function staleReadings(weather: Weather, now: number): SourceReading[] {
  return usedReadings(weather).filter((reading) => isOld(reading, now));
}

/**
 * Whether a reading's time has been over for as long again as it was fresh. Between refreshes it is over for a moment each
 * time, which is nobody's concern.
 */
export function isOld({ fetchedAt, staleAfter }: SourceReading, now: number): boolean {
  if (fetchedAt === undefined || staleAfter === undefined) return false;
  const due = Date.parse(staleAfter);
  return now > due + (due - Date.parse(fetchedAt));
}

/** Whether anything here is made up, by the answer's own word or by that of a source in use. */
export function isSimulated(weather: Weather): boolean {
  return weather.simulated || usedReadings(weather).some((reading) => reading.simulated);
}

/** What a reading is used for, `now, hours and days`. */
export function purposeOf(reading: SourceReading, weather: Weather): string {
  const uses = [
    weather.current?.source === reading.source ? 'now' : '',
    weather.hourly?.source === reading.source ? 'hours' : '',
    weather.daily?.source === reading.source ? 'days' : '',
  ].filter((use) => use !== '');
  return new Intl.ListFormat('en-GB').format(uses);
}
