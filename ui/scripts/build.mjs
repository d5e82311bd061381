/**
 * Builds the page into the folder that Maven packs, or does nothing if that is already the outcome: the hash of all
 * inputs is kept beside it. `npm ci` runs only when the installed packages are not those of the lock file, and so
 * nothing here may be imported from a package before that.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licencePage } from './licences.mjs';
import { allScripts, compress, FIRST_BUDGET, firstRouteScripts, TOTAL_BUDGET } from './package.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const openapi = join(root, '../adapters-rest/src/main/resources/dev/vane/adapters/rest/openapi.yaml');
const out = join(root, process.env.VANE_UI_OUT ?? 'target/classes/META-INF/vane-ui');
const stamp = join(root, 'target/ui.stamp');
const INPUTS = [
  'package-lock.json',
  'package.json',
  'vite.config.ts',
  'index.html',
  'public',
  'scripts',
  'src',
];

/** @param {string} path */
function filesOf(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.gen\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashOfInputs() {
  const hash = createHash('sha256').update(process.version);
  for (const path of [...INPUTS.map((each) => join(root, each)), openapi].flatMap(filesOf)) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`ui: \`${command} ${args.join(' ')}\` failed${error ? `: ${error.message}` : ''}`);
    process.exit(1);
  }
}

function install() {
  const installed = join(root, 'node_modules/.vane-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  run('npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(installed, wanted);
}

install();
if (process.argv.includes('--install-only')) process.exit(0);
const hash = hashOfInputs();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(join(out, 'index.html'))) {
  console.log('ui: up to date');
  process.exit(0);
}
// Whatever fails from here on leaves no stamp, or a later return to the old inputs would take this output for theirs.
rmSync(stamp, { force: true });
run(process.execPath, ['scripts/api-types.mjs']);
run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
mkdirSync(join(out, 'licenses'), { recursive: true });
writeFileSync(join(out, 'licenses/third-party-npm.txt'), licencePage(root));
const first = firstRouteScripts(out);
const total = allScripts(out);
console.log(
  `ui: gzipped scripts: ${first.bytes} bytes before anything is shown (budget ${FIRST_BUDGET}: ${first.files.join(', ')})`,
);
console.log(`ui: gzipped scripts: ${total} bytes in all (budget ${TOTAL_BUDGET})`);
if (first.bytes > FIRST_BUDGET || total > TOTAL_BUDGET) {
  console.error('ui: the scripts are above their budget');
  process.exit(1);
}
compress(out);
writeFileSync(stamp, hash);
