// contents.mjs TAR: checks what is in the image against what it says of itself and what it may hold, and names each fault:
// no shell, no program but java, nothing that changes its user, nothing that all may write but /tmp; labels; and the
// CycloneDX list is valid, and has each jar and library that is there, with version, licence and the right digest.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import process from 'node:process'
import { filesOf, jarsIn } from './files.mjs'
import { open, sha256 } from './oci.mjs'

const VANE = 10001
const SHELL = /(^|\/)(sh|bash|dash|ash|ksh|zsh|fish|csh|tcsh|busybox|toybox|toolbox|su|sudo|perl|python[\d.]*)$/
const PROGRAMS = new Set(['opt/java/bin/java', 'opt/java/lib/jspawnhelper'])
const LABELS = ['title', 'description', 'version', 'revision', 'source', 'licenses', 'created']
const SBOM = 'usr/share/doc/vane/sbom.cdx.json'
const LISTED = ['opt/java/lib/modules', 'app/native/libsqlitejdbc.so', 'app/gazetteer/gazetteer.db']

function checkFiles(files, check) {
  for (const { path, type, mode, owner, content } of files.values()) {
    check(!SHELL.test(path), `/${path} is a shell, or as good as one`)
    check((mode & 0o6000) === 0, `/${path} changes the user or the group of who starts it (mode ${mode.toString(8)})`)
    check((mode & 0o2) === 0 || path === 'tmp' || type === '2', `/${path} can be written by all (mode ${mode.toString(8)})`)
    check(owner === (path === 'var/lib/vane' ? VANE : 0), `/${path} belongs to user ${owner}`)
    const runs = type === '0' && (mode & 0o111) !== 0 && !/\.so(\.\d+)*$/.test(path)
    check(!runs || PROGRAMS.has(path), `/${path} is a program, and java is the only one that is needed`)
    check(!content.subarray(0, 3).equals(Buffer.from('#!/')), `/${path} is a script`)
  }
  check(files.get('tmp')?.mode === 0o1777, 'the mode of /tmp is not 1777')
  check(files.get('var/lib/vane')?.mode === 0o770, 'the mode of /var/lib/vane is not 770')
  check(jarsIn(files).length > 0, 'there is no jar in the image')
}

function checkConfiguration({ config, manifest }, check) {
  check(config.config.User === '10001:10001', `the image's user is ${config.config.User}, not 10001:10001`)
  for (const label of LABELS) {
    const value = config.config.Labels?.[`org.opencontainers.image.${label}`]
    check(value && value !== 'unknown', `the label org.opencontainers.image.${label} is missing`)
    check(manifest.annotations?.[`org.opencontainers.image.${label}`] === value, `the annotation ${label} is not as the label is`)
  }
  check(config.created === config.config.Labels?.['org.opencontainers.image.created'], 'the image was not made when its label says')
}

let compiled
function validator() {
  if (compiled) return compiled
  const require = createRequire(new URL('../tools/package.json', import.meta.url))
  const Ajv = require('ajv')
  const folder = new URL('../tools/node_modules/@cyclonedx/cyclonedx-library/res/schema/', import.meta.url)
  const schema = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true })
  // By the names that the schema refers to them by, which are not those that they give themselves.
  for (const name of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json']) {
    ajv.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}` })
  }
  require('ajv-formats')(ajv)
  require('ajv-formats-draft2019')(ajv)
  compiled = ajv.compile(schema('bom-1.6.SNAPSHOT.schema.json'))
  return compiled
}

function checkList(files, check) {
  if (!files.has(SBOM)) return check(false, `there is no /${SBOM}`)
  const list = JSON.parse(files.get(SBOM).content)
  const valid = validator()
  if (!valid(list)) for (const error of valid.errors.slice(0, 10)) check(false, `/${SBOM}${error.instancePath} ${error.message}`)
  const byPath = new Map()
  for (const component of list.components ?? []) {
    for (const { name, value } of component.properties ?? []) if (name === 'vane:path') byPath.set(value, component)
    check(component.licenses?.length > 0, `/${SBOM}: ${component.name} has no licence`)
    check(component.version || component.type === 'data', `/${SBOM}: ${component.name} has no version`)
  }
  const libraries = [...files.keys()].filter((path) => files.get(path).type === '0' && /^(usr\/)?lib(64)?\//.test(path))
  for (const path of [...jarsIn(files), ...libraries, ...LISTED]) {
    const component = byPath.get(`/${path}`)
    const digest = component?.hashes?.[0]?.content
    check(component, `/${path} is in the image, but not in /${SBOM}`)
    check(!digest || digest === sha256(files.get(path).content), `/${path} is another file than /${SBOM} says`)
  }
  for (const path of byPath.keys()) check(files.has(path.slice(1)), `${path} is in /${SBOM}, but not in the image`)
}

/** What is wrong with an image that oci.mjs opened: a sentence each. */
export function faultsIn(image) {
  const faults = []
  const check = (holds, fault) => {
    if (!holds) faults.push(fault)
  }
  const files = filesOf(image)
  checkFiles(files, check)
  checkConfiguration(image, check)
  checkList(files, check)
  return faults
}

function main(path) {
  const image = open(path)
  const faults = faultsIn(image)
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exit(1)
  const files = filesOf(image)
  const components = JSON.parse(files.get(SBOM).content).components.length
  console.log(`${files.size} files, ${jarsIn(files).length} jars, ${components} components listed; no shell, no program but java`)
}

if (resolve(process.argv[1]) === import.meta.filename) main(process.argv[2])
