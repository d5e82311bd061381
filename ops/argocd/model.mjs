// What the rules look at: the settings, the projects, every Application with what its folder renders to, and the Applications
// with charts in there with the kinds that they bring.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { built, isChart, objects } from '../k8s/infrastructure/charts.mjs'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const INFRASTRUCTURE = join(ROOT, 'ops/k8s/infrastructure')

export const groupOf = ({ apiVersion }) => (apiVersion.includes('/') ? apiVersion.split('/')[0] : '')

function settings() {
  const lines = readFileSync(join(ROOT, 'ops/settings/settings.env'), 'utf8').split('\n')
  return Object.fromEntries(lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => /^([A-Z_]+)=(.*)$/.exec(line).slice(1)))
}

/** A chart's kinds.txt as uses `{group, kind, namespace}` (no namespace: of the cluster) and the groups it defines. */
export function kindsOf(text) {
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'))
  const uses = lines
    .filter((line) => !line.startsWith('defines '))
    .map((line) => {
      const [, group, kind, where] = /^([^/]+)\/(\w+) (\S+)$/.exec(line)
      return { group: group === 'core' ? '' : group, kind, namespace: where === 'cluster' ? undefined : where }
    })
  return { uses, defines: lines.filter((line) => line.startsWith('defines ')).map((line) => line.slice('defines '.length)) }
}

/** Every chart.yaml of the infrastructure, chosen by a kustomization or not, by the name of its Application. */
export function charts(folder = INFRASTRUCTURE) {
  const here = join(folder, 'chart.yaml')
  const own = existsSync(here)
    ? [{ folder, application: objects(readFileSync(here, 'utf8'))[0], ...kindsOf(readFileSync(join(folder, 'kinds.txt'), 'utf8')) }]
    : []
  const below = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory())
  return [...own, ...below.flatMap((each) => charts(join(folder, each.name)))]
}

/** The base with every component at once, but the one storage that excludes the other: what a house may choose from. */
function everyComponent(kustomize) {
  const folder = mkdtempSync(join(tmpdir(), 'vane-argocd-'))
  try {
    const components = readdirSync(join(ROOT, 'ops/k8s/components')).filter((name) => name !== 'local-storage')
    const kustomization = {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: 'vane',
      resources: [relative(folder, join(ROOT, 'ops/k8s/base'))],
      components: components.map((name) => relative(folder, join(ROOT, 'ops/k8s/components', name))),
    }
    writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify(kustomization))
    return built(kustomize, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function followed(kustomize, application) {
  const { path } = application.spec.source
  if (!existsSync(join(ROOT, path, 'kustomization.yaml'))) return { application, objects: [], missing: true }
  return { application, objects: built(kustomize, join(ROOT, path)) }
}

/** Reads it all. */
export function model(kustomize) {
  const bootstrap = built(kustomize, join(ROOT, 'ops/argocd'))
  const apps = [...bootstrap, ...built(kustomize, join(ROOT, 'ops/argocd/apps'))].filter(({ kind }) => kind === 'Application')
  const systems = apps.map((application) => followed(kustomize, application))
  return {
    settings: settings(),
    projects: bootstrap.filter(({ kind }) => kind === 'AppProject'),
    systems,
    chosen: systems.flatMap((system) => system.objects.filter(isChart).map((application) => ({ application, parent: system.application }))),
    charts: charts(),
    optional: everyComponent(kustomize),
  }
}
