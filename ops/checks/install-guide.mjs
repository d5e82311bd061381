// install-guide.mjs GUIDE MAKEFILE CI POM IMAGE-POM OVERLAY: holds the installation guide to its promise: at most 15 steps, and each
// command is run by a test or named as not testable here. A command that is a make target must be one that there is.
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'

const [guide, makefile, ci, pom, imagePom, overlay] = process.argv.slice(2)
const read = (path) => readFileSync(path, 'utf8')
const MOST_STEPS = 15
const faults = []
const fault = (line, what) => faults.push(`${guide}:${line}: ${what}`)

/** The recipe of each target, as lines without `@`. */
const recipes = {}
for (const [, target, lines] of read(makefile).matchAll(/^([a-z][a-z-]*):.*\n((?:\t.*\n)*)/gm)) {
  recipes[target] = lines.split('\n').map((line) => line.replace(/^\t@?/, '')).filter(Boolean)
}
const stages = /^stages=\((.*)\)$/m.exec(read(ci))?.[1].split(' ') ?? []
const ofCi = stages.flatMap((stage) => recipes[stage] ?? [])

/** The blocks of commands, with the line of each and the paragraph that follows the block. */
function blocks(text) {
  const found = []
  const lines = text.split('\n')
  for (let start = 0; start < lines.length; start += 1) {
    if (!lines[start].startsWith('```')) continue
    const end = lines.findIndex((line, index) => index > start && line === '```')
    const next = lines.findIndex((line, index) => index > end && line !== '')
    if (end === -1) fault(start + 1, 'a block is not closed')
    else if (lines[start] !== '```sh') fault(start + 1, "a block says not that it is 'sh'")
    else found.push({ line: start + 2, commands: lines.slice(start + 1, end).filter(Boolean), after: lines[next] ?? '' })
    if (end === -1) return found
    start = end
  }
  return found
}

/** Why a command is not run by what its block names, if so. */
function unproven(command, evidence) {
  const target = /^make ([a-z-]+)/.exec(command)?.[1]
  const stage = /^make ([a-z-]+)$/.exec(evidence)?.[1]
  if (stage) {
    if (!stages.includes(stage)) return `'${evidence}' is no stage of ${ci}`
    const there = target === stage || (recipes[target] ?? []).every((line) => recipes[stage].includes(line))
    return target && there ? undefined : `'${evidence}' does not run it`
  }
  if (!existsSync(evidence)) return `${evidence} does not exist`
  if (!ofCi.some((line) => line.split(' ').includes(evidence))) return `no stage of ${ci} runs ${evidence}`
  const tried = read(evidence).split('\n').some((line) => line.trim() === command || line.trim().endsWith(` ${command}`))
  return tried ? undefined : `${evidence} does not run it`
}

const text = read(guide)
const numbers = [...text.matchAll(/^### (\d+)\. /gm)].map(([, number]) => Number(number))
if (numbers.length === 0) fault(1, 'has no steps')
if (numbers.length > MOST_STEPS) fault(1, `has ${numbers.length} steps; ${MOST_STEPS} are the most`)
if (numbers.some((number, index) => number !== index + 1)) fault(1, `counts its steps ${numbers.join(', ')}`)

let run = 0
let excused = 0
for (const { line, commands, after } of blocks(text)) {
  const evidence = /^\*Run by `([^`]+)`/.exec(after)?.[1]
  const reason = /^\*Not testable here: (.{8,})\*$/.exec(after)?.[1]
  if (!evidence && !reason) fault(line, "is followed neither by '*Run by `...`' nor by '*Not testable here: why*'")
  for (const command of commands) {
    const target = /^make ([a-z-]+)/.exec(command)?.[1]
    if (target && !recipes[target]) fault(line, `'${command}': there is no target '${target}'`)
    if (reason && target) fault(line, `'${command}' is a target of ours, and can be tested`)
    if (/\|\s*(sudo )?(ba)?sh\b/.test(command)) fault(line, `'${command}' runs what comes from the network`)
    for (const [, folder] of command.matchAll(/ (ops\/[^ ]+)/g)) if (!existsSync(folder)) fault(line, `'${command}': there is no ${folder}`)
    const why = evidence && unproven(command, evidence)
    if (why) fault(line, `'${command}': ${why}`)
    run += evidence ? 1 : 0
    excused += reason ? 1 : 0
  }
}

// The image's name and version, said in three places.
const version = /<version>([^<]+)<\/version>/.exec(read(pom))?.[1]
for (const [, said] of text.matchAll(/[/ ]vane:([^ \n`]+)/g)) if (said !== version) fault(1, `names version ${said}; the image is ${version}`)
const built = /<to><image>([^:<]+):/.exec(read(imagePom))?.[1]
if (!text.includes(` ${built}:${version} `)) fault(1, `gives no second name to ${built}:${version}, which is what \`make image\` builds`)
const tag = /newTag: (\S+)/.exec(read(overlay))?.[1]
const name = /newName: (\S+)/.exec(read(overlay))?.[1]
if (tag !== version) fault(1, `${overlay} takes version ${tag}; the image is ${version}`)
if (!text.includes(`${name}:${tag}`)) fault(1, `never makes ${name}:${tag}, which ${overlay} takes`)

faults.forEach((each) => console.error(each))
console.log(`install guide: ${numbers.length} steps, ${run} commands run by tests, ${excused} not testable here, ${faults.length} faults`)
if (faults.length > 0) process.exitCode = 1
