import type { ReactNode } from 'react';
import { SourceCredit } from '@/components/SourceCredit';
import type { Source } from '@/lib/api/model';
import { ABSENT } from '@/lib/format/quantity';
import { age, until } from '@/lib/format/time';
import { breakerWords, leftWords, renewalWords, stateWords } from '../words';

interface Column {
  readonly title: string;
  readonly cell: (source: Source, now: number, sharer?: Source) => ReactNode;
}

const COLUMNS: readonly Column[] = [
  { title: 'State', cell: (source) => <State source={source} /> },
  { title: 'Last answer', cell: ({ lastSuccess }, now) => (lastSuccess ? age(lastSuccess, now) : ABSENT) },
  { title: 'Next refresh', cell: ({ nextRefresh }, now) => (nextRefresh ? until(nextRefresh, now) : ABSENT) },
  {
    title: 'Calls left',
    cell: ({ enabled, calls }, now, sharer) => {
      if (!enabled) return ABSENT;
      return sharer ? `Shared with ${sharer.name}` : <Calls calls={calls} now={now} />;
    },
  },
  { title: 'Breaker', cell: ({ enabled, breaker }, now) => (enabled ? breakerWords(breaker, now) : ABSENT) },
  { title: 'Last error', cell: ({ lastProblem }, now) => <LastProblem problem={lastProblem} now={now} /> },
];

/** A row for each source; on a narrow screen a block for each, every value with its title. */
export function SourcesTable({ sources, now }: { sources: readonly Source[]; now: number }) {
  // The roles are said, because a table that is laid out as blocks is none to some screen readers.
  return (
    <table className="sources-table" role="table" aria-label="Sources">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">Source</th>
          {COLUMNS.map(({ title }) => (
            <th key={title} role="columnheader">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sources.map((source) => (
          <tr key={source.source} role="row">
            <th role="rowheader">
              {source.name}
              <p className="muted">
                <SourceCredit {...source} />
              </p>
            </th>
            {COLUMNS.map(({ title, cell }) => (
              <td key={title} role="cell">
                <span className="sources-title" aria-hidden="true">
                  {title}
                </span>
                <div>{cell(source, now, sharer(source, sources))}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The source further up whose calls are counted on the same account, and so are said there. */
function sharer({ source, account }: Source, sources: readonly Source[]): Source | undefined {
  const first = sources.find((each) => each.enabled && each.account === account);
  return first?.source === source ? undefined : first;
}

function State({ source }: { source: Source }) {
  return (
    <>
      <span className={`source-state source-${source.state}`}>{stateWords(source.state)}</span>
      {source.reason !== undefined && <p className="muted">{source.reason}</p>}
      {source.simulated && <p className="muted">Made up: answers only when no provider has.</p>}
    </>
  );
}

function Calls({ calls, now }: { calls: Source['calls']; now: number }) {
  if (calls.length === 0) return <>No limit</>;
  return (
    <ul>
      {calls.map((each) => (
        <li key={each.window}>
          {leftWords(each)}
          <p className="muted">{renewalWords(each, now)}</p>
        </li>
      ))}
    </ul>
  );
}

function LastProblem({ problem, now }: { problem: Source['lastProblem']; now: number }) {
  if (problem === undefined) return <>None</>;
  return (
    <>
      {problem.detail}
      <p className="muted">{age(problem.at, now)}</p>
    </>
  );
}
