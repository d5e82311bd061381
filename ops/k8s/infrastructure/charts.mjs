// Renders what an Argo CD Application with a chart asks for, as Argo CD does: by `helm template` with the Application's values.
// With a folder of the chart nothing is fetched.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAllDocuments } from '../../tools/node_modules/yaml/dist/index.js'

const LARGEST = 64 * 1024 * 1024
const KUBERNETES = '1.34.0'

/** The objects of a text of YAML documents, the empty ones left out. */
export function objects(text) {
  return parseAllDocuments(text, { merge: true })
    .map((document) => {
      if (document.errors.length > 0) throw new Error(document.errors[0].message)
      return document.toJS()
    })
    .filter((object) => object?.kind)
}

/** What a folder renders to. */
export const built = (kustomize, folder) => objects(execFileSync(kustomize, ['build', folder], { encoding: 'utf8', maxBuffer: LARGEST }))

/** Whether objects of a kind, of those that we use, are in no namespace. */
export const isOfCluster = (kind) => /^(Namespace|PersistentVolume|ClusterIssuer|ClusterRole|ClusterRoleBinding|CustomResourceDefinition|APIService|\w+WebhookConfiguration)$/.test(kind)

export const isChart = (object) => object.kind === 'Application' && object.spec.source.helm !== undefined

/**
 * The manifests of an Application's chart, as YAML.
 *
 * @param {string} helm the command
 * @param {object} application an Application whose source is a chart
 * @param {string} [folder] where the chart is; without it, it comes from the Application's repository
 */
export function chartManifests(helm, application, folder) {
  const { helm: release, repoURL, chart, targetRevision } = application.spec.source
  if (!folder && !chart) throw new Error(`${application.metadata.name}: its chart is in a Git repository: clone it, and give the chart's folder`)
  const work = mkdtempSync(join(tmpdir(), 'vane-chart-'))
  try {
    const values = join(work, 'values.json')
    writeFileSync(values, JSON.stringify(release.valuesObject))
    const source = folder ? [folder] : [chart, '--repo', repoURL, '--version', targetRevision]
    const args = ['template', release.releaseName, ...source, '--namespace', application.spec.destination.namespace]
    const fixed = ['--values', values, '--include-crds', '--kube-version', KUBERNETES]
    return execFileSync(helm, [...args, ...fixed], { encoding: 'utf8', maxBuffer: LARGEST, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (fault) {
    const said = String(fault.stderr || fault.message).trim().split('\n')
    throw new Error(`${application.metadata.name}: its chart does not render: ${said.slice(0, 6).join(' ')}`)
  } finally {
    rmSync(work, { recursive: true })
  }
}
