/**
 * A person's way through the page in a real browser, at both widths, in light and in the dark: against the service at
 * $VANE_URL, or against canned answers. Screenshots go to target/screenshots.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countShifts, launch, violationsOn, watch } from './browser.mjs';
import { startMock } from './mock-server.mjs';

const SHOTS = fileURLToPath(new URL('../target/screenshots/', import.meta.url));
const WIDTHS = [
  [390, 844],
  [1280, 900],
];
/** Beyond this, a reader's place on the page is lost (web.dev: "good"). */
const MOST_SHIFT = 0.1;
const WAIT_MS = 15_000;

const mock = process.env.VANE_URL ? undefined : await startMock();
const base = (process.env.VANE_URL ?? mock.url).replace(/\/$/, '');
const browser = await launch();
mkdirSync(SHOTS, { recursive: true });

async function person(width, height, colorScheme) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    permissions: ['geolocation'],
    geolocation: { latitude: 45.5231, longitude: -122.6765 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  if (mock) await page.clock.setFixedTime(mock.now);
  await countShifts(page);
  const { faults, state } = watch(page, new URL(base).origin);
  const name = `${width}-${colorScheme}`;
  let jumped = 0;
  return {
    page,
    state,
    /** Looks at what is shown: a picture, accessibility, nothing wider than the window, no word on the console. */
    look: async (what) => {
      await page.mouse.move(0, 0);
      await page.screenshot({ path: `${SHOTS}${what}-${name}.png`, fullPage: true });
      assert.deepEqual(await violationsOn(page), [], `${what} ${name}: accessibility`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${what} ${name}: ${wide} px wide`);
      assert.deepEqual(faults, [], `${what} ${name}`);
    },
    shift: () => jumped,
    noteShift: (shift) => {
      jumped = shift;
    },
    leave: () => context.close(),
  };
}

const heading = (page, name) => page.getByRole('heading', { level: 1, name });
const searchBox = (page) => page.getByRole('combobox', { name: 'Search for a place' });
const suggestions = (page) => page.getByRole('listbox', { name: 'Places' }).getByRole('option');
const nowText = (page) => page.getByRole('region', { name: 'Now' }).innerText();
const units = (page) => page.getByRole('combobox', { name: 'Units' });

async function chooseZurichByKeyboard({ page, look }) {
  await page.goto(`${base}/`);
  await heading(page, 'The weather, where?').waitFor();
  await look('start');
  await page.keyboard.press('Tab');
  while (!(await searchBox(page).evaluate((box) => box === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.type('zurich');
  await suggestions(page).first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.match(await page.locator('[role=option][aria-selected=true]').innerText(), /^Zürich/);
  await look('suggestions');
  await page.keyboard.press('Enter');
  await heading(page, 'Zürich').waitFor();
  assert.match(new URL(page.url()).pathname, /^\/place\/\d+$/);
}

async function readTheWeather({ page, look }) {
  await units(page).selectOption('metric');
  await page.getByRole('region', { name: 'Now' }).getByText(/C$/).first().waitFor();
  await page.getByRole('region', { name: 'Next 48 hours' }).getByRole('img').waitFor();
  assert.ok(
    (await page
      .getByRole('region', { name: /^Next \d+ days$/ })
      .getByRole('row')
      .count()) > 3,
    'days',
  );
  assert.match(await page.title(), /Zürich – Vane$/);
  await page.getByText('The same as a table').click();
  await page.getByRole('columnheader', { name: 'Feels like' }).waitFor();
  await look('weather');
  await page.getByText('The same as a table').click();
}

/** What is made up says so; what is real names its provider. The service's own answer decides which of them it is. */
async function judgeHonesty({ page }) {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const weather = await (await fetch(`${base}/api/v1/weather?place=${id}`)).json();
  const banner = page.getByText('Simulated weather: no provider has answered. Nothing here is real.');
  assert.equal(await banner.count(), weather.simulated ? 1 : 0, 'the mark of simulated weather');
  assert.equal((await page.title()).startsWith('Simulated: '), weather.simulated, 'the mark in the title');
  const used = [weather.current, weather.hourly, weather.daily].map((part) => part?.source);
  const real = weather.sources.filter((each) => used.includes(each.source) && !each.simulated);
  assert.equal(real.length > 0, !weather.simulated, 'a provider answered, or the weather is simulated');
  for (const { source, attribution } of real) {
    const credit = page
      .getByRole('region', { name: 'Sources' })
      .getByRole('link', { name: attribution, exact: true });
    assert.ok((await credit.count()) > 0, `the credit of ${source}`);
  }
}

async function switchUnits({ page, noteShift }) {
  const before = await nowText(page);
  await units(page).selectOption('imperial');
  await page.getByRole('region', { name: 'Now' }).getByText(/F$/).first().waitFor();
  const after = await nowText(page);
  assert.notEqual(after, before, 'the numbers in other units');
  await page.reload();
  await page.getByRole('region', { name: 'Now' }).getByText(/F$/).first().waitFor();
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate(() => globalThis.shifts);
  assert.ok(shift < MOST_SHIFT, `the page jumped by ${shift} while it loaded`);
  noteShift(shift);
}

async function findNothing({ page, state, look }) {
  await searchBox(page).fill('qqxxyyzz');
  await page.getByText('No place called “qqxxyyzz”').waitFor();
  state.expectFailures = true;
  await searchBox(page).press('Enter');
  await heading(page, 'No place called “qqxxyyzz”').waitFor();
  await look('nothing-found');
}

async function meetAnError({ page, state, look }) {
  state.expectFailures = true;
  await page.route('**/api/v1/weather?*', (route) => route.abort('connectionrefused'));
  await page.goto(`${base}/place/2657896`);
  await heading(page, 'Vane cannot be reached').waitFor();
  await look('error');
  await page.unroute('**/api/v1/weather?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'Zürich').waitFor();
  state.expectFailures = false;
}

/** A point has no name of its own that the journey could know, but its weather outlives a reload. */
async function useTheLocation({ page }) {
  await page.goto(`${base}/`);
  await page.getByRole('button', { name: 'Use my location' }).click();
  await page.getByRole('region', { name: 'Now' }).waitFor();
  await page.reload();
  await page.getByRole('region', { name: 'Now' }).waitFor();
}

/** Watches the place and lets it go again, so that each person finds it as the first one did. */
async function watchThePlace({ page, look }) {
  await page.getByRole('button', { name: 'Watch this place' }).click();
  await page.getByText(/^Kept up to date and on record since/).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Stop watching' }).waitFor();
  await look('watched');
  await page.getByRole('button', { name: 'Stop watching' }).click();
  await page.getByRole('button', { name: 'Watch this place' }).waitFor();
}

async function readTheSources({ page, look }) {
  await page.getByRole('link', { name: 'Sources', exact: true }).click();
  await heading(page, 'Sources').waitFor();
  const { sources } = await (await fetch(`${base}/api/v1/sources`)).json();
  const table = page.getByRole('table', { name: 'Sources' });
  assert.equal(await table.getByRole('rowheader').count(), sources.length, 'a row for each source');
  for (const { attribution, simulated } of sources) {
    const credit = simulated // which has no page to lead to
      ? table.getByText(attribution, { exact: true })
      : table.getByRole('link', { name: attribution, exact: true });
    assert.ok((await credit.count()) > 0, attribution);
  }
  await look('sources');
}

async function readAbout({ page, look }) {
  await page.getByRole('link', { name: 'About' }).click();
  await heading(page, 'About Vane').waitFor();
  await page.getByRole('link', { name: 'GeoNames' }).waitFor();
  await page.locator('.about-sources').waitFor();
  await look('about');
  const licences = await page.getByRole('link', { name: 'Packages of this page' }).getAttribute('href');
  assert.match(await (await fetch(`${base}${licences}`)).text(), /react-dom/);
}

/** What only canned answers can show at will. */
const CASES = [
  ['simulated', '/place/1', 'Portland', 'Nothing here is real.'],
  ['stale', '/place/2', 'Portland', 'Open-Meteo does not answer.'],
  ['no-answer', '/place/3', 'No weather for this place yet', 'HTTP 401'],
  ['no-source', '/place/4', 'No weather for this place yet', 'No source of weather is switched on.'],
  ['html', '/place/5', 'The answer makes no sense', 'not JSON'],
  ['null', '/place/6', 'The answer makes no sense', 'current.temperature: not a number'],
  ['cut-off', '/place/7', 'The answer makes no sense', 'not JSON'],
  ['sparse', '/place/8', 'Portland', 'No source has told the hours ahead.'],
  ['polar', '/place/9', 'Portland', 'The sun does not rise today.'],
  ['ambiguous', '/place?q=springfield', 'Which one?', 'Springfield, Illinois, United States'],
  ['nowhere', '/no/such/page', 'There is no such page', '/no/such/page'],
  ['portland', '/place/5746545', 'Portland', 'Weather data by Open-Meteo.com'],
];

async function seeTheCases({ page, state, look }) {
  state.expectFailures = true;
  for (const [name, address, title, words] of CASES) {
    await page.goto(base + address);
    await heading(page, title).waitFor();
    await page.getByText(words).first().waitFor();
    await look(name);
  }
}

async function meetAFullList({ page, state, look }) {
  state.expectFailures = true;
  await page.goto(`${base}/place/4975802`);
  await page.getByRole('button', { name: 'Watch this place' }).click();
  await page.getByText('No more than 20 places can be watched.').waitFor();
  await look('not-watched');
}

async function fitTheSmallest() {
  const smallest = await person(320, 640, 'light');
  await smallest.page.goto(`${base}/place/2657896`);
  await heading(smallest.page, 'Zürich').waitFor();
  await smallest.look('weather');
  await smallest.page.goto(`${base}/sources`);
  await heading(smallest.page, 'Sources').waitFor();
  await smallest.look('sources');
  await smallest.leave();
}

try {
  for (const [width, height] of WIDTHS) {
    for (const colorScheme of ['light', 'dark']) {
      const someone = await person(width, height, colorScheme);
      const steps = [
        chooseZurichByKeyboard,
        readTheWeather,
        judgeHonesty,
        switchUnits,
        watchThePlace,
        findNothing,
        meetAnError,
        useTheLocation,
        readTheSources,
        readAbout,
      ];
      for (const step of mock ? [...steps, seeTheCases, meetAFullList] : steps) await step(someone);
      await someone.leave();
      console.log(`e2e: ${width} px, ${colorScheme}: passed, layout shift ${someone.shift().toFixed(3)}`);
    }
  }
  await fitTheSmallest();
  console.log(`e2e: 320 px: passed, against ${mock ? 'canned answers' : base}`);
} catch (error) {
  console.error('e2e: failed');
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
  mock?.close();
}
