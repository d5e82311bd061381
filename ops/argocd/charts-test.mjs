// charts-test.mjs HELM NAME=FOLDER...: renders the charts that are at hand with our values, and compares what comes out with
// kinds.txt, with the namespace's Pod Security level, and with our wish that each container has a memory limit.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { chartManifests, isOfCluster, objects } from '../k8s/infrastructure/charts.mjs'
import { charts, groupOf } from './model.mjs'

const [helm, ...given] = process.argv.slice(2)
const folders = Object.fromEntries(given.map((pair) => pair.split('=')))

function* differences({ application, uses, defines }, rendered) {
  const text = ({ group, kind, namespace }) => `${group || 'core'}/${kind} ${namespace ?? 'cluster'}`
  const namespace = application.spec.destination.namespace
  const asLine = (object) => text({ group: groupOf(object), kind: object.kind, namespace: isOfCluster(object.kind) ? undefined : (object.metadata.namespace ?? namespace) })
  const brought = new Set(rendered.map(asLine))
  rendered.filter(({ kind }) => kind === 'CustomResourceDefinition').forEach(({ spec }) => brought.add(`defines ${spec.group}`))
  const said = new Set([...uses.map(text), ...defines.map((group) => `defines ${group}`)])
  for (const line of brought) if (!said.has(line)) yield `its kinds.txt lacks '${line}'`
  for (const line of said) if (!brought.has(line)) yield `its kinds.txt says '${line}', which the chart does not bring`
}

/** What Pod Security `restricted` asks, as far as these charts go. */
function* unrestricted(object) {
  const pod = object.spec.template.spec
  if (pod.hostNetwork || pod.hostPID || pod.hostIPC) yield 'uses the host'
  if (pod.volumes?.some(({ hostPath }) => hostPath)) yield 'mounts a folder of the host'
  for (const { name, securityContext: own = {} } of [...(pod.initContainers ?? []), ...pod.containers]) {
    const both = { ...pod.securityContext, ...own }
    if (both.runAsNonRoot !== true) yield `${name} may be root`
    if (both.seccompProfile?.type !== 'RuntimeDefault') yield `${name} has no seccomp profile`
    if (own.allowPrivilegeEscalation !== false) yield `${name} may gain privileges`
    if (!own.capabilities?.drop?.includes('ALL')) yield `${name} keeps capabilities`
  }
}

function* faults(chart, rendered) {
  yield* differences(chart, rendered)
  const [namespace] = objects(readFileSync(join(chart.folder, 'namespace.yaml'), 'utf8'))
  const level = namespace.metadata.labels['pod-security.kubernetes.io/enforce']
  let refused = 0
  for (const object of rendered.filter(({ spec }) => spec?.template?.spec)) {
    const reasons = [...unrestricted(object)]
    refused += reasons.length
    if (level === 'restricted') yield* reasons.map((reason) => `${object.kind}/${object.metadata.name}: ${reason}, which '${level}' refuses`)
    for (const { name, resources } of object.spec.template.spec.containers) {
      if (!resources?.limits?.memory) yield `${object.kind}/${object.metadata.name}: ${name} has no memory limit`
    }
  }
  if (level !== 'restricted' && refused === 0) yield `needs no exception: its namespace is '${level}', and 'restricted' would do`
}

let found = 0
const all = charts().filter(({ application }) => folders[application.metadata.name])
const rendering = (chart, values) => {
  const application = structuredClone(chart.application)
  Object.assign(application.spec.source.helm.valuesObject, values)
  return objects(chartManifests(helm, application, folders[application.metadata.name]))
}
for (const chart of all) {
  for (const fault of faults(chart, rendering(chart, {}))) {
    console.error(`${chart.application.metadata.name}: ${fault}`)
    found += 1
  }
}

// The same on what must not pass.
const chart = all.find(({ application }) => application.metadata.name === 'sealed-secrets-chart')
const whole = rendering(chart, {})
const breaks = [
  ["lacks 'networking.k8s.io/NetworkPolicy sealed-secrets'", () => faults({ ...chart, uses: chart.uses.filter(({ kind }) => kind !== 'NetworkPolicy') }, whole)],
  ["says 'core/Secret sealed-secrets'", () => faults({ ...chart, uses: [...chart.uses, { group: '', kind: 'Secret', namespace: 'sealed-secrets' }] }, whole)],
  ["lacks 'defines bitnami.com'", () => faults({ ...chart, defines: [] }, whole)],
  ['has no seccomp profile', () => faults(chart, rendering(chart, { podSecurityContext: { enabled: true } }))],
  ['may gain privileges', () => faults(chart, rendering(chart, { containerSecurityContext: { enabled: true, runAsNonRoot: true, runAsUser: 1001 } }))],
  ['has no memory limit', () => faults(chart, rendering(chart, { resources: {} }))],
]
for (const [says, how] of breaks) {
  const told = [...how()]
  if (!told.some((line) => line.includes(says))) {
    console.error(`should be told: '${says}', but: ${told.join(' | ') || 'nothing'}`)
    found += 1
  }
}
console.log(`charts: ${all.length} of ${charts().length} rendered, ${found} faults; ${breaks.length} breaks tried`)
if (found > 0 || all.length !== given.length) process.exitCode = 1
