import { QueryClient } from '@tanstack/react-query';
import { failureOf } from '@/lib/api/failure';

const RETRY_MS = 1_000;

/** The client of all queries. A service in the same house may be there when the internet is not, so calls never wait for it. */
export function createQueries({ retry = true } = {}): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        gcTime: 3_600_000,
        // Once more after a broken connection; an answer, even one that refuses, is an answer.
        retry: (count, error) => retry && count < 1 && failureOf(error).kind === 'unreachable',
        retryDelay: RETRY_MS,
      },
    },
  });
}
