import { Link } from '@/components/Link';
import { SourceCredit } from '@/components/SourceCredit';
import { failureOf, wordsFor } from '@/lib/api/failure';
import type { Source } from '@/lib/api/model';
import { useSources } from '@/lib/api/useSources';
import { useTitle } from '@/lib/browser/useTitle';

/** Whose work this is: the licence of Vane, of what it is made of, and of the data. */
export default function AboutPage() {
  useTitle('About – Vane');
  return (
    <article className="about">
      <h1>About Vane</h1>
      <p>
        Vane is the weather service of your own house: it asks several weather providers, keeps what each of
        them said, and serves it to this page and to other programs.
      </p>
      <h2>Where the weather comes from</h2>
      <Sources />
      <p>
        <Link to="/sources">How each source does</Link>
      </p>
      <h2>Where the places come from</h2>
      <p>
        Names, coordinates and time zones of towns: <a href="https://www.geonames.org/">GeoNames</a>, under{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.
      </p>
      <h2>Licences</h2>
      <p>
        Vane is free software under the{' '}
        <a href="https://www.apache.org/licenses/LICENSE-2.0">Apache License, version 2.0</a>. It contains the
        work of others:
      </p>
      <ul>
        <li>
          <a href="/licenses/third-party.txt">Libraries of the service</a>
        </li>
        <li>
          <a href="/licenses/third-party-npm.txt">Packages of this page</a>, among them the typeface Inter
          under the SIL Open Font License
        </li>
      </ul>
    </article>
  );
}

function Sources() {
  const { data, error } = useSources();
  if (data) {
    if (data.sources.length === 0) return <p>No source is configured.</p>;
    return (
      <ul className="about-sources">
        {data.sources.map((source) => (
          <li key={source.source}>
            <strong>{source.name}</strong>: <SourceCredit {...source} />
            <p className="muted">{stateOf(source)}</p>
          </li>
        ))}
      </ul>
    );
  }
  if (error) {
    const words = wordsFor(failureOf(error));
    return (
      <p role="alert">
        The list of sources could not be read. {words.title}: {words.detail}
      </p>
    );
  }
  return <p role="status">Asking the service for its sources…</p>;
}

function stateOf(source: Source): string {
  if (!source.enabled) return `Off: ${source.off ?? 'not configured'}`;
  if (source.simulated) return 'On. Makes weather up, and answers only when no provider has.';
  return source.reason === undefined ? 'On.' : `On, but does not answer now: ${source.reason}`;
}
