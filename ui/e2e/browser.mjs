/** The browser of the journey, and what is watched in it. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of $CHROMIUM, or the one where Debian puts it. */
export function launch() {
  const wanted = process.env.CHROMIUM ? [process.env.CHROMIUM] : KNOWN;
  const executablePath = wanted.find((path) => existsSync(path));
  if (executablePath === undefined) {
    console.error(
      `e2e: no Chromium at ${wanted.join(', ')}: install it (Debian: apt-get install chromium) or set CHROMIUM`,
    );
    process.exit(1);
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Notes what must not happen on a page: a word on the console, an exception, a request to another host. Chromium itself
 * reports each answer of status 400 and above on the console; while `expectFailures` holds, that alone is let pass.
 */
export function watch(page, origin) {
  const faults = [];
  const state = { expectFailures: false };
  page.on('console', (message) => {
    if (state.expectFailures && message.text().startsWith('Failed to load resource')) return;
    faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`request to another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    if (!state.expectFailures && reason !== 'net::ERR_ABORTED')
      faults.push(`failed: ${request.url()} ${reason}`);
  });
  return { faults, state };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The violations that axe finds on the page, a line each. */
export async function violationsOn(page) {
  // Evaluated by the debugger: the page's own policy, which forbids foreign scripts, stays as it is.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Adds up how far things jumped while the page loaded (Cumulative Layout Shift), from the first paint on. */
export function countShifts(page) {
  return page.addInitScript(() => {
    globalThis.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}
