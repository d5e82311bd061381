// run.mjs SCHEMAS KUSTOMIZE KUBECONFORM: breaks production as each file of invalid/ says, and expects that it is refused for
// that reason, in those words, and for no other.
import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { names } from '../checks/policies.mjs'

const run = promisify(execFile)
const TESTS = dirname(fileURLToPath(import.meta.url))
const tools = process.argv.slice(2)
const work = mkdtempSync(join(tmpdir(), 'vane-invalid-'))

/** The header of a file: lines `# name: value` at its top. */
function header(text) {
  const lines = text.split('\n').filter((line) => /^# [a-z]+: /.test(line))
  return Object.fromEntries(lines.map((line) => /^# ([a-z]+): (.*)$/.exec(line).slice(1)))
}

function broken(file, { as, target }) {
  const folder = mkdtempSync(join(work, 'case-'))
  copyFileSync(file, join(folder, 'broken.yaml'))
  const selector = target && Object.fromEntries(target.split(',').map((pair) => pair.split('=')))
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace: 'vane',
    resources: [relative(folder, resolve(TESTS, '../overlays/prod')), ...(as === 'resource' ? ['broken.yaml'] : [])],
    ...(as === 'resource' ? {} : { patches: [{ path: 'broken.yaml', ...(selector ? { target: selector } : {}) }] }),
  }
  writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify(kustomization))
  return folder
}

async function fault(file) {
  const { expect, says, and, ...how } = header(readFileSync(file, 'utf8'))
  if (!expect || !says) return 'does not say what it expects'
  const check = join(TESTS, '../checks/check.mjs')
  const outcome = await run(process.execPath, [check, ...tools, broken(file, how)]).then(
    () => ({ stderr: '' }),
    (failed) => failed,
  )
  const lines = outcome.stderr.split('\n').filter((line) => line && !line.startsWith('    in '))
  if (lines.length === 0) return 'is not refused'
  if (!lines.some((line) => line.startsWith(expect) && line.includes(says))) return `should be refused by '${expect}: ${says}', but: ${lines.join(' | ')}`
  const others = lines.filter((line) => !line.startsWith(expect) && !(and && line.startsWith(and)))
  return others.length > 0 ? `is refused for more than its reason: ${others.join(' | ')}` : undefined
}

try {
  const files = readdirSync(join(TESTS, 'invalid')).map((name) => join(TESTS, 'invalid', name))
  const queue = [...files]
  let bad = 0
  const worker = async () => {
    while (queue.length) {
      const file = queue.shift()
      const wrong = await fault(file)
      if (wrong) console.error(`${basename(file)} ${wrong}`)
      bad += wrong ? 1 : 0
    }
  }
  await Promise.all([worker(), worker()])
  const expected = files.map((file) => header(readFileSync(file, 'utf8')).expect)
  const unproven = names.filter((name) => !expected.includes(`policy ${name}`))
  if (unproven.length > 0) console.error(`no file shows that these policies bite: ${unproven.join(', ')}`)
  console.log(`invalid manifests: ${files.length - bad} of ${files.length} refused for their own reason`)
  if (bad > 0 || unproven.length > 0) process.exitCode = 1
} finally {
  rmSync(work, { recursive: true })
}
