import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { licencePage, licences } from './licences.mjs';
import { compress, firstRouteScripts } from './package.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vane-ui-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, content: string) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function dependency(name: string, license: unknown, text: string | undefined = 'the text of the licence') {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.2.3', license }));
  if (text !== '') write(`node_modules/${name}/LICENSE.md`, text);
}

function lock(...packages: [name: string, entry: object][]) {
  const entries = packages.map(([name, entry]) => [`node_modules/${name}`, entry] as const);
  write('package-lock.json', JSON.stringify({ packages: { '': {}, ...Object.fromEntries(entries) } }));
}

test('lists the production packages with version, licence and text, and no others', () => {
  lock(['shown', {}], ['tool', { dev: true }]);
  dependency('shown', 'MIT');
  expect(licences(folder)).toEqual([
    { name: 'shown', version: '1.2.3', licence: 'MIT', text: 'the text of the licence' },
  ]);
});

test.each(['GPL-3.0', 'UNLICENSED', undefined, '(MIT OR GPL-3.0)'])('refuses the licence %s', (licence) => {
  lock(['odd', {}]);
  dependency('odd', licence);
  expect(() => licences(folder)).toThrow('odd 1.2.3: licence');
});

test('refuses a package without the text of its licence', () => {
  lock(['bare', {}]);
  dependency('bare', 'MIT', '');
  expect(() => licences(folder)).toThrow('bare 1.2.3: the package ships no licence text');
});

test('the packages of this page are all licensed as allowed, the typeface among them', () => {
  const page = licencePage('.');
  expect(page).toContain('react 19');
  expect(page).toContain('@fontsource-variable/inter 5.3.0 (OFL-1.1)');
  expect(page).not.toContain('vitest');
});

test('the budget counts the scripts that index.html loads', () => {
  write(
    'index.html',
    '<script type="module" src="/assets/a.js"></script><link rel="modulepreload" href="/assets/b.js">',
  );
  write('assets/a.js', 'a();');
  write('assets/b.js', 'b();');
  write('assets/later.js', 'later();');
  const { files, bytes } = firstRouteScripts(folder);
  expect(files).toEqual(['assets/a.js', 'assets/b.js']);
  expect(bytes).toBeGreaterThan(40);
});

test('a page without a script has no measurable budget, and that is a fault', () => {
  write('index.html', '<p>nothing</p>');
  expect(() => firstRouteScripts(folder)).toThrow('the budget cannot be measured');
});

test('texts of a kilobyte and more get compressed twins, the same every time', () => {
  const text = 'weather '.repeat(400);
  write('assets/a.js', text);
  write('assets/small.js', 'a();');
  write('assets/font.woff2', text);
  compress(folder);
  const twin = readFileSync(join(folder, 'assets/a.js.gz'));
  expect(gunzipSync(twin).toString()).toBe(text);
  expect(brotliDecompressSync(readFileSync(join(folder, 'assets/a.js.br'))).toString()).toBe(text);
  expect(() => readFileSync(join(folder, 'assets/small.js.gz'))).toThrow();
  expect(() => readFileSync(join(folder, 'assets/font.woff2.gz'))).toThrow();
  compress(folder);
  expect(readFileSync(join(folder, 'assets/a.js.gz')).equals(twin)).toBe(true);
});
