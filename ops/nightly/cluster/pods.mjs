// pods.mjs RENDERING FOLDER: writes the pod of the rendered StatefulSet as intact.json, the same with one thing changed as
// one file each, and as set.json a StatefulSet that asks for a privileged one. Prints, by tabs: file, what the refusal must
// name, what was changed.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseAllDocuments } from '../../tools/node_modules/yaml/dist/index.js'

const [file, folder] = process.argv.slice(2)
const set = parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS()).find(({ kind }) => kind === 'StatefulSet')
const { namespace } = set.metadata

const CHANGES = [
  ['runAsNonRoot', 'no runAsNonRoot', (pod) => delete pod.securityContext.runAsNonRoot],
  ['runAsUser=0', 'the user 0', (pod) => (pod.securityContext.runAsUser = 0)],
  ['seccompProfile', 'no seccomp profile', (pod) => delete pod.securityContext.seccompProfile],
  ['allowPrivilegeEscalation', 'no allowPrivilegeEscalation', (pod, container) => delete container.securityContext.allowPrivilegeEscalation],
  ['unrestricted capabilities', 'all capabilities kept', (pod, container) => delete container.securityContext.capabilities],
  ['NET_ADMIN', 'a capability added', (pod, container) => (container.securityContext.capabilities.add = ['NET_ADMIN'])],
  ['privileged', 'a privileged container', (pod, container) => Object.assign(container.securityContext, { privileged: true, allowPrivilegeEscalation: true })],
  ['hostNetwork', "the node's network", (pod) => (pod.hostNetwork = true)],
  ['hostPID', "the node's processes", (pod) => (pod.hostPID = true)],
  ['restricted volume types', "a folder of the node's", (pod) => pod.volumes.push({ name: 'node', hostPath: { path: '/etc' } })],
]

const copy = (object) => JSON.parse(JSON.stringify(object))

function write(name, object) {
  writeFileSync(join(folder, name), JSON.stringify(object))
}

/** The StatefulSet's pod, after a change of its description. */
function pod(change = () => {}) {
  const { metadata, spec } = copy(set.spec.template)
  change(spec, spec.containers[0])
  return { apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, name: 'trial', namespace }, spec }
}

write('intact.json', pod())
CHANGES.forEach(([field, what, change], index) => {
  write(`${index}.json`, pod(change))
  console.log([`${index}.json`, field, what].join('\t'))
})

const broken = copy(set)
broken.metadata.name = 'broken'
broken.spec.template.spec.containers[0].securityContext = { privileged: true }
for (const labels of [broken.spec.selector.matchLabels, broken.spec.template.metadata.labels]) labels['app.kubernetes.io/component'] = 'broken'
write('set.json', broken)
