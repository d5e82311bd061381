// container.mjs RENDERING WORKLOAD CONTAINER FOLDER: prints, a word a line, the arguments by which podman runs a container of
// a rendered StatefulSet or CronJob as Kubernetes would: user, group, root file system, capabilities, seccomp, memory,
// environment, files. Volumes are folders below FOLDER of the volume's name: claims and scratch are made by the caller, a
// ConfigMap is written here, a Secret must lie there with its keys as files.
//
// What is not as in a cluster: the network is the machine's, so that the caller sets ports; a scratch volume that containers
// of one pod share is a folder, as podman's tmpfs belongs to one container.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { read } from './manifests.mjs'

const [file, workload, name, folder] = process.argv.slice(2)
const rendering = read(file)
const [kind, object] = workload.split('/')
const { spec } = rendering.named(kind, object)
const pod = (spec.jobTemplate?.spec ?? spec).template.spec
const container = [...(pod.initContainers ?? []), ...pod.containers].find((each) => each.name === name)
if (!container) throw new Error(`${workload} has no container ${name}`)

const out = []
const say = (...words) => out.push(...words)

function security() {
  const { runAsUser, runAsGroup, fsGroup, seccompProfile } = pod.securityContext
  const { readOnlyRootFilesystem, allowPrivilegeEscalation, capabilities } = container.securityContext
  say('--user', `${runAsUser}:${runAsGroup}`)
  if (fsGroup && fsGroup !== runAsGroup) say('--group-add', String(fsGroup))
  if (readOnlyRootFilesystem) say('--read-only', '--read-only-tmpfs=false')
  if (allowPrivilegeEscalation === false) say('--security-opt', 'no-new-privileges')
  // RuntimeDefault is the engine's own profile, which podman uses unless told otherwise.
  if (seccompProfile?.type !== 'RuntimeDefault') say('--security-opt', 'seccomp=unconfined')
  for (const capability of capabilities?.drop ?? []) say('--cap-drop', capability)
  for (const capability of capabilities?.add ?? []) say('--cap-add', capability)
}

function memory() {
  const [, amount, unit] = /^(\d+)(Mi|Gi)$/.exec(container.resources.limits.memory)
  const limit = `${amount}${unit === 'Mi' ? 'm' : 'g'}`
  say('--memory', limit, '--memory-swap', limit)
}

/** The folder of a volume. */
function source({ name: volume, configMap, secret }) {
  const path = join(folder, volume)
  if (configMap) {
    mkdirSync(path, { recursive: true })
    for (const [key, text] of Object.entries(rendering.named('ConfigMap', configMap.name).data)) writeFileSync(join(path, key), text)
  }
  if (!existsSync(path)) throw new Error(`there is no folder ${path} for the ${secret ? 'secret' : 'volume'} ${volume}`)
  return path
}

function mounts() {
  for (const { name: volume, mountPath, readOnly } of container.volumeMounts ?? []) {
    const described = pod.volumes.find((each) => each.name === volume)
    const shared = pod.initContainers?.length > 0
    if (described.emptyDir && !shared) say('--tmpfs', `${mountPath}:mode=1777,size=${described.emptyDir.sizeLimit.replace('i', '')}`)
    else say('--volume', `${source(described)}:${mountPath}${readOnly ? ':ro' : ''}`)
  }
}

security()
memory()
for (const { name: variable, value } of container.env ?? []) say('--env', `${variable}=${value}`)
mounts()
say('--stop-timeout', String(pod.terminationGracePeriodSeconds ?? 30))
if (process.env.PRINT === 'args') out.splice(0, out.length, ...(container.args ?? []))
console.log(out.join('\n'))
