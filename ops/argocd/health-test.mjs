// health-test.mjs LUA: runs each health check of the argo-cd chart's values, as Argo CD runs it (the program sees `obj` and
// returns status and message), over objects that are healthy, on their way, and broken.
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { charts } from './model.mjs'

const lua = process.argv[2]
const values = charts().find(({ application }) => application.metadata.name === 'argo-cd-chart').application.spec.source.helm.valuesObject
const PREFIX = 'resource.customizations.health.'
const programs = Object.entries(values.configs.cm)
  .filter(([key]) => key.startsWith(PREFIX))
  .map(([key, text]) => [key.slice(PREFIX.length), text])

const application = (phase, health, message) => ({ status: { operationState: { phase, message }, health: { status: health } } })
const samples = {
  'argoproj.io_Application': [
    ['Progressing', 'has not been synced', {}],
    ['Progressing', 'has not been synced', { status: { health: { status: 'Healthy' } } }],
    ['Progressing', 'waiting for', application('Running', 'Healthy', 'waiting for hooks')],
    ['Progressing', 'is being synced', application('Terminating', 'Healthy')],
    ['Degraded', 'one object is invalid', application('Failed', 'Healthy', 'one object is invalid')],
    ['Degraded', 'could not be synced', application('Error', 'Healthy')],
    ['Degraded', '', application('Succeeded', 'Degraded')],
    ['Progressing', '', application('Succeeded', 'Progressing')],
    ['Progressing', '', { status: { operationState: { phase: 'Succeeded' } } }],
    ['Healthy', '', application('Succeeded', 'Healthy')],
  ],
  PersistentVolume: [
    ['Progressing', 'waits', {}],
    ['Progressing', 'waits', { status: { phase: 'Pending' } }],
    ['Healthy', 'Available', { status: { phase: 'Available' } }],
    ['Healthy', 'Bound', { status: { phase: 'Bound' } }],
    ['Degraded', 'its claim is gone', { status: { phase: 'Released' } }],
    ['Degraded', 'cannot be recycled', { status: { phase: 'Failed', message: 'cannot be recycled' } }],
  ],
}

/** An object as a Lua table. */
function table(value) {
  if (value === undefined || value === null) return 'nil'
  if (typeof value !== 'object') return JSON.stringify(value)
  return `{${Object.entries(value).map(([key, each]) => `[${JSON.stringify(key)}]=${table(each)}`).join(',')}}`
}

function health(program, object) {
  const text = `local obj = ${table(object)}\nlocal health = (function()\n${program}\nend)()\nio.write(health.status, "\\n", health.message)`
  const [status, message] = execFileSync(lua, ['-'], { input: text, encoding: 'utf8' }).split('\n')
  return { status, message }
}

const wrong = (program, cases) =>
  cases.filter(([status, says, object]) => {
    const told = health(program, object)
    return told.status !== status || !told.message.includes(says)
  })

let faults = 0
let cases = 0
for (const [kind, program] of programs) {
  if (!samples[kind]) console.error(`${kind}: has a health check, and no samples to try it`)
  for (const [status, , object] of wrong(program, samples[kind] ?? [])) {
    faults += 1
    console.error(`${kind}: should be ${status}: ${JSON.stringify(object)}, but is ${JSON.stringify(health(program, object))}`)
  }
  faults += samples[kind] ? 0 : 1
  cases += samples[kind]?.length ?? 0
  // A check that always says the same must not pass.
  for (const status of ['Healthy', 'Degraded', 'Progressing']) {
    if (wrong(`return { status = "${status}", message = "" }`, samples[kind] ?? []).length > 0) continue
    faults += 1
    console.error(`${kind}: the samples let a check pass that always says ${status}`)
  }
}
for (const kind of Object.keys(samples)) {
  if (programs.some(([each]) => each === kind)) continue
  faults += 1
  console.error(`${kind}: has samples, and no health check`)
}
console.log(`health: ${programs.length} checks, ${cases} objects, ${faults} faults`)
if (faults > 0 || cases === 0) process.exitCode = 1
