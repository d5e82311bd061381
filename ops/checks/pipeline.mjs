// pipeline.mjs FILE TARGET...: checks a Drone pipeline file against the targets that the Makefile has.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseAllDocuments } from '../tools/node_modules/yaml/dist/index.js'

const [file, ...targets] = process.argv.slice(2)
const faults = []
const fault = (where, what) => faults.push(`${file}: ${where}: ${what}`)

// The house builds its own step image; until it has, there is no digest, and the exact tag of ops/build-image stands there.
const HOUSE = /^gitea\.example\.net\/vane\//
const BUILDS = ['image', 'run', 'test', 'push', 'nightly', 'image-reproducible', 'rollout']

const listed = (value) => (value === undefined ? [] : [value].flat())

/** The words of a make command that are targets; NAME=value is a variable. */
const targetsOf = (step) =>
  listed(step.commands).flatMap((command) => String(command).trim().split(/\s+/).slice(1)).filter((word) => !word.includes('='))

/** Whether a condition (a list, or include and exclude) lets a value through; no condition lets all. */
function lets(condition, value) {
  if (condition === undefined) return true
  const { include, exclude } = typeof condition === 'object' && !Array.isArray(condition) ? condition : { include: condition }
  return (include === undefined || listed(include).includes(value)) && !listed(exclude).includes(value)
}

const runsOn = (pipeline, step, event) => lets(pipeline.trigger?.event, event) && lets(step.when?.event, event)

/** A command is `make` with targets that exist, and nothing else: what CI does, a laptop can. */
function checkCommand(where, command) {
  const [program, ...words] = String(command).trim().split(/\s+/)
  const wanted = words.filter((word) => !/^[A-Z_]+=[\w.:/@-]*$/.test(word))
  if (program !== 'make' || wanted.length === 0) fault(where, `'${command}' is not a make target`)
  else wanted.filter((word) => !targets.includes(word)).forEach((word) => fault(where, `there is no target '${word}'`))
}

/** A tag that moves makes two builds of one commit differ. */
function checkImage(where, image) {
  if (typeof image !== 'string') return fault(where, 'names no image')
  const digest = /@sha256:([0-9a-f]{64})$/.exec(image)?.[1]
  if (digest !== undefined) {
    if (new Set(digest).size < 4) fault(where, `'${image}' has a digest that stands for another`)
    return
  }
  const tag = /:([^/:@]+)$/.exec(image)?.[1]
  if (tag === undefined || !/^\d+\.\d+\.\d+([-.+]\w+)*$/.test(tag)) fault(where, `'${image}' may change under its tag`)
  else if (!HOUSE.test(image)) fault(where, `'${image}' is not the house's own, and has no digest`)
}

function checkSecrets(where, pipeline, step) {
  const settings = [...Object.entries(step.environment ?? {}), ...Object.entries(step.settings ?? {})]
  const secret = settings.some(([, value]) => value?.from_secret)
  for (const [name, value] of settings) {
    if (/PASSWORD|TOKEN|KEY$|KUBE_CONFIG/i.test(name) && !value?.from_secret) fault(where, `${name} stands there, instead of coming from a secret`)
  }
  if (secret && runsOn(pipeline, step, 'pull_request')) fault(where, 'would give secrets to pull requests')
}

function checkDelivery(where, pipeline, step) {
  const own = targetsOf(step)
  for (const target of ['push', 'rollout', 'promote']) {
    if (own.includes(target) && runsOn(pipeline, step, 'pull_request')) fault(where, `would ${target} what a pull request holds`)
  }
  if (own.includes('promote')) {
    const branches = pipeline.trigger?.branch
    if (JSON.stringify(listed(branches?.include ?? branches)) !== '["main"]' || listed(pipeline.trigger?.event).join() !== 'push') {
      fault(where, 'promotes on something else than a push to main')
    }
  }
  // Only make rollout waits, tries what runs, and goes back.
  const bare = listed(step.commands).find((command) => /\b(kubectl|deploy|helm)\b/.test(String(command)))
  if (bare || /deploy|rollout/.test(step.name)) {
    if (!own.includes('rollout') || !step.environment?.SMOKE_URL) fault(where, 'deploys without a smoke test')
  }
}

function checkStep(pipeline, names, step) {
  const where = `${pipeline.name}/${step.name}`
  if (pipeline.type === 'docker') checkImage(where, step.image)
  if (!Array.isArray(step.commands) || step.commands.length === 0) fault(where, 'has no commands')
  for (const command of step.commands ?? []) checkCommand(where, command)
  for (const name of step.depends_on ?? []) {
    if (!names.includes(name)) fault(where, `depends on '${name}', which there is not`)
  }
  if (step.privileged) fault(where, 'is privileged')
  if (step.failure === 'ignore') fault(where, 'may fail unseen')
  if (step.detach) fault(where, 'runs on unseen')
  checkSecrets(where, pipeline, step)
  checkDelivery(where, pipeline, step)
}

/** All steps that come before one. */
function before(steps, step, seen = new Set()) {
  for (const name of listed(step.depends_on)) {
    const found = steps.find((each) => each.name === name)
    if (found && !seen.has(found)) before(steps, found, seen.add(found))
  }
  return seen
}

/** What leaves the house's machine has been checked before, and what is promoted is built nowhere near. */
function checkOrder(pipeline) {
  const all = pipeline.steps.flatMap(targetsOf)
  const promotes = all.includes('promote')
  for (const target of BUILDS) if (promotes && all.includes(target)) fault(pipeline.name, `promotes, and does '${target}': it should build nothing`)
  for (const step of pipeline.steps) {
    const done = [...before(pipeline.steps, step)].flatMap(targetsOf)
    const wants = targetsOf(step).flatMap((target) => ({ push: ['lint', 'test', 'test-ui', 'ops-check', 'image', 'image-check', 'scan'], rollout: ['push'] })[target] ?? [])
    const missing = wants.filter((each) => !done.includes(each))
    if (missing.length > 0) fault(`${pipeline.name}/${step.name}`, `does not wait for ${missing.join(', ')}`)
  }
}

function checkPipeline(pipeline) {
  if (pipeline?.kind !== 'pipeline' || !pipeline.name || !Array.isArray(pipeline.steps) || !pipeline.steps.length) {
    return fault(pipeline?.name ?? 'a document', 'is not a pipeline with a name and steps')
  }
  // Drone adds the step that clones.
  const names = ['clone', ...pipeline.steps.map((step) => step.name)]
  pipeline.steps.forEach((step) => checkStep(pipeline, names, step))
  if (pipeline.services) fault(pipeline.name, 'has services, whose images nobody checks')
  if (new Set(names).size < names.length) fault(pipeline.name, 'has two steps of one name')
  if ((pipeline.volumes ?? []).some((volume) => volume.host)) fault(pipeline.name, 'mounts a folder of the host')
  checkOrder(pipeline)
}

const documents = parseAllDocuments(readFileSync(file, 'utf8'), { merge: true })
if (documents.length === 0) fault('the file', 'holds no document')
for (const document of documents) {
  document.errors.forEach((error) => fault('the file', error.message))
  if (document.errors.length === 0) checkPipeline(document.toJS())
}
const pipelineNames = [...documents].map((document) => document.get?.('name'))
if (new Set(pipelineNames).size < pipelineNames.length) fault('the file', 'has two pipelines of one name')
faults.forEach((each) => console.error(each))
if (faults.length > 0) process.exit(1)
console.log(`${file}: ${documents.length} pipelines are sound`)
