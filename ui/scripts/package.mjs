/** What happens to the page after Vite: its budget, and the compressed twin of every file that gains from one. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What `index.html` loads before anything is shown must stay below this many bytes of gzipped script. */
export const FIRST_BUDGET = 90_000;
/** And every script there is, with the views that are fetched beside the data, below this many. */
export const TOTAL_BUDGET = 100_000;

/** Below this many bytes a compressed twin gains nothing. */
const WORTH_COMPRESSING = 1024;
const COMPRESSIBLE = /\.(js|css|html|svg|txt|json|webmanifest)$/;

/**
 * The gzipped size of the scripts that `index.html` loads before anything is shown.
 *
 * @param {string} folder the built page
 * @returns {{ files: string[], bytes: number }}
 */
export function firstRouteScripts(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const files = tags
    .filter((tag) => tag.startsWith('<script') || tag.includes('modulepreload'))
    .map((tag) => /(?:src|href)="\/([^"]+)"/.exec(tag)?.[1])
    .filter((file) => file !== undefined);
  if (files.length === 0) {
    throw new Error(`${folder}/index.html loads no script: the budget cannot be measured`);
  }
  return { files, bytes: gzipped(folder, files) };
}

/**
 * The gzipped size of all scripts of the page.
 *
 * @param {string} folder the built page
 */
export function allScripts(folder) {
  return gzipped(
    folder,
    readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js')),
  );
}

/** @param {string} folder @param {string[]} files */
function gzipped(folder, files) {
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    0,
  );
}

/**
 * Writes `.gz` and `.br` beside every text of the folder.
 *
 * @param {string} folder the built page
 */
export function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
    const content = readFileSync(path);
    if (content.length < WORTH_COMPRESSING) continue;
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
  }
}
