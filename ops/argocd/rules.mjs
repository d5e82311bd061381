// What must be true of the Applications and their projects, each as a function that yields a line for what breaks it.
import { isOfCluster } from '../k8s/infrastructure/charts.mjs'
import { groupOf } from './model.mjs'

// Kubernetes' own, and what k3s brings.
const BUILT_IN = ['', 'apps', 'batch', 'policy', 'networking.k8s.io', 'rbac.authorization.k8s.io', 'helm.cattle.io', 'traefik.io']
// Sealed by the house, and in no repository but its own.
const OF_THE_HOUSE = { group: 'bitnami.com', kind: 'SealedSecret' }

const named = ({ group, kind, name }) => `${group || 'core'}/${kind}${name ? ` ${name}` : ''}`
const same = (left, right) => left.group === right.group && left.kind === right.kind
const wave = (object) => Number.parseInt(object.metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? '0', 10)

const asUse = (application) => (object) => ({
  group: groupOf(object),
  kind: object.kind,
  name: object.metadata.name,
  namespace: isOfCluster(object.kind) ? undefined : (object.metadata.namespace ?? application.spec.destination.namespace),
})

const projectOf = ({ projects }, application) => projects.find(({ metadata }) => metadata.name === application.spec.project)
const chartOf = ({ charts }, application) => charts.find((each) => each.application.metadata.name === application.metadata.name)

/** Each Application with what it puts into the cluster. */
function* uses(all) {
  for (const { application, objects } of all.systems) yield { application, list: objects.map(asUse(application)) }
  for (const { application } of all.chosen) yield { application, list: chartOf(all, application)?.uses ?? [] }
}

const everyApplication = (all) => [...all.systems, ...all.chosen].map(({ application }) => application)

