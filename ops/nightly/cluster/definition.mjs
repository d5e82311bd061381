// definition.mjs FILE: prints a definition of a custom kind from one of ops/k8s/schemas, GROUP_VERSION_KIND.json: what k3s
// brings itself, and no registry holds.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import process from 'node:process'

/** Each value with its type, and what is not described left out: so the server wants it. */
function structural({ additionalProperties, ...schema }) {
  if (schema.enum) return { type: 'string', ...schema }
  if (!schema.properties) return typeof additionalProperties === 'object' ? { ...schema, additionalProperties } : schema
  const described = Object.entries(schema.properties).map(([name, each]) => [name, structural(each)])
  return { ...schema, properties: Object.fromEntries(described) }
}

const [file] = process.argv.slice(2)
const [group, version, singular] = basename(file, '.json').split('_')
const { properties } = JSON.parse(readFileSync(file, 'utf8'))
const kind = properties.kind.const ?? properties.kind.enum[0]
const openAPIV3Schema = { type: 'object', properties: { spec: structural(properties.spec) } }
const names = { kind, listKind: `${kind}List`, singular, plural: `${singular}s` }
console.log(
  JSON.stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${names.plural}.${group}` },
    spec: { group, names, scope: 'Namespaced', versions: [{ name: version, served: true, storage: true, schema: { openAPIV3Schema } }] },
  }),
)
