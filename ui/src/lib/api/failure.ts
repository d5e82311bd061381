import type { Problem } from './model';

/** Everything that a call can end in besides an answer. */
export type Failure =
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterSeconds: number | undefined }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unreadable'; readonly status: number; readonly fault: string };

export class ApiFailure extends Error {
  constructor(readonly failure: Failure) {
    super(wordsFor(failure).title);
    this.name = 'ApiFailure';
  }
}

/** The failure inside whatever was thrown; a fault of the page itself counts as an answer it could not read. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ApiFailure) return error.failure;
  return { kind: 'unreadable', status: 0, fault: error instanceof Error ? error.message : String(error) };
}

/** What happened, and what to do about it. */
export interface FailureWords {
  readonly title: string;
  readonly detail: string;
}

export function wordsFor(failure: Failure): FailureWords {
  switch (failure.kind) {
    case 'problem':
      return { title: failure.problem.title, detail: failure.problem.detail };
    case 'unreachable':
      return {
        title: 'Vane cannot be reached',
        detail: 'The service did not answer. Check the network and that Vane is running.',
      };
    case 'timeout':
      return {
        title: 'Vane takes too long',
        detail: 'No answer came in time. The next attempt may do better.',
      };
    case 'unreadable':
      return {
        title: 'The answer makes no sense',
        detail: `What came back is not what Vane sends (${failure.fault}). Something between this page and the service may be at fault.`,
      };
  }
}
