// parts.mjs KUSTOMIZE HELM FOLDER OUT: writes what a system is made of as files, in the order in which a cluster takes them:
// namespaces.yaml, a file for each chart (listed in `charts` as lines "namespace name"), objects.yaml.
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { stringify } from '../../tools/node_modules/yaml/dist/index.js'
import { built, chartManifests, isChart, isOfCluster, objects } from './charts.mjs'

const [kustomize, helm, folder, out] = process.argv.slice(2)
const write = (name, list) => writeFileSync(join(out, `${name}.yaml`), list.map((object) => `---\n${stringify(object, { aliasDuplicateObjects: false })}`).join(''))
const wave = (object) => Number.parseInt(object.metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? '0', 10)

const all = built(kustomize, folder)
const applications = all.filter(isChart).sort((left, right) => wave(left) - wave(right))
write('namespaces', all.filter(({ kind }) => kind === 'Namespace'))
writeFileSync(join(out, 'charts'), '')
for (const application of applications) {
  const { name } = application.metadata
  const { namespace } = application.spec.destination
  const { chart, repoURL, path, targetRevision } = application.spec.source
  if (!chart) {
    console.error(`${name} is left out: its chart is a folder of ${repoURL} (${path}, ${targetRevision}), which Argo CD fetches.`)
    continue
  }
  // A chart leaves the namespace to whoever applies it.
  const placed = (object) => (isOfCluster(object.kind) ? object : { ...object, metadata: { namespace, ...object.metadata } })
  write(name, objects(chartManifests(helm, application)).map(placed))
  appendFileSync(join(out, 'charts'), `${namespace} ${name}\n`)
}
write('objects', all.filter((object) => object.kind !== 'Namespace' && !isChart(object)))
