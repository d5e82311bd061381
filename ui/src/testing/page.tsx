import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { App } from '@/app/App';
import { createQueries } from '@/app/queries';

/** Renders with a client of queries of its own, which does not try twice, and a person at the keyboard. */
export function show(content: ReactNode) {
  const client = createQueries({ retry: false });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime.bind(vi) });
  const view = render(<QueryClientProvider client={client}>{content}</QueryClientProvider>);
  return { ...view, user, client };
}

/** Opens the whole page at an address. */
export function open(address: string) {
  window.history.replaceState(null, '', address);
  return show(<App />);
}

/** The text of an element in one line. */
export function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
