import { Card } from '@/components/Card';
import { SourceCredit } from '@/components/SourceCredit';
import type { SourceReading, Weather } from '@/lib/api/model';
import { age } from '@/lib/format/time';
import { staleReadings, purposeOf } from '../freshness';

/** Each source's credit, what it is used for, and how old its data are. */
export function Sources({ weather, now }: { weather: Weather; now: number }) {
  const stale = staleReadings(weather, now);
  return (
    <Card title="Sources" className="sources">
      {weather.sources.length === 0 && <p>The answer names no source.</p>}
      <ul>
        {weather.sources.map((reading) => (
          <li key={reading.source}>
            <p>
              {reading.name}: <SourceCredit {...reading} />
            </p>
            <p className="muted">
              {stateOf(reading, purposeOf(reading, weather), stale.includes(reading), now)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function stateOf(reading: SourceReading, use: string, stale: boolean, now: number): string {
  const words: string[] = [use === '' ? 'Not used here' : `Used for ${use}`];
  if (reading.simulated) words.push('simulated, not real');
  if (reading.fetchedAt !== undefined) words.push(`fetched ${age(reading.fetchedAt, now)}`);
  if (reading.issuedAt !== undefined) words.push(`issued ${age(reading.issuedAt, now)}`);
  if (stale) words.push('stale');
  if (reading.problem !== undefined) words.push(`latest call failed: ${reading.problem}`);
  return words.join(' · ');
}
