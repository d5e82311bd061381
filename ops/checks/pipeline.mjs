// pipeline.mjs FILE TARGET...: checks a Drone pipeline file against the targets that the Makefile has.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseAllDocuments } from '../tools/node_modules/yaml/dist/index.js'

const [file, ...targets] = process.argv.slice(2)
const faults = []
const fault = (where, what) => faults.push(`${file}: ${where}: ${what}`)

/** A command is `make` with targets that exist, and nothing else: what CI does, a laptop can. */
function checkCommand(where, command) {
  const [program, ...words] = String(command).trim().split(/\s+/)
  if (program !== 'make' || words.length === 0) fault(where, `'${command}' is not a make target`)
  else words.filter((word) => !targets.includes(word)).forEach((word) => fault(where, `there is no target '${word}'`))
}

/** A tag that moves makes two builds of one commit differ. */
function checkImage(where, image) {
  if (typeof image !== 'string') return fault(where, 'names no image')
  if (/@sha256:[0-9a-f]{64}$/.test(image)) return
  const tag = /:([^/:]+)$/.exec(image)?.[1]
  if (tag === undefined || /^(latest|stable|main|master|[0-9]+)$/.test(tag)) fault(where, `'${image}' may change under its tag`)
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
  const usesSecrets = Object.values(step.environment ?? {}).some((value) => value?.from_secret)
  if (usesSecrets && !step.when?.event?.every?.((event) => event !== 'pull_request')) {
    fault(where, 'would give secrets to pull requests')
  }
}

function checkPipeline(pipeline) {
  if (pipeline?.kind !== 'pipeline' || !pipeline.name || !Array.isArray(pipeline.steps) || !pipeline.steps.length) {
    return fault(pipeline?.name ?? 'a document', 'is not a pipeline with a name and steps')
  }
  // Drone adds the step that clones.
  const names = ['clone', ...pipeline.steps.map((step) => step.name)]
  pipeline.steps.forEach((step) => checkStep(pipeline, names, step))
  if (new Set(names).size < names.length) fault(pipeline.name, 'has two steps of one name')
  if ((pipeline.volumes ?? []).some((volume) => volume.host)) fault(pipeline.name, 'mounts a folder of the host')
}

const documents = parseAllDocuments(readFileSync(file, 'utf8'))
if (documents.length === 0) fault('the file', 'holds no document')
for (const document of documents) {
  document.errors.forEach((error) => fault('the file', error.message))
  if (document.errors.length === 0) checkPipeline(document.toJS({ merge: true }))
}
faults.forEach((each) => console.error(each))
if (faults.length > 0) process.exit(1)
console.log(`${file}: ${documents.length} pipelines are sound`)
