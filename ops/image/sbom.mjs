// sbom.mjs LAYOUT TARGET: prints the CycloneDX list of what is in the image that Jib wrote: its jars, by its layers; the npm
// packages of the page; the libraries of Debian; the Java runtime; SQLite; the towns. It has neither a serial number nor a
// time but the commit's: the same image, the same list. What is not known fails.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { filesOf, jarsIn } from './files.mjs'
import { open, sha256 } from './oci.mjs'

const CLASSPATH = 'GPL-2.0-only WITH Classpath-exception-2.0'
const DEBIAN_LICENCES = { libc6: 'LGPL-2.1-or-later' }
const OWN_GROUP = 'dev.vane'

const [layout, target] = process.argv.slice(2)
const lines = (file) => readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
const image = open(layout)
const files = filesOf(image)
const labels = image.config.config.Labels
const version = labels['org.opencontainers.image.version']

function licences(names) {
  const spdx = [...new Set(names)].map((name) => (name === 'GPL-2.0 with Classpath Exception' ? CLASSPATH : name))
  if (spdx.length === 1 && !spdx[0].includes(' ')) return [{ license: { id: spdx[0] } }]
  return [{ expression: spdx.map((name) => (name.includes(' ') && spdx.length > 1 ? `(${name})` : name)).join(' OR ') }]
}

function component(type, name, more) {
  const { path, group, purl, ...rest } = more
  const found = path === undefined ? {} : { hashes: [{ alg: 'SHA-256', content: sha256(files.get(path).content) }] }
  const properties = path === undefined ? {} : { properties: [{ name: 'vane:path', value: `/${path}` }] }
  const reference = purl ?? `${name}@${rest.version ?? sha256(files.get(path).content).slice(0, 12)}`
  return { type, 'bom-ref': reference, ...(group && { group }), name, ...rest, ...(purl && { purl }), ...found, ...properties }
}

/** allowed.txt: another name → the name of SPDX. */
function aliases() {
  const names = new Map()
  for (const line of lines('ops/licences/allowed.txt')) {
    const [name, others = ''] = line.split('=').map((side) => side.trim())
    for (const alias of [name, ...others.split('|')]) names.set(alias.trim().toLowerCase(), name)
  }
  return names
}

function jars() {
  const spdx = aliases()
  const listed = new Map()
  for (const line of lines(join(target, 'licences/java.tsv'))) {
    const [coordinates, names = ''] = line.split('\t')
    const [group, artifact, number] = coordinates.split(':')
    listed.set(`${artifact}-${number}.jar`, { group, artifact, number, names: names.split('|').map((name) => name.trim()) })
  }
  listed.set(`vane-bootstrap-${version}.jar`, { group: OWN_GROUP, artifact: 'vane-bootstrap', number: version, names: [] })
  return jarsIn(files).map((path) => {
    const known = listed.get(path.split('/').at(-1))
    if (!known) throw new Error(`/${path}: license-maven-plugin does not list it`)
    const { group, artifact, number, names } = known
    const ids = group === OWN_GROUP ? ['Apache-2.0'] : names.map((name) => spdx.get(name.toLowerCase()))
    if (ids.includes(undefined)) throw new Error(`/${path}: '${names}' is not in ops/licences/allowed.txt`)
    const pedigree = artifact === 'sqlite-jdbc' ? { pedigree: { notes: 'The native libraries were taken out: ops/image/WithoutNatives.java' } } : {}
    const purl = `pkg:maven/${group}/${artifact}@${number}`
    return component('library', artifact, { path, group, purl, version: number, licenses: licences(ids), ...pedigree })
  })
}

function packagesOfThePage() {
  const page = readFileSync('ui/target/classes/META-INF/vane-ui/licenses/third-party-npm.txt', 'utf8')
  const [, count] = /\((\d+)\)/.exec(page)
  const found = [...page.split(/^=+$/m)[0].matchAll(/^ {2}(\S+) (\S+) \((.+)\)$/gm)]
  if (found.length !== Number(count)) throw new Error(`the page's list has ${found.length} packages, not the ${count} that it says`)
  return found.map(([, name, number, licence]) => {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${number}`
    return component('library', name, { purl, version: number, licenses: licences([licence]) })
  })
}

function debian() {
  const packages = new Map()
  for (const line of lines(join(target, 'image/packages'))) {
    const [name, number, architecture, library] = line.split(' ')
    const entry = packages.get(name) ?? { number, architecture, libraries: [] }
    entry.libraries.push(library)
    packages.set(name, entry)
  }
  return [...packages].map(([name, { number, architecture, libraries }]) => {
    const licence = DEBIAN_LICENCES[name]
    if (!licence) throw new Error(`the licence of Debian's ${name} is not in ops/image/sbom.mjs`)
    const purl = `pkg:deb/debian/${name}@${encodeURIComponent(number)}?arch=${architecture}`
    const properties = libraries.map((library) => ({ name: 'vane:path', value: library }))
    return component('library', name, { purl, version: number, licenses: licences([licence]), properties })
  })
}

function rest() {
  const release = files.get('opt/java/release').content.toString()
  const java = /^IMPLEMENTOR_VERSION="Temurin-(.+)"$/m.exec(release)?.[1] ?? /^JAVA_VERSION="(.+)"$/m.exec(release)[1]
  const sqlite = /sqlite-jdbc-(\d+\.\d+\.\d+)/.exec(jarsIn(files).join(' '))[1]
  return [
    component('platform', 'openjdk', { path: 'opt/java/lib/modules', version: java, licenses: licences([CLASSPATH]) }),
    component('library', 'sqlite', { path: 'app/native/libsqlitejdbc.so', version: sqlite, licenses: licences(['blessing']) }),
    component('data', 'geonames', { path: 'app/gazetteer/gazetteer.db', licenses: licences(['CC-BY-4.0']) }),
  ]
}

const vane = component('application', 'vane', { version, licenses: licences(['Apache-2.0']) })
const components = [...jars(), ...packagesOfThePage(), ...debian(), ...rest()]
const list = {
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { timestamp: image.config.created, component: vane },
  components,
  dependencies: [{ ref: vane['bom-ref'], dependsOn: components.map((one) => one['bom-ref']) }],
}
console.log(JSON.stringify(list, undefined, 2))
