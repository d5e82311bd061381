// check.mjs KUSTOMIZE: renders everything with other settings, each value replaced by a word of its own. Each word must come out
// somewhere, and no example of settings.env may be left: one that is would be a second place to set it.
//
// With FORGET=NAME in the environment one replacement is left out first (the test of this check does so).
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parse } from '../tools/node_modules/yaml/dist/index.js'

const kustomize = process.argv[2]
const OPS = resolve(dirname(fileURLToPath(import.meta.url)), '..')
// No object has these: the first is typed into a sealed secret, the second stands in `images`, where a release writes beside it.
const NOT_RENDERED = ['NAMECHEAP_USER', 'REGISTRY']
// Too short to look for.
const NOT_SOUGHT = ['BRANCH', 'REGISTRY', 'NAMECHEAP_USER']

const faults = []
const settings = Object.fromEntries(
  readFileSync(join(OPS, 'settings/settings.env'), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => /^([A-Z_]+)=(.*)$/.exec(line).slice(1)),
)
const word = (name) => `other-${name.toLowerCase().replaceAll('_', '-')}.test`

/** A copy of what is rendered, with other settings. */
function copy(ops) {
  for (const folder of ['settings', 'argocd', 'k8s']) cpSync(join(OPS, folder), join(ops, folder), { recursive: true })
  writeFileSync(join(ops, 'settings/settings.env'), Object.keys(settings).map((name) => `${name}=${word(name)}\n`).join(''))
  const every = join(ops, 'k8s/overlays/every-component')
  const components = readdirSync(join(ops, 'k8s/components')).filter((name) => name !== 'local-storage')
  mkdirSync(every)
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace: 'vane',
    resources: ['../../base'],
    components: components.map((name) => `../../components/${name}`),
  }
  writeFileSync(join(every, 'kustomization.yaml'), JSON.stringify(kustomization))
}

/** Takes one setting's replacements out of every kustomization. */
function forget(ops, name) {
  for (const file of readdirSync(ops, { recursive: true }).filter((each) => each.endsWith('kustomization.yaml'))) {
    const all = parse(readFileSync(join(ops, file), 'utf8'))
    all.replacements = all.replacements?.filter(({ source }) => source.fieldPath !== `data.${name}`)
    writeFileSync(join(ops, file), JSON.stringify(all))
  }
}

const work = mkdtempSync(join(tmpdir(), 'vane-settings-'))
try {
  copy(work)
  if (process.env.FORGET) forget(work, process.env.FORGET)
  const inside = (folder) => readdirSync(join(work, folder)).filter((name) => !name.includes('.')).map((name) => join(folder, name))
  const folders = ['argocd', 'argocd/apps', ...inside('k8s/overlays'), ...inside('k8s/infrastructure')]
  const outputs = folders.map((folder) => [folder, execFileSync(kustomize, ['build', join(work, folder)], { encoding: 'utf8' })])
  for (const [name, value] of Object.entries(settings)) {
    if (!NOT_RENDERED.includes(name) && !outputs.some(([, text]) => text.includes(word(name)))) faults.push(`${name} is set, and changes nothing`)
    if (NOT_SOUGHT.includes(name)) continue
    for (const [folder, text] of outputs) if (text.includes(value)) faults.push(`${folder}: has '${value}' whatever ${name} is`)
  }
  for (const overlay of ['prod', 'dev']) {
    const { images } = parse(readFileSync(join(OPS, 'k8s/overlays', overlay, 'kustomization.yaml'), 'utf8'))
    const { newName } = images.find(({ name }) => name === 'vane')
    const expected = process.env.FORGET === 'REGISTRY' ? 'elsewhere' : settings.REGISTRY
    if (newName !== `${expected}/vane`) faults.push(`k8s/overlays/${overlay}: takes ${newName}, which is not of REGISTRY (${expected})`)
  }
  faults.forEach((fault) => console.error(fault))
  console.log(`settings: ${Object.keys(settings).length} looked for in ${outputs.length} renderings, ${faults.length} faults`)
  if (faults.length > 0) process.exitCode = 1
} finally {
  rmSync(work, { recursive: true })
}
