// check.mjs SCHEMAS KUSTOMIZE KUBECONFORM [FOLDER...]: renders folders and checks what comes out, strictly by schema and by
// policy. Without a folder: every overlay, every combination of components on the base, each system of infrastructure, and
// what Argo CD follows. Prints a line for each fault, and a count.
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parseAllDocuments } from '../../tools/node_modules/yaml/dist/index.js'
import { violations } from './policies.mjs'

const [schemas, kustomize, kubeconform, ...asked] = process.argv.slice(2)
const run = promisify(execFile)
const K8S = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const LARGEST = 64 * 1024 * 1024
const work = mkdtempSync(join(tmpdir(), 'vane-manifests-'))
const faults = new Set()

const folders = (path) =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).filter((each) => each.isDirectory() && existsSync(join(path, each.name, 'kustomization.yaml'))).map((each) => join(path, each.name))
    : []

/** All choices of components; local-storage and nfs-storage are one or the other. */
function combinations() {
  const names = folders(join(K8S, 'components')).map((path) => path.split('/').pop())
  const all = names.reduce((chosen, name) => [...chosen, ...chosen.map((each) => [...each, name])], [[]])
  return all.filter((chosen) => !(chosen.includes('local-storage') && chosen.includes('nfs-storage')))
}

function combination(chosen) {
  const folder = mkdtempSync(join(work, 'combination-'))
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace: 'vane-combined',
    resources: [relative(folder, join(K8S, 'base'))],
    components: chosen.map((name) => relative(folder, join(K8S, 'components', name))),
    images: [{ name: 'vane', newName: 'registry.example.net/vane/vane', newTag: '1.0.0' }],
  }
  writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify(kustomization))
  return { folder, name: `base with ${chosen.join(', ') || 'nothing'}` }
}

const rendered = []

async function render({ folder, name }) {
  try {
    const { stdout } = await run(kustomize, ['build', folder], { maxBuffer: LARGEST })
    if (!stdout.trim()) throw Object.assign(new Error(), { stderr: 'renders nothing' })
    const file = join(work, `${rendered.length}.yaml`)
    rendered.push({ name, file })
    writeFileSync(file, stdout)
    for (const line of violations(parseAllDocuments(stdout).map((document) => document.toJS()))) faults.add(`policy ${line}\n    in ${name}`)
  } catch (fault) {
    if (fault.stderr === undefined) throw fault
    faults.add(`does not render: ${String(fault.stderr).trim().split('\n')[0]}\n    in ${name}`)
  }
}

async function bySchema() {
  const location = join(schemas, '{{.Group}}_{{.ResourceAPIVersion}}_{{.ResourceKind}}.json')
  const args = ['-strict', '-output', 'json', '-n', '2', '-schema-location', location, ...rendered.map(({ file }) => file)]
  const { stdout } = await run(kubeconform, args, { maxBuffer: LARGEST }).catch((failed) => failed)
  const { resources } = JSON.parse(stdout)
  for (const { filename, kind, name, status, msg, validationErrors = [] } of resources) {
    const where = rendered.find(({ file }) => file === filename)?.name
    const what = validationErrors.map(({ path, msg: wrong }) => `${path}: ${wrong}`).join('; ') || msg
    faults.add(`schema ${status}: ${kind}/${name}: ${what}\n    in ${where}`)
  }
}

try {
  const named = (folder) => ({ folder, name: relative(join(K8S, '../..'), folder) })
  const targets = asked.length
    ? asked.map((folder) => named(resolve(folder)))
    : [
        ...folders(join(K8S, 'overlays')).map(named),
        ...folders(join(K8S, 'infrastructure')).map(named),
        ...(existsSync(join(K8S, '../argocd/kustomization.yaml')) ? [named(resolve(K8S, '../argocd'))] : []),
        ...combinations().map(combination),
      ]
  const queue = [...targets]
  await Promise.all([1, 2].map(async () => { while (queue.length) await render(queue.shift()) }))
  if (rendered.length) await bySchema()
  const seen = new Set()
  for (const fault of faults) {
    const [what] = fault.split('\n')
    if (!seen.has(what)) console.error(fault)
    seen.add(what)
  }
  console.log(`manifests: ${rendered.length} of ${targets.length} rendered, ${seen.size} faults`)
  if (seen.size) process.exitCode = 1
} finally {
  rmSync(work, { recursive: true })
}
