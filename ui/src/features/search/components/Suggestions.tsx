import { failureOf, wordsFor } from '@/lib/api/failure';
import type { Place } from '@/lib/api/model';

interface SuggestionsProps {
  readonly id: string;
  /** Empty if nothing is being looked for. */
  readonly typed: string;
  readonly places: readonly Place[];
  readonly active: Place | undefined;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onChoose: (place: Place) => void;
}

/** The list below the search box, and what it says when it has nothing to list. */
export function Suggestions({ id, typed, places, active, pending, error, onChoose }: SuggestionsProps) {
  const message = typed === '' ? undefined : messageFor(typed, places, pending, error);
  return (
    <div className="suggestions" data-open={typed !== '' && (places.length > 0 || message !== undefined)}>
      <ul id={`${id}list`} role="listbox" aria-label="Places" hidden={places.length === 0}>
        {places.map((place) => (
          <li
            key={place.id}
            id={`${id}${place.id}`}
            role="option"
            aria-selected={place === active}
            onPointerDown={(event) => {
              // Or the input would lose the focus, and close the list before the click arrives.
              event.preventDefault();
            }}
            onClick={() => {
              onChoose(place);
            }}
          >
            <span>{place.name}</span> <span className="muted">{rest(place)}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={places.length > 0 ? 'hidden-text' : 'suggestions-message'}>
        {message}
      </p>
    </div>
  );
}

/** The label without the name that it begins with. */
function rest({ name, label }: Place): string {
  return label.startsWith(`${name}, `) ? label.slice(name.length + 2) : label;
}

function messageFor(typed: string, places: readonly Place[], pending: boolean, error: Error | null) {
  if (error) {
    const words = wordsFor(failureOf(error));
    return `${words.title}. ${words.detail}`;
  }
  if (places.length > 0) return places.length === 1 ? '1 place' : `${places.length} places`;
  if (pending) return 'Searching…';
  return `No place called “${typed}”. Check the spelling, or leave out what follows the comma.`;
}
