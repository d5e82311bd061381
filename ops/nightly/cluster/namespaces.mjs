// namespaces.mjs RENDERING: prints the namespaces of a rendering, and those that its objects want and it does not describe.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseAllDocuments, stringify } from '../../tools/node_modules/yaml/dist/index.js'

const objects = parseAllDocuments(readFileSync(process.argv[2], 'utf8')).map((document) => document.toJS()).filter(Boolean)
const described = objects.filter(({ kind }) => kind === 'Namespace')
const known = new Set(['default', 'kube-system', ...described.map(({ metadata }) => metadata.name)])
const wanted = new Set(objects.map(({ metadata }) => metadata.namespace).filter((name) => name && !known.has(name)))
const bare = [...wanted].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }))
process.stdout.write([...described, ...bare].map((object) => stringify(object)).join('---\n'))
