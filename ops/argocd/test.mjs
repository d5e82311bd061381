// test.mjs KUSTOMIZE: holds the Applications and their projects to rules.mjs; then breaks them one way at a time, and expects
// that each break is told, in those words.
import process from 'node:process'
import { model } from './model.mjs'
import { rules, violations } from './rules.mjs'

const sound = model(process.argv[2])
const faults = violations(sound)
faults.forEach((fault) => console.error(fault))

const app = (all, name) => [...all.systems, ...all.chosen].map(({ application }) => application).find(({ metadata }) => metadata.name === name)
const project = (all, name) => all.projects.find(({ metadata }) => metadata.name === name).spec
const without = (list, test) => list.splice(list.findIndex(test), 1)
const annotations = (object) => object.metadata.annotations

const breaks = [
  ['follows the repository: Application/vane: follows https://elsewhere', (all) => (app(all, 'vane').spec.source.repoURL = 'https://elsewhere.example.net/vane.git')],
  ["follows the repository: Application/nfs: follows 'HEAD'", (all) => (app(all, 'nfs').spec.source.targetRevision = 'HEAD')],
  ['follows the repository: Application/vane: follows ops/k8s/overlays/prod, where there is no', (all) => (all.systems.find(({ application }) => application === app(all, 'vane')).missing = true)],
  ["charts are exact: Application/metallb-chart: '0.15.*' may be", (all) => (app(all, 'metallb-chart').spec.source.targetRevision = '0.15.*')],
  ['charts are exact: Application/metallb-chart: has no chart.yaml', (all) => without(all.charts, ({ application }) => application.metadata.name === 'metallb-chart')],
  ["within its project: Application/vane: is of the project 'default'", (all) => (app(all, 'vane').spec.project = 'default')],
  ['within its project: Application/metallb-chart: takes https://charts.example.net', (all) => (app(all, 'metallb-chart').spec.source.repoURL = 'https://charts.example.net')],
  ['within its project: Application/vane: puts what it has into kube-system', (all) => (app(all, 'vane').spec.destination.namespace = 'kube-system')],
  ['within its project: Application/vane: brings networking.k8s.io/NetworkPolicy', (all) => without(project(all, 'vane').namespaceResourceWhitelist, ({ kind }) => kind === 'NetworkPolicy')],
  ['within its project: Application/vane: brings core/Namespace vane', (all) => (project(all, 'vane').clusterResourceWhitelist[0].name = 'other')],
  ['within its project: Application/cert-manager-chart: brings admissionregistration.k8s.io/Mutating', (all) => without(project(all, 'infrastructure').clusterResourceWhitelist, ({ kind }) => kind.startsWith('Mutating'))],
  ['allows nothing that nobody uses: AppProject/vane: allows core/Secret', (all) => project(all, 'vane').namespaceResourceWhitelist.push({ group: '', kind: 'Secret' })],
  ['allows nothing that nobody uses: AppProject/vane: allows core/PersistentVolume', (all) => project(all, 'vane').clusterResourceWhitelist.push({ group: '', kind: 'PersistentVolume' })],
  ['allows nothing that nobody uses: AppProject/vane: allows the namespace vane-dev', (all) => project(all, 'vane').destinations.push({ namespace: 'vane-dev' })],
  ['allows nothing that nobody uses: AppProject/delivery: allows https://elsewhere', (all) => project(all, 'delivery').sourceRepos.push('https://elsewhere.example.net')],
  ["limits are exact: AppProject/vane: says '*' in destinations", (all) => (project(all, 'vane').destinations[0].namespace = '*')],
  ['limits are exact: AppProject/vane: names no kinds', (all) => (project(all, 'vane').namespaceResourceWhitelist = [])],
  ["limits are exact: AppProject/delivery: leaves the project 'default'", (all) => without(all.projects, ({ metadata }) => metadata.name === 'default')],
  ['brings the cluster back to what is said: Application/vane: does not prune', (all) => (app(all, 'vane').spec.syncPolicy.automated.prune = false)],
  ['brings the cluster back to what is said: Application/root: does not heal', (all) => delete app(all, 'root').spec.syncPolicy.automated.selfHeal],
  ['brings the cluster back to what is said: Application/nfs: does not apply on the server', (all) => (app(all, 'nfs').spec.syncPolicy.syncOptions = [])],
  ['brings the cluster back to what is said: Application/nfs: does not say how', (all) => (app(all, 'nfs').spec.syncPolicy.syncOptions = ['ServerSideApply=true'])],
  ['brings the cluster back to what is said: Application/vane: turns validation off', (all) => app(all, 'vane').spec.syncPolicy.syncOptions.push('Validate=false')],
  ['brings the cluster back to what is said: Application/vane: tries again', (all) => delete app(all, 'vane').spec.syncPolicy.retry],
  ['brings the cluster back to what is said: Application/vane: deletes what', (all) => (app(all, 'vane').metadata.finalizers = ['resources-finalizer.argocd.argoproj.io'])],
  ['waves are in order: Application/vane: brings Certificate, which cert-manager does not', (all) => (annotations(app(all, 'vane'))['argocd.argoproj.io/sync-wave'] = '3')],
  ['waves are in order: Application/vane: brings Certificate, which no system', (all) => without(all.chosen, ({ application }) => application.metadata.name === 'cert-manager-chart')],
  ['waves are in order: IPAddressPool/house: comes before', (all) => (annotations(app(all, 'metallb-chart'))['argocd.argoproj.io/sync-wave'] = '2')],
  [
    'waves are in order: L2Advertisement/house: is tried before',
    (all) => (annotations(all.systems.flatMap(({ objects }) => objects).find(({ kind }) => kind === 'L2Advertisement'))['argocd.argoproj.io/sync-options'] = ''),
  ],
  ['restore may stop the service: Application/vane', (all) => delete app(all, 'vane').spec.ignoreDifferences],
]

let silent = 0
for (const [says, how] of breaks) {
  const broken = structuredClone(sound)
  how(broken)
  const told = violations(broken)
  if (!told.some((line) => line.startsWith(says))) {
    silent += 1
    console.error(`should be told: '${says}', but: ${told.join(' | ') || 'nothing'}`)
  }
}
const unproven = Object.keys(rules).filter((name) => !breaks.some(([says]) => says.startsWith(`${name}:`)))
if (unproven.length > 0) console.error(`nothing shows that these rules bite: ${unproven.join(', ')}`)
console.log(`argocd: ${sound.systems.length} Applications, ${sound.chosen.length} charts, ${faults.length} faults; ${breaks.length - silent} of ${breaks.length} breaks told`)
if (faults.length + silent + unproven.length > 0) process.exitCode = 1
