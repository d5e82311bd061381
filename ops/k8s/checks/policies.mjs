// Each sentence of our posture (the README beside this file) as a rule over the objects of one rendering. A rule is a
// function that yields a line for each thing that breaks it; `check` runs them all, and tests/invalid shows each one bite.
import { parse } from '../../tools/node_modules/yaml/dist/index.js'
import { network } from './network.mjs'
import { pods } from './pods.mjs'
import { routes } from './routes.mjs'

const isKept = (object) => {
  const options = (object.metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '').split(',')
  return options.includes('Prune=false') && options.includes('Delete=false')
}

/** The rules that look at objects beside pods, the network and routes. */
const objects = {
  *'pod-security'({ of }) {
    for (const namespace of of('Namespace')) {
      const level = namespace.metadata.labels?.['pod-security.kubernetes.io/enforce']
      const reason = namespace.metadata.annotations?.['vane.dev/pod-security-exception']
      if (level === undefined) yield [namespace, 'enforces no Pod Security level']
      else if (level !== 'restricted' && !reason) yield [namespace, `enforces '${level}' and gives no reason for it`]
    }
  },

  *'kept-when-pruned'({ of }) {
    for (const object of [...of('Namespace'), ...of('PersistentVolumeClaim'), ...of('PersistentVolume')]) {
      if (!isKept(object)) yield [object, 'would go with the Application: it needs Prune=false,Delete=false']
    }
    for (const volume of of('PersistentVolume')) {
      if (volume.spec.persistentVolumeReclaimPolicy !== 'Retain') yield [volume, 'is not retained when its claim goes']
    }
  },

  *'one-writer'({ workloads, of }) {
    const writers = workloads.filter(({ pod }) => pod.volumes?.some((each) => each.persistentVolumeClaim?.claimName === 'vane-data'))
    for (const { object } of writers.filter(({ lasting }) => lasting)) {
      const recreated = object.kind === 'StatefulSet' || object.spec.strategy?.type === 'Recreate'
      if (!recreated) yield [object, 'starts a second writer before the first has ended']
      if (object.spec.replicas !== 1) yield [object, `runs ${object.spec.replicas} writers of one record`]
    }
    for (const scaler of of('HorizontalPodAutoscaler')) {
      const target = scaler.spec.scaleTargetRef
      if (writers.some(({ object }) => object.kind === target.kind && object.metadata.name === target.name)) {
        yield [scaler, 'would start a second writer']
      }
    }
  },

  *'grace-period'({ workloads, of }) {
    const settings = of('ConfigMap').flatMap((map) => Object.values(map.data ?? {}))
    const server = settings.map((text) => parse(text)?.server).find((each) => each?.['shutdown-delay'])
    const seconds = (text) => (/^\d+s$/.test(text) ? Number.parseInt(text, 10) : Number.NaN)
    for (const { object, pod } of workloads.filter(({ object }) => object.kind === 'StatefulSet')) {
      const needed = seconds(server?.['shutdown-delay']) + seconds(server?.['shutdown-grace']) + 5
      if (!(pod.terminationGracePeriodSeconds >= needed)) {
        yield [object, `is killed after ${pod.terminationGracePeriodSeconds} s; delay, drain and a margin of 5 s are ${needed} s`]
      }
    }
  },

  *'disruption'({ workloads, of }) {
    for (const { object, labels } of workloads.filter(({ lasting }) => lasting)) {
      const budget = of('PodDisruptionBudget').find(({ spec }) =>
        Object.entries(spec.selector.matchLabels).every(([name, value]) => labels[name] === value),
      )
      if (budget === undefined) yield [object, 'has no disruption budget']
      else if (!(budget.spec.maxUnavailable >= 1)) yield [budget, 'lets no node be drained']
    }
  },

  *'no-rights-in-the-cluster'({ of }) {
    for (const kind of ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding']) {
      for (const object of of(kind)) yield [object, 'gives rights in the cluster; Vane needs none']
    }
  },

  *'sealed-secrets'({ of }) {
    for (const secret of of('Secret')) yield [secret, 'is not sealed']
    for (const secret of of('SealedSecret')) {
      const names = Object.keys(secret.metadata.annotations ?? {}).filter((name) => /cluster-wide|namespace-wide/.test(name))
      if (names.length > 0) yield [secret, `can be unsealed under another name: ${names}`]
    }
  },

  *'bounded-jobs'({ of }) {
    for (const job of of('CronJob')) {
      const { spec } = job
      if (spec.concurrencyPolicy !== 'Forbid') yield [job, 'may run twice at a time']
      if (!spec.jobTemplate.spec.activeDeadlineSeconds) yield [job, 'may run for ever']
      if (spec.jobTemplate.spec.backoffLimit === undefined) yield [job, 'says not how often it is tried']
    }
  },
}

const rules = { ...objects, ...pods, ...network, ...routes }

/** The names of all rules. */
export const names = Object.keys(rules)

const TEMPLATES = {
  StatefulSet: (spec) => spec.template,
  Deployment: (spec) => spec.template,
  DaemonSet: (spec) => spec.template,
  Job: (spec) => spec.template,
  CronJob: (spec) => spec.jobTemplate.spec.template,
  Pod: (spec, object) => ({ metadata: object.metadata, spec }),
}

/**
 * What breaks a rule in a rendering, as lines `rule: Kind/name: what`.
 *
 * @param {object[]} all its objects
 */
export function violations(all) {
  const workloads = all
    .filter((object) => TEMPLATES[object.kind])
    .map((object) => {
      const template = TEMPLATES[object.kind](object.spec, object)
      const containers = [...(template.spec.initContainers ?? []), ...(template.spec.containers ?? [])]
      const lasting = ['StatefulSet', 'Deployment', 'DaemonSet'].includes(object.kind)
      return { object, pod: template.spec, labels: template.metadata?.labels ?? {}, containers, lasting }
    })
  const rendering = { all, of: (kind) => all.filter((object) => object.kind === kind), workloads }
  return Object.entries(rules).flatMap(([name, rule]) =>
    [...rule(rendering)].map(([object, what]) => `${name}: ${object.kind}/${object.metadata.name}: ${what}`),
  )
}
