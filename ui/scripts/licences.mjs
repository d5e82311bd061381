/**
 * The licences of the npm packages that end up in the page: every production dependency of the lock file, with the text
 * that the package ships. A licence that is not on the list, or a package without its text, fails the build.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Licences under which a package may be part of the page. */
export const ALLOWED = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'OFL-1.1'];

/**
 * Lists the production packages of the project in `root`, by name.
 *
 * @param {string} root a folder with package-lock.json and node_modules
 * @returns {{ name: string, version: string, licence: string, text: string }[]}
 * @throws {Error} naming the package, if its licence is unknown or its text is missing
 */
export function licences(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional)
    .map(([path]) => read(join(root, path)))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** @param {string} folder */
function read(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!ALLOWED.includes(license)) {
    throw new Error(
      `${name} ${version}: licence ${JSON.stringify(license)} is not one of ${ALLOWED.join(', ')}`,
    );
  }
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(each));
  if (file === undefined || !existsSync(join(folder, file))) {
    throw new Error(`${name} ${version}: the package ships no licence text`);
  }
  return { name, version, licence: license, text: readFileSync(join(folder, file), 'utf8').trim() };
}

/**
 * The page of all licences as plain text.
 *
 * @param {string} root a folder with package-lock.json and node_modules
 */
export function licencePage(root) {
  const packages = licences(root);
  const rule = '='.repeat(80);
  const head = `Packages from npm that are part of Vane's page (${packages.length})\n`;
  const list = packages.map((each) => `  ${each.name} ${each.version} (${each.licence})\n`).join('');
  const texts = packages.map(
    (each) => `\n${rule}\n${each.name} ${each.version} (${each.licence})\n${rule}\n\n${each.text}\n`,
  );
  return `${head}\n${list}${texts.join('')}`;
}
