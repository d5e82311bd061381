import { wordsFor } from '@/lib/api/failure';
import type { Place } from '@/lib/api/model';
import { dateOf, monthDay } from '@/lib/format/time';
import { useWatch } from '../api/useWatch';
import '../watch.css';

/** Watches a place, or watches it no more. */
export function WatchControl({ place, zone }: { place: Place; zone: string }) {
  const { known, watch, changing, failure, toggle } = useWatch(place.id);
  const words = failure && wordsFor(failure);
  if (!known) {
    return (
      <div className="watch muted">
        {words && <p>Whether this place is watched is not known. {words.title}.</p>}
      </div>
    );
  }
  return (
    <div className="watch">
      <button type="button" className="button" onClick={toggle} disabled={changing}>
        {watch ? 'Stop watching' : 'Watch this place'}
      </button>
      <p className="muted">
        {watch
          ? `Kept up to date and on record since ${monthDay(dateOf(watch.since, zone))}.`
          : 'Keeps it up to date and on record.'}
      </p>
      {words && (
        <p role="alert">
          That was not done. {words.title}: {words.detail}
        </p>
      )}
    </div>
  );
}
