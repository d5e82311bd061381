// schemas.mjs FOLDER KIND=PATH...: writes a JSON schema for each kind of Kubernetes into FOLDER, from its OpenAPI document
// (kubernetes=FILE) and from files or folders of custom resource definitions (crd=PATH). A field that is not described is
// an error, in contrast to the API server, which drops it silently.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseAllDocuments } from '../../tools/node_modules/yaml/dist/index.js'

const [folder, ...sources] = process.argv.slice(2)
const META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta'
const NUMBER_OR_TEXT = { anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'number' }] }
/** What OpenAPI 2 cannot say of these: both are written as numbers, too. */
const EITHER = ['io.k8s.apimachinery.pkg.util.intstr.IntOrString', 'io.k8s.apimachinery.pkg.api.resource.Quantity']

let definitions = {}
let written = 0

function write(group, version, kind, schema) {
  const name = [group || version, version, kind.toLowerCase()].join('_') // kubeconform takes v1 for a group, too
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema }))
  written++
}

/** A definition in full; one that holds itself is left open at its second level. */
function definition(name, inside) {
  if (EITHER.includes(name)) return NUMBER_OR_TEXT
  if (inside.includes(name)) return {}
  return strict(definitions[name], [...inside, name])
}

function strict(schema, inside = []) {
  if (schema.$ref) return definition(schema.$ref.split('/').pop(), inside)
  if (schema['x-kubernetes-int-or-string']) return NUMBER_OR_TEXT
  const result = {}
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') result.properties = mapped(value, inside)
    else if (['items', 'not'].includes(key)) result[key] = strict(value, inside)
    else if (key === 'additionalProperties') result[key] = typeof value === 'object' ? strict(value, inside) : value
    else if (['anyOf', 'oneOf', 'allOf'].includes(key)) result[key] = value // they only add to what properties say
    else if (['type', 'enum', 'pattern', 'required', 'minimum', 'maximum', 'minItems', 'maxItems', 'minLength', 'maxLength'].includes(key)) {
      result[key] = value
    }
  }
  const open = schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties !== undefined
  if (result.properties && !open) result.additionalProperties = false
  if (schema.nullable && result.type) result.type = [result.type, 'null']
  return result
}

const mapped = (properties, inside) =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, strict(schema, inside)]))

function kubernetes(file) {
  definitions = JSON.parse(readFileSync(file, 'utf8')).definitions
  for (const [name, schema] of Object.entries(definitions)) {
    for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
      if (schema.properties?.metadata && !name.includes('apiextensions')) write(group, version, kind, definition(name, []))
    }
  }
}

function crd(path) {
  if (statSync(path).isDirectory()) {
    return readdirSync(path).filter((file) => /^[^k].*\.ya?ml$/.test(file)).forEach((file) => crd(join(path, file)))
  }
  for (const document of parseAllDocuments(readFileSync(path, 'utf8'))) {
    const object = document.toJS()
    if (object?.kind !== 'CustomResourceDefinition') continue
    for (const version of object.spec.versions.filter((each) => each.served)) {
      const schema = strict(version.schema.openAPIV3Schema)
      const metadata = definition(META, [])
      const properties = { ...schema.properties, apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata }
      write(object.spec.group, version.name, object.spec.names.kind, { ...schema, properties, additionalProperties: false })
    }
  }
}

mkdirSync(folder, { recursive: true })
// Kubernetes' own first: the others take the description of `metadata` from it.
for (const source of sources.sort().reverse()) {
  const [what, path] = source.split('=')
  const before = written
  what === 'kubernetes' ? kubernetes(path) : crd(path)
  if (written === before) throw new Error(`${path} describes no kind`)
}
console.log(`${written} kinds`)
