import { useId, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { Place } from '@/lib/api/model';
import { useDebounced } from '@/lib/browser/useDebounced';
import { MAX_LETTERS, MIN_LETTERS, usePlaces } from '../api/usePlaces';
import { Suggestions } from './Suggestions';
import '../search.css';

/** Letters typed within this time are one question. */
const PAUSE_MS = 150;

interface SearchBoxProps {
  readonly onPlace: (place: Place) => void;
  /** What was typed, when no suggestion was chosen. */
  readonly onText: (text: string) => void;
  readonly autoFocus?: boolean;
}

/** A search for places with suggestions: the combobox of the ARIA Authoring Practices, with a list. */
export function SearchBox({ onPlace, onText, autoFocus = false }: SearchBoxProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number>();
  const typed = text.trim();
  const asked = useDebounced(typed, PAUSE_MS);
  const search = usePlaces(asked);
  const wanted = open && typed.length >= MIN_LETTERS;
  const places = (wanted ? search.data?.places : undefined) ?? [];
  const chosen = active === undefined ? undefined : places[active];

  const close = () => {
    setOpen(false);
    setActive(undefined);
  };
  const choose = (place: Place) => {
    setText('');
    close();
    onPlace(place);
  };
  const move = (step: 1 | -1) => {
    setOpen(true);
    if (places.length === 0) return;
    const from = active ?? (step === 1 ? -1 : places.length);
    setActive((from + step + places.length) % places.length);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (chosen) {
      choose(chosen);
    } else if (typed !== '') {
      setText('');
      close();
      onText(typed);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      if (!open) setText('');
      close();
    }
  };

  return (
    <form className="search" role="search" onSubmit={submit}>
      <svg className="search-mark" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M8.5 3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM12.6 12.6 17 17" />
      </svg>
      <input
        id={`${id}input`}
        role="combobox"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label="Search for a place"
        placeholder="Search for a place"
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        maxLength={MAX_LETTERS}
        autoFocus={autoFocus}
        aria-autocomplete="list"
        aria-expanded={places.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={chosen ? `${id}${chosen.id}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(undefined);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <Suggestions
        id={id}
        typed={wanted ? typed : ''}
        places={places}
        active={chosen}
        pending={asked !== typed || search.isPending || search.isPlaceholderData}
        error={search.error}
        onChoose={choose}
      />
    </form>
  );
}
