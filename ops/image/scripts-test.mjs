// The image's scripts on small images made here: each thing that contents.mjs and compare.mjs must refuse is refused, by its
// own reason, and index.mjs joins two images. No container takes part.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { faultsIn } from './contents.mjs'
import { describe, layout, open, sha256 } from './oci.mjs'
import { tar, untar, zip } from './tar.mjs'

const work = mkdtempSync(join(tmpdir(), 'vane-image-'))
const faults = []
let done = 0
const CREATED = '2026-01-02T03:04:05Z'
const names = ['title', 'description', 'version', 'revision', 'source', 'licenses']
const labels = Object.fromEntries([...names.map((name) => [name, `some ${name}`]), ['created', CREATED]].map(([name, value]) => [`org.opencontainers.image.${name}`, value]))
const json = (value) => Buffer.from(JSON.stringify(value))

function listed(name, path, content, more = {}) {
  const hashes = [{ alg: 'SHA-256', content: sha256(content) }]
  return { type: 'library', name, version: '1', licenses: [{ license: { id: 'MIT' } }], hashes, properties: [{ name: 'vane:path', value: path }], ...more }
}

const contents = {
  'app/libs/a-1.jar': 'a', 'opt/java/lib/modules': 'm', 'app/native/libsqlitejdbc.so': 's', 'app/gazetteer/gazetteer.db': 'g', 'lib/libc.so.6': 'c',
}
const sbom = () => ({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components: Object.entries(contents).map(([path, content]) => listed(path, `/${path}`, content)) })

function write(name, { files = [], list = sbom(), labelled = labels, annotations = labelled, cache = 'cache', architecture = 'amd64' } = {}) {
  const application = tar([
    ...Object.entries(contents).map(([path, content]) => ({ path, mode: 0o644, content: Buffer.from(content) })),
    { path: 'usr/share/doc/vane/sbom.cdx.json', mode: 0o644, content: json(list) },
    { path: 'tmp/', mode: 0o1777 },
    { path: 'var/lib/vane/', mode: 0o770, owner: 10001 },
    ...files.map(({ content = 'x', ...file }) => ({ mode: 0o644, content: Buffer.from(content), ...file })),
  ])
  const plain = [application, tar([{ path: 'app/vane.aot', mode: 0o644, content: Buffer.from(cache) }])]
  const history = ['contents', 'aot'].map((comment) => ({ created: CREATED, comment }))
  const config = json({ created: CREATED, architecture, os: 'linux', config: { User: '10001:10001', Labels: labelled }, rootfs: { type: 'layers', diff_ids: plain.map((one) => `sha256:${sha256(one)}`) }, history })
  const blobs = plain.map(zip)
  const layers = blobs.map((one) => describe('application/vnd.oci.image.layer.v1.tar+gzip', one))
  const manifest = json({ schemaVersion: 2, config: describe('application/vnd.oci.image.config.v1+json', config), layers, annotations })
  const path = join(work, `${name}.tar`)
  writeFileSync(path, layout([describe('application/vnd.oci.image.manifest.v1+json', manifest)], [...blobs, config, manifest]))
  return path
}

function run(script, ...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [new URL(script, import.meta.url).pathname, ...words], { encoding: 'utf8' })
  return { ok: status === 0, text: stdout + stderr }
}

function expect(what, result, ok, text) {
  done++
  if (result.ok !== ok || !result.text.includes(text)) faults.push(`${what}: expected ${ok ? 'success' : 'a refusal'} with "${text}", got: ${result.text}`)
}

function refused(what, text, options) {
  const found = faultsIn(open(write('bad', options)))
  expect(what, { ok: found.length === 0, text: found.join('; ') }, false, text)
}

const good = write('good')
expect('a good image', run('contents.mjs', good), true, '5 components listed')
refused('a shell', '/bin/busybox is a shell', { files: [{ path: 'bin/busybox' }] })
refused('a program', '/opt/tool is a program', { files: [{ path: 'opt/tool', mode: 0o755 }] })
refused('a script', '/opt/run is a script', { files: [{ path: 'opt/run', content: '#!/opt/x' }] })
refused('setuid', '/opt/java/bin/java changes the user', { files: [{ path: 'opt/java/bin/java', mode: 0o4755 }] })
refused('open to all', '/etc/vane can be written by all', { files: [{ path: 'etc/vane', mode: 0o666 }] })
refused('an owner', '/etc/vane belongs to user 10001', { files: [{ path: 'etc/vane', owner: 10001 }] })
refused('data open to all', 'the mode of /var/lib/vane is not 770', { files: [{ path: 'var/lib/vane', mode: 0o777, owner: 10001 }] })
refused('a jar too many', '/app/libs/b-1.jar is in the image, but not in', { files: [{ path: 'app/libs/b-1.jar' }] })
refused('another jar', '/app/libs/a-1.jar is another file', { files: [{ path: 'app/libs/a-1.jar', content: 'other' }] })
refused('a library too many', '/lib/libz.so.1 is in the image, but not in', { files: [{ path: 'lib/libz.so.1' }] })
refused('a jar too few', '/app/libs/c.jar is in', { list: { ...sbom(), components: [...sbom().components, listed('c', '/app/libs/c.jar', 'c')] } })
refused('no licence', 'c has no licence', { list: { ...sbom(), components: [...sbom().components, listed('c', '/lib/libc.so.6', 'c', { licenses: [] })] } })
refused('no version', 'c has no version', { list: { ...sbom(), components: [...sbom().components, listed('c', '/lib/libc.so.6', 'c', { version: undefined })] } })
refused('an invalid list', 'must be equal to one of the allowed values', { list: { ...sbom(), components: [...sbom().components, listed('c', '/lib/libc.so.6', 'c', { type: 'thing' })] } })
refused('a missing label', 'image.revision is missing', { labelled: { ...labels, 'org.opencontainers.image.revision': 'unknown' } })
refused('a missing annotation', 'the annotation source is not', { annotations: { ...labels, 'org.opencontainers.image.source': undefined } })

expect('two equal images', run('compare.mjs', good, write('equal')), true, 'equal    contents')
expect('another cache', run('compare.mjs', good, write('cache', { cache: 'another' })), true, 'differs  aot')
expect('another layer', run('compare.mjs', good, write('layer', { files: [{ path: 'etc/other' }] })), false, 'the layer contents differs')
expect('another label', run('compare.mjs', good, write('label', { labelled: { ...labels, 'org.opencontainers.image.title': 'other' } })), false, 'the configuration or the annotations differ')

const joined = join(work, 'joined.tar')
const arm = write('arm', { architecture: 'arm64' })
expect('two architectures', run('index.mjs', joined, good, arm), true, 'sha256:')
const files = new Map(untar(readFileSync(joined)).map(({ path, content }) => [path, content]))
const [top] = JSON.parse(files.get('index.json')).manifests
const platforms = JSON.parse(files.get(`blobs/${top.digest.replace(':', '/')}`)).manifests.map((one) => `${one.platform.architecture} ${open(one.platform.architecture === 'arm64' ? arm : good).descriptor.digest === one.digest}`)
expect('the index', { ok: true, text: platforms.join() }, true, 'amd64 true,arm64 true')
expect('one architecture twice', run('index.mjs', joined, good, write('cache', { cache: 'other' })), false, 'for one architecture')
expect('two revisions', run('index.mjs', joined, good, write('arm', { architecture: 'arm64', labelled: { ...labels, 'org.opencontainers.image.revision': 'x' } })), false, 'more than one revision')

rmSync(work, { recursive: true })
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
console.log(`image scripts: ${done} cases, each as expected`)
