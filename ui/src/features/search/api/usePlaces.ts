import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getJson } from '@/lib/api/client';
import type { PlaceList } from '@/lib/api/model';
import { placeList } from '@/lib/api/shapes';

/** Fewer letters than this find half the world. */
export const MIN_LETTERS = 2;
/** What the API takes. */
export const MAX_LETTERS = 200;

/**
 * The places that match what was typed. The text is part of the key: a reply that was overtaken by a later one's is
 * cancelled, and could not be shown in its stead.
 */
export function usePlaces(text: string) {
  return useQuery({
    queryKey: ['places', text],
    queryFn: ({ signal }) => getJson<PlaceList>('/places', { q: text, limit: 8 }, placeList, signal),
    enabled: text.length >= MIN_LETTERS,
    placeholderData: keepPreviousData,
    staleTime: 3_600_000,
  });
}
