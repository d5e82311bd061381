// The rules on what runs: the level `restricted` of Pod Security and, beyond it, what the base promises.

const DIGEST = /@sha256:[0-9a-f]{64}$/
const OWN = /\/vane\/vane[:@]|^vane$/

/** A rule on each container: `check` yields what is wrong with one. */
const eachContainer = (check) =>
  function* ({ workloads }) {
    for (const { object, pod, containers, lasting } of workloads) {
      for (const container of containers) {
        for (const what of check(container, { pod, lasting })) yield [object, `container ${container.name} ${what}`]
      }
    }
  }

/** A rule on each pod. */
const eachPod = (check) =>
  function* ({ workloads }) {
    for (const workload of workloads) for (const what of check(workload.pod, workload)) yield [workload.object, what]
  }

export const pods = {
  'non-root-user': eachPod(function* (pod) {
    const { runAsNonRoot, runAsUser, runAsGroup } = pod.securityContext ?? {}
    if (runAsNonRoot !== true) yield 'may run as root'
    if (!(runAsUser > 0) || !(runAsGroup > 0)) yield 'has no fixed user and group'
    for (const { name, securityContext } of [...(pod.initContainers ?? []), ...pod.containers]) {
      if (securityContext?.runAsNonRoot === false || securityContext?.runAsUser === 0) yield `container ${name} runs as root`
    }
  }),

  'read-only-root': eachContainer(function* ({ securityContext }) {
    if (securityContext?.readOnlyRootFilesystem !== true) yield 'can write to its root file system'
  }),

  'no-capabilities': eachContainer(function* ({ securityContext }) {
    const { drop = [], add = [] } = securityContext?.capabilities ?? {}
    if (!drop.includes('ALL')) yield 'keeps capabilities'
    if (add.length > 0) yield `adds the capabilities ${add}`
  }),

  'no-privileges': eachContainer(function* ({ securityContext }) {
    if (securityContext?.privileged) yield 'is privileged'
    if (securityContext?.allowPrivilegeEscalation !== false) yield 'may gain privileges'
  }),

  'seccomp': eachPod(function* (pod) {
    if (pod.securityContext?.seccompProfile?.type !== 'RuntimeDefault') yield 'runs without the seccomp profile RuntimeDefault'
    for (const { name, securityContext } of [...(pod.initContainers ?? []), ...pod.containers]) {
      if (securityContext?.seccompProfile?.type === 'Unconfined') yield `container ${name} runs without seccomp`
    }
  }),

  *'no-token'({ workloads, of }) {
    for (const { object, pod } of workloads) {
      if (pod.automountServiceAccountToken !== false) yield [object, 'has a token of its service account']
      if ((pod.serviceAccountName ?? 'default') === 'default') yield [object, 'runs under the default service account']
      if (pod.volumes?.some(({ projected }) => projected?.sources.some((source) => source.serviceAccountToken))) {
        yield [object, 'mounts a token']
      }
    }
    for (const account of of('ServiceAccount')) {
      if (account.automountServiceAccountToken !== false) yield [account, 'gives its token to pods']
    }
  },

  'no-service-links': eachPod(function* (pod) {
    if (pod.enableServiceLinks !== false) yield 'gets a variable for each Service, which Vane takes for unknown settings'
  }),

  'nothing-of-the-host': eachPod(function* (pod) {
    for (const what of ['hostNetwork', 'hostPID', 'hostIPC']) if (pod[what]) yield `uses the node's ${what}`
    for (const volume of pod.volumes ?? []) if (volume.hostPath) yield `mounts ${volume.hostPath.path} of the node`
    for (const { name, ports = [] } of pod.containers) {
      if (ports.some((port) => port.hostPort)) yield `container ${name} takes a port of the node`
    }
  }),

  'resources': eachContainer(function* ({ resources }) {
    if (!resources?.requests?.cpu || !resources?.requests?.memory) yield 'requests no processor or no memory'
    if (!resources?.limits?.memory) yield 'has no limit of memory'
  }),

  'bounded-scratch': eachPod(function* (pod) {
    for (const { name, emptyDir } of pod.volumes ?? []) if (emptyDir && !emptyDir.sizeLimit) yield `volume ${name} may fill the node`
  }),

  'probes': eachContainer(function* (container, { lasting, pod }) {
    if (!lasting || pod.initContainers?.includes(container)) return
    for (const name of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
      const probe = container[name]?.httpGet
      if (probe === undefined) yield `has no ${name} over HTTP`
      else if (OWN.test(container.image) && probe.port !== 'operations') yield `is asked by its ${name} on another port than operations`
    }
  }),

  'pinned-images': eachContainer(function* ({ image }) {
    const tag = /:([^/:@]+)(@|$)/.exec(image)?.[1]
    if (DIGEST.test(image)) return
    if (!OWN.test(image)) yield `runs ${image}, which has no digest`
    else if (tag === undefined || /^(latest|stable|main|dev)$/.test(tag)) yield `runs ${image}, which may change`
  }),

  *'digest-in-production'({ workloads, of }) {
    if (!of('Namespace').some(({ metadata }) => metadata.name === 'vane')) return
    for (const { object, containers } of workloads) {
      for (const { name, image } of containers) if (!DIGEST.test(image)) yield [object, `container ${name} runs ${image} by a tag`]
    }
  },

  'no-secret-in-the-open': eachContainer(function* ({ env = [], args = [] }) {
    for (const { name, value } of env) {
      if (value !== undefined && /(PASSWORD|TOKEN|SECRET|PASSKEY|API_?KEY)$/.test(name)) yield `holds ${name} in the open`
    }
    for (const arg of args) if (/^--?[a-z-]*(password|token|secret)=/.test(arg)) yield `holds ${arg.split('=')[0]} in the open`
  }),
}
