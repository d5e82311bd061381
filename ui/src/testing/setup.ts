import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { watchConsole } from './console';
import { NOW } from './fixtures';

// Whether an element is visible takes long to find out, needs style sheets, and is what the browser journey is for.
// And a busy machine is no failure.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

let quiet: ReturnType<typeof watchConsole>;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
  quiet = watchConsole();
  Object.defineProperty(navigator, 'language', { value: 'de-CH', configurable: true });
  Object.defineProperty(navigator, 'languages', { value: ['de-CH', 'en-GB'], configurable: true });
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
  window.localStorage.clear();
  window.history.replaceState(null, '', '/');
  document.title = '';
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  quiet.end();
});
