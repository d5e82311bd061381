import type { ReactNode } from 'react';

export type NoticeKind = 'simulated' | 'stale' | 'error';

/** Something about the data that must not be missed: in words, with a mark beside them. */
export function Notice({ kind, title, children }: { kind: NoticeKind; title: string; children: ReactNode }) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <svg className="notice-mark" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 2 19 18H1Z" />
        <path className="notice-bang" d="M10 7.5v5M10 14.6v1.2" />
      </svg>
      <p>
        <strong>{title}</strong> {children}
      </p>
    </div>
  );
}