export const rules = {
  *'follows the repository'(all) {
    for (const { application, missing } of all.systems) {
      const { repoURL, targetRevision, path } = application.spec.source
      const { REPOSITORY, BRANCH } = all.settings
      if (repoURL !== REPOSITORY) yield [application, `follows ${repoURL}, not REPOSITORY`]
      if (targetRevision !== BRANCH) yield [application, `follows '${targetRevision}', not BRANCH`]
      if (missing) yield [application, `follows ${path}, where there is no kustomization.yaml`]
    }
  },

  *'charts are exact'(all) {
    for (const { application } of all.chosen) {
      const { targetRevision } = application.spec.source
      if (!/^v?\d+\.\d+\.\d+$|^[0-9a-f]{40}$/.test(targetRevision)) yield [application, `'${targetRevision}' may be another chart tomorrow`]
      if (!chartOf(all, application)) yield [application, 'has no chart.yaml with a kinds.txt beside it']
    }
  },

  *'within its project'(all) {
    for (const { application, list } of uses(all)) {
      const project = projectOf(all, application)
      if (!project || project.metadata.name === 'default') {
        yield [application, `is of the project '${application.spec.project}', which limits nothing`]
        continue
      }
      const { sourceRepos, destinations, clusterResourceWhitelist, namespaceResourceWhitelist } = project.spec
      const { source, destination } = application.spec
      if (!sourceRepos.includes(source.repoURL)) yield [application, `takes ${source.repoURL}, which its project does not allow`]
      for (const use of [...list, { namespace: destination.namespace }]) {
        if (use.namespace && !destinations.some((each) => each.namespace === use.namespace)) {
          yield [application, `puts ${use.kind ?? 'what it has'} into ${use.namespace}, which its project does not allow`]
        }
        if (!use.kind) continue
        const allowed = use.namespace
          ? namespaceResourceWhitelist.some((each) => same(each, use))
          : clusterResourceWhitelist.some((each) => same(each, use) && (!each.name || each.name === use.name))
        if (!allowed) yield [application, `brings ${named(use)}, which its project does not allow`]
      }
    }
  },

  *'allows nothing that nobody uses'(all) {
    for (const project of all.projects) {
      const name = project.metadata.name
      const ours = everyApplication(all).filter(({ spec }) => spec.project === name)
      const spare = all.charts.filter(({ application }) => application.spec.project === name)
      const list = [...uses(all)].filter(({ application }) => ours.includes(application)).flatMap((each) => each.list)
      const used = [...list, ...spare.flatMap((each) => each.uses)]
      if (name === 'vane') used.push(...all.optional.map(asUse({ spec: { destination: { namespace: 'vane' } } })))
      const { clusterResourceWhitelist = [], namespaceResourceWhitelist = [], destinations, sourceRepos } = project.spec
      for (const each of clusterResourceWhitelist) {
        if (!used.some((use) => same(each, use) && !use.namespace)) yield [project, `allows ${named(each)}, which nobody uses`]
      }
      for (const each of namespaceResourceWhitelist) {
        if (!same(each, OF_THE_HOUSE) && !used.some((use) => same(each, use) && use.namespace)) yield [project, `allows ${named(each)}, which nobody uses`]
      }
      const targets = [...ours, ...spare.map(({ application }) => application)]
      for (const { namespace } of destinations) {
        const reached = used.some((use) => use.namespace === namespace) || targets.some(({ spec }) => spec.destination.namespace === namespace)
        if (!reached) yield [project, `allows the namespace ${namespace}, where nobody goes`]
      }
      for (const repository of sourceRepos) {
        if (!targets.some(({ spec }) => spec.source.repoURL === repository)) yield [project, `allows ${repository}, which nobody takes`]
      }
    }
  },

  *'limits are exact'(all) {
    for (const project of all.projects) {
      const { sourceRepos, destinations, clusterResourceWhitelist, namespaceResourceWhitelist } = project.spec
      const lists = { sourceRepos, destinations, clusterResourceWhitelist, namespaceResourceWhitelist }
      for (const [name, list] of Object.entries(lists)) {
        if (JSON.stringify(list ?? []).includes('*')) yield [project, `says '*' in ${name}`]
      }
      // An empty list is left out on its way into the cluster, and there a missing one allows every kind.
      const closed = destinations.length === 0 && sourceRepos.length === 0
      if (!closed && !namespaceResourceWhitelist?.length) yield [project, 'names no kinds, which allows all']
    }
    if (!all.projects.some(({ metadata }) => metadata.name === 'default')) yield [all.projects[0], "leaves the project 'default' as it is: open"]
  },

  *'brings the cluster back to what is said'(all) {
    for (const application of everyApplication(all)) {
      const { automated, syncOptions = [], retry } = application.spec.syncPolicy ?? {}
      if (!automated?.prune) yield [application, 'does not prune']
      if (!automated?.selfHeal) yield [application, 'does not heal itself']
      if (!syncOptions.includes('ServerSideApply=true')) yield [application, 'does not apply on the server']
      if (!syncOptions.some((each) => each.startsWith('PrunePropagationPolicy='))) yield [application, 'does not say how it prunes']
      if (syncOptions.includes('Validate=false')) yield [application, 'turns validation off']
      if (!retry?.backoff) yield [application, 'tries again without a pause']
      if (application.metadata.finalizers?.length) yield [application, 'deletes what it brought when it goes']
    }
  },

  *'waves are in order'(all) {
    const providers = all.chosen.map(({ application, parent }) => ({ application, parent, defines: chartOf(all, application)?.defines ?? [] }))
    for (const { application, objects } of all.systems) {
      for (const object of objects.filter((each) => !BUILT_IN.includes(groupOf(each)) && groupOf(each) !== 'argoproj.io')) {
        const provider = providers.find(({ defines }) => defines.includes(groupOf(object)))
        if (!provider) yield [application, `brings ${object.kind}, which no system defines`]
        else if (provider.parent.metadata.name !== application.metadata.name) {
          if (wave(provider.parent) >= wave(application)) yield [application, `brings ${object.kind}, which ${provider.parent.metadata.name} does not define before`]
        } else {
          if (wave(provider.application) >= wave(object)) yield [object, 'comes before the chart that defines its kind']
          const options = object.metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? ''
          if (!options.includes('SkipDryRunOnMissingResource=true')) yield [object, 'is tried before its kind is there: SkipDryRunOnMissingResource=true is missing']
        }
      }
    }
  },

  *'restore may stop the service'(all) {
    for (const { application, objects } of all.systems) {
      if (!objects.some(({ kind }) => kind === 'StatefulSet')) continue
      const ignored = application.spec.ignoreDifferences?.some(({ kind, jsonPointers }) => kind === 'StatefulSet' && jsonPointers?.includes('/spec/replicas'))
      const respected = application.spec.syncPolicy.syncOptions.includes('RespectIgnoreDifferences=true')
      if (!ignored || !respected) yield [application, 'would start the service again during a restore']
    }
  },
}

/** What breaks a rule, as lines `rule: Kind/name: what`. */
export const violations = (all) =>
  Object.entries(rules).flatMap(([name, rule]) => [...new Set([...rule(all)].map(([object, what]) => `${name}: ${object.kind}/${object.metadata.name}: ${what}`))])
