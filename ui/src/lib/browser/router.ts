/** The page's addresses. A router of our own, because five routes do not pay for a library. */
import { useSyncExternalStore } from 'react';

/** Which weather: of a place known by its id, or of what a person typed. */
export type Locator =
  { readonly kind: 'id'; readonly id: string } | { readonly kind: 'text'; readonly text: string };

export type Route =
  | { readonly kind: 'start' }
  | { readonly kind: 'about' }
  | { readonly kind: 'sources' }
  | { readonly kind: 'weather'; readonly locator: Locator }
  | { readonly kind: 'nowhere'; readonly path: string };

/**
 * Reads an address: `/`, `/about`, `/sources`, `/place/{id}`, `/place?id=`, `/place?q=`, and `/{anything}` as text like wttr.in. A
 * point is an id with dots, which a path must not end with: to the service that would be a file, and none of its own.
 */
export function routeOf(address: string): Route {
  const url = new URL(address, 'http://page.invalid');
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const [head, tail] = parts;
  if (head === undefined) return { kind: 'start' };
  if (parts.length === 1 && (head === 'about' || head === 'sources')) return { kind: head };
  if (head === 'place' && parts.length === 2 && tail !== undefined) return byId(tail, url.pathname);
  const point = url.searchParams.get('id');
  if (head === 'place' && parts.length === 1 && point)
    return { kind: 'weather', locator: { kind: 'id', id: point } };
  const text = head === 'place' ? (url.searchParams.get('q') ?? '') : decode(head);
  if (parts.length > 1 || text === undefined) return { kind: 'nowhere', path: url.pathname };
  return text.trim() === ''
    ? { kind: 'start' }
    : { kind: 'weather', locator: { kind: 'text', text: text.trim() } };
}

function byId(part: string, path: string): Route {
  const id = decode(part);
  return id === undefined ? { kind: 'nowhere', path } : { kind: 'weather', locator: { kind: 'id', id } };
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

export function addressOf(locator: Locator): string {
  if (locator.kind === 'text') return `/place?q=${encodeURIComponent(locator.text)}`;
  return `/place${locator.id.includes('.') ? '?id=' : '/'}${encodeURIComponent(locator.id)}`;
}

const MOVED = 'vane:moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

function here(): string {
  return window.location.pathname + window.location.search;
}

/** The address shown now; the component is rendered again when it changes. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, here);
}

/** Goes to an address of the page; with `replace`, without a step in the history. */
export function navigate(address: string, { replace = false } = {}): void {
  if (address === here()) return;
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  window.dispatchEvent(new Event(MOVED));
  if (!replace) window.scrollTo(0, 0);
}
