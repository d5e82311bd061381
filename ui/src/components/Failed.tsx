import type { ReactNode } from 'react';

/** A whole page's failure: what happened, what to do, and what else there is to offer. */
export function Failed({ title, detail, onRetry, children }: FailedProps) {
  return (
    <section className="card failed" role="alert">
      <h1>{title}</h1>
      <p>{detail}</p>
      {children}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </section>
  );
}

interface FailedProps {
  readonly title: string;
  readonly detail: string;
  readonly onRetry?: (() => void) | undefined;
  readonly children?: ReactNode;
}
