import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { change, getJson } from '@/lib/api/client';
import { failureOf, type Failure } from '@/lib/api/failure';
import type { Watch, WatchList } from '@/lib/api/model';
import { watchList } from '@/lib/api/watchShapes';

const KEY = ['watches'];

export interface WatchState {
  /** Whether it is known if the place is watched. */
  readonly known: boolean;
  /** The place's watch; undefined if it is not watched. */
  readonly watch: Watch | undefined;
  /** Whether a change is under way. */
  readonly changing: boolean;
  /** Why the list could not be read, or else the latest change was not made. */
  readonly failure: Failure | undefined;
  /** Watches the place, or watches it no more. */
  readonly toggle: () => void;
}

/** Whether a place is kept up to date and on record, and the way to change that. */
export function useWatch(place: string): WatchState {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => getJson<WatchList>('/watches', {}, watchList, signal),
  });
  const watch = data?.watches.find((each) => each.place.id === place);
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: () => change(watch ? 'DELETE' : 'PUT', `/watches/${encodeURIComponent(place)}`),
    // Also after a failure: somebody else may have changed it.
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
  const failed = data === undefined ? error : mutation.error;
  return {
    known: data !== undefined,
    watch,
    changing: mutation.isPending,
    failure: failed === null ? undefined : failureOf(failed),
    toggle: () => {
      mutation.mutate();
    },
  };
}
