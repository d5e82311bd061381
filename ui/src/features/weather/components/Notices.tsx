import { Notice } from '@/components/Notice';
import { wordsFor, type Failure } from '@/lib/api/failure';
import type { SourceReading, Weather } from '@/lib/api/model';
import { useOnline } from '@/lib/browser/useOnline';
import { age } from '@/lib/format/time';
import { isSimulated, staleReadings, usedReadings } from '../freshness';

interface NoticesProps {
  readonly weather: Weather;
  readonly failure: Failure | undefined;
  readonly now: number;
}

/** What must be known before the numbers are read. */
export function Notices({ weather, failure, now }: NoticesProps) {
  const online = useOnline();
  const shown = `What is shown was fetched ${newest(weather, now)}.`;
  return (
    <>
      {isSimulated(weather) && (
        <Notice kind="simulated" title="Simulated weather:">
          no provider has answered. Nothing here is real.
        </Notice>
      )}
      {!online && (
        <Notice kind="error" title="You are offline.">
          {shown}
        </Notice>
      )}
      {online && failure && (
        <Notice kind="error" title={`${wordsFor(failure).title}.`}>
          {wordsFor(failure).detail} {shown}
        </Notice>
      )}
      {staleReadings(weather, now).map((reading) => (
        <Notice key={reading.source} kind="stale" title={oldTitle(reading)}>
          {oldWords(reading, now)}
        </Notice>
      ))}
    </>
  );
}

function newest(weather: Weather, now: number): string {
  const times = usedReadings(weather).flatMap(({ fetchedAt }) =>
    fetchedAt === undefined ? [] : [fetchedAt],
  );
  const latest = times.sort((a, b) => Date.parse(b) - Date.parse(a))[0];
  return latest === undefined ? 'earlier' : age(latest, now);
}

function oldTitle({ name, problem }: SourceReading): string {
  return problem === undefined ? `${name} has said nothing new.` : `${name} does not answer.`;
}

function oldWords({ fetchedAt, problem }: SourceReading, now: number): string {
  const since = fetchedAt === undefined ? 'is old' : `is as of ${age(fetchedAt, now)}`;
  return `What is shown of it ${since}${problem === undefined ? '.' : `: ${problem}`}`;
}
