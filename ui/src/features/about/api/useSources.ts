import { useQuery } from '@tanstack/react-query';
import { getJson } from '@/lib/api/client';
import type { SourceList } from '@/lib/api/model';
import { sourceList } from '@/lib/api/sourceShapes';

/** Every source that the service knows, with its credit. */
export function useSources() {
  return useQuery({
    queryKey: ['sources'],
    queryFn: ({ signal }) => getJson<SourceList>('/sources', {}, sourceList, signal),
  });
}
