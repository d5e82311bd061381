import { Failed } from '@/components/Failed';
import { failureOf, wordsFor } from '@/lib/api/failure';
import { useSources } from '@/lib/api/useSources';
import { useNow } from '@/lib/browser/useNow';
import { useTitle } from '@/lib/browser/useTitle';
import { age } from '@/lib/format/time';
import { SourcesTable } from './SourcesTable';
import '../sources.css';

/** How each source does: what whoever runs this Vane looks at when a forecast looks odd. */
export default function SourcesPage() {
  useTitle('Sources – Vane');
  const { data, error, dataUpdatedAt, refetch } = useSources();
  const now = useNow();
  if (data === undefined) {
    if (error === null) return <p role="status">Asking the service for its sources…</p>;
    return (
      <Failed
        {...wordsFor(failureOf(error))}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  }
  return (
    <article className="sources-page">
      <h1>Sources</h1>
      <p className="sources-lead">
        Who is asked for the weather, in the order of preference, and how each of them does. Vane keeps to the
        calls that each provider allows.
      </p>
      {error !== null && (
        <p role="alert">
          {wordsFor(failureOf(error)).title}. This is as of {age(new Date(dataUpdatedAt).toISOString(), now)}.
        </p>
      )}
      {data.sources.length === 0 ? (
        <p>No source is configured.</p>
      ) : (
        <SourcesTable sources={data.sources} now={now} />
      )}
    </article>
  );
}
