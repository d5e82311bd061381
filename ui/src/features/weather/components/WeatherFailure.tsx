import { Failed } from '@/components/Failed';
import { Link } from '@/components/Link';
import { wordsFor, type Failure } from '@/lib/api/failure';
import type { Problem } from '@/lib/api/model';
import { addressOf, type Locator } from '@/lib/browser/router';
import { useOnline } from '@/lib/browser/useOnline';

interface WeatherFailureProps {
  readonly failure: Failure;
  readonly locator: Locator;
  readonly onRetry: () => void;
}

/** Instead of weather: which of the ways to have none this is, and the way out of it. */
export function WeatherFailure({ failure, locator, onRetry }: WeatherFailureProps) {
  const online = useOnline();
  if (failure.kind === 'problem') {
    const { problem } = failure;
    if (problem.status === 404) return <NotFound locator={locator} problem={problem} />;
    if (problem.status === 422) return <Ambiguous problem={problem} />;
    if (problem.status === 503) return <NoData problem={problem} onRetry={onRetry} />;
  }
  if (!online) {
    return (
      <Failed
        title="You are offline"
        detail="There is no network, and nothing of this place is known here yet."
        onRetry={onRetry}
      />
    );
  }
  return <Failed {...wordsFor(failure)} onRetry={onRetry} />;
}

function NotFound({ locator, problem }: { locator: Locator; problem: Problem }) {
  const title = locator.kind === 'text' ? `No place called “${locator.text}”` : 'There is no such place';
  return (
    <Failed title={title} detail={problem.detail}>
      <p>
        Search for it above: part of the name is enough, with a state or country after a comma if there are
        several.
      </p>
    </Failed>
  );
}

function Ambiguous({ problem }: { problem: Problem }) {
  return (
    <section className="card failed" role="status">
      <h1>Which one?</h1>
      <p>{problem.detail}</p>
      <ul className="candidates">
        {(problem.candidates ?? []).map((place) => (
          <li key={place.id}>
            <Link to={addressOf({ kind: 'id', id: place.id })}>{place.label}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoData({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const sources = problem.sources ?? [];
  return (
    <Failed title="No weather for this place yet" detail={problem.detail} onRetry={onRetry}>
      {sources.length === 0 ? (
        <p>
          No source of weather is switched on. Whoever runs this Vane can switch one on in its configuration.
        </p>
      ) : (
        <ul>
          {sources.map((each) => (
            <li key={each.source}>
              <strong>{each.name}</strong>: {each.problem ?? 'has not answered yet'}
            </li>
          ))}
        </ul>
      )}
      <p className="muted">This page asks again by itself.</p>
    </Failed>
  );
}
