import { Card } from '@/components/Card';
import { Link } from '@/components/Link';
import { SourceCredit } from '@/components/SourceCredit';
import type { SourceReading, Weather } from '@/lib/api/model';
import { age } from '@/lib/format/time';
import { isOld, purposeOf } from '../freshness';

/** Each source's credit, what it is used for, and how old its data are. */
export function Sources({ weather, now }: { weather: Weather; now: number }) {
  return (
    <Card title="Sources" className="sources">
      {weather.sources.length === 0 && <p>The answer names no source.</p>}
      <ul>
        {weather.sources.map((reading) => (
          <li key={reading.source}>
            <p>
              {reading.name}: <SourceCredit {...reading} />
            </p>
            <p className="muted">{stateOf(reading, weather, now)}</p>
          </li>
        ))}
      </ul>
      <p className="sources-more">
        <Link to="/sources">How each source does</Link>
      </p>
    </Card>
  );
}

function stateOf(reading: SourceReading, weather: Weather, now: number): string {
  const words: string[] = [roleOf(reading, weather)];
  if (reading.simulated) words.push('simulated, not real');
  if (reading.fetchedAt !== undefined) words.push(`as of ${age(reading.fetchedAt, now)}`);
  if (reading.issuedAt !== undefined) words.push(`issued ${age(reading.issuedAt, now)}`);
  if (isOld(reading, now)) words.push('old');
  if (reading.problem !== undefined) words.push(`does not answer: ${reading.problem}`);
  return words.join(' · ');
}

/** The service says what it leaves out; what else has answered, and is no make-believe, fills the gaps of the others. */
function roleOf(reading: SourceReading, weather: Weather): string {
  const purpose = purposeOf(reading, weather);
  if (purpose !== '') return `Used for ${purpose}`;
  if (reading.leftOut !== undefined) return `Left out: ${reading.leftOut}`;
  if (reading.simulated) return 'Not used here';
  return reading.fetchedAt === undefined ? 'Has not answered yet' : 'Fills gaps';
}
