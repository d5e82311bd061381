// release.mjs OLD NEW CHANGELOG POM...: writes the version NEW into the poms and where the image is named by it, and closes the changelog's unreleased section.
// SUBJECTS (lines) and DAY come from the environment. Nothing is written unless everything can be.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

const [old, version, changelog, ...poms] = process.argv.slice(2)
const OWN = /(<groupId>dev\.vane<\/groupId>\s*<artifactId>vane<\/artifactId>\s*<version>)([^<]*)(<\/version>)/g

function fail(what) {
  console.error(`release: ${what}`)
  process.exit(1)
}

/** The project names its own version once a pom: at its top, or as its parent's. */
function bumped(file) {
  const text = readFileSync(file, 'utf8')
  const found = [...text.matchAll(OWN)]
  if (found.length !== 1) fail(`${file} names the project's version ${found.length} times, not once`)
  if (found[0][2] !== old) fail(`${file} has the version ${found[0][2]}, not ${old}`)
  return text.replace(OWN, `$1${version}$3`)
}

/** The guide and the overlay for a house without a registry name the image by its version; ops/checks/install-guide compares. */
const BY_VERSION = ['docs/install.md', 'ops/k8s/overlays/home/kustomization.yaml'].filter((file) => existsSync(file))
const renamed = (file) => ['vane:', 'newTag: '].reduce((text, before) => text.replaceAll(`${before}${old}`, `${before}${version}`), readFileSync(file, 'utf8'))

function closed(file) {
  const text = readFileSync(file, 'utf8')
  const heading = /^## Unreleased\n/m
  if (!heading.test(text)) fail(`${file} has no section 'Unreleased'`)
  const subjects = (process.env.SUBJECTS ?? '').split('\n').filter(Boolean).map((subject) => `- ${subject}`)
  const begin = text.search(heading)
  const next = text.indexOf('\n## ', begin + 1)
  const end = next < 0 ? text.length : next
  const notes = text.slice(begin, end).replace(heading, '').trim()
  const commits = subjects.length > 0 ? `### Commits\n${subjects.join('\n')}` : ''
  if (!notes && !commits) fail(`there is nothing to release: no notes in ${file}, no commits`)
  const section = [`## ${version} - ${process.env.DAY}`, notes, commits].filter(Boolean).join('\n\n')
  return `${text.slice(0, begin)}## Unreleased\n\n${section}\n${text.slice(end)}`
}

const results = [...poms.map((file) => [file, bumped(file)]), [changelog, closed(changelog)], ...BY_VERSION.map((file) => [file, renamed(file)])]
results.forEach(([file, text]) => writeFileSync(file, text))
