import { vi } from 'vitest';

/**
 * Watches what is said on the console. A component that complains there is wrong even where its test is content.
 */
export function watchConsole() {
  const said: string[] = [];
  const listen = (...words: unknown[]) => {
    said.push(words.map(String).join(' '));
  };
  const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  spies.forEach((spy) => spy.mockImplementation(listen));
  return {
    /** Takes what was said so far, where a test expects it. */
    take: () => said.splice(0),
    /** @throws Error if anything was said and not taken */
    end: () => {
      spies.forEach((spy) => {
        spy.mockRestore();
      });
      if (said.length > 0) throw new Error(`the console was written to:\n${said.join('\n')}`);
    },
  };
}
