import { useQuery } from '@tanstack/react-query';
import { getJson } from './client';
import type { SourceList } from './model';
import { sourceList } from './sourceShapes';

/** How often the states are asked for while somebody looks at them. */
const REFRESH_MS = 30_000;

/** Every source that the service knows, with its credit and how it does. */
export function useSources() {
  return useQuery({
    queryKey: ['sources'],
    queryFn: ({ signal }) => getJson<SourceList>('/sources', {}, sourceList, signal),
    refetchInterval: REFRESH_MS,
  });
}
