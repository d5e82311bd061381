// check.mjs FOLDER: looks at the files of FOLDER that standard input names, and says which hold a secret that is not sealed.
//
// Every object is looked at, wherever it stands: in one of several documents, in a List, as text inside of another object, or
// that text in base64. What cannot be read but speaks of a Secret is refused, too: a check that skips it could be passed
// by a slip of the pen.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { parseAllDocuments } from '../tools/node_modules/yaml/dist/index.js'
import { sealedFaults } from './sealed-faults.mjs'

const folder = process.argv[2]
const SOURCE = /\.(java|tsx?|mjs|cjs|js|go|css|html|xml|svg|sql|sum|mod|png|jpg|ico|woff2?|gz|jar)$|(^|\/)(package-lock\.json|gradlew)$/
const SPEAKS_OF_SECRET = /\bkind["']?\s*:\s*(&\S+\s+|!!str\s+)?["']?Secret\b/
const MANIFEST = /\.(ya?ml|json)$/
const LINE_OF_SECRET = /^\s*kind:\s*["']?Secret["']?\s*$/m
// Examples that the check of the manifests must refuse; what they hold is made up.
const INVALID = /^ops\/k8s\/tests\/invalid\//
const LARGEST = 2_000_000

const faults = []
let seen = 0

function textFaults(words, fault) {
  if (SPEAKS_OF_SECRET.test(words)) {
    const documents = read(words)
    if (documents) documents.forEach((each) => look(each, (what) => fault(`${what}, as text inside of another object`)))
    else fault('holds text that speaks of a Secret')
  }
  const packed = words.replace(/\s/g, '')
  if (packed.length >= 40 && /^[A-Za-z0-9+/_-]+={0,2}$/.test(packed)) {
    const plain = Buffer.from(packed, 'base64').toString('utf8')
    if (SPEAKS_OF_SECRET.test(plain)) fault('holds a Secret in base64')
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(plain)) fault('holds a private key in base64')
  }
}

function secretFault({ data, stringData }) {
  if (stringData) return 'is a Secret in the clear (stringData)'
  return data ? 'is a Secret in the clear (data is only base64)' : 'is a Secret; seal it'
}

function look(value, fault) {
  if (value instanceof Uint8Array) return textFaults(Buffer.from(value).toString('utf8'), fault)
  if (typeof value === 'string') return textFaults(value, fault)
  if (Array.isArray(value)) return value.forEach((each) => look(each, fault))
  if (value === null || typeof value !== 'object') return
  // Lists of kinds and references name it, too; they have neither of these.
  if (value.kind === 'SealedSecret' && (value.metadata || value.spec)) {
    seen++
    return sealedFaults(value).forEach(fault)
  }
  // A reference, as in a patch's target, has neither of these.
  if (value.kind === 'Secret' && (value.metadata || value.data || value.stringData)) return fault(secretFault(value))
  for (const generator of [value.secretGenerator ?? []].flat()) {
    const from = ['literals', 'files', 'envs', 'env'].filter((each) => generator?.[each]?.length > 0)
    fault(`makes a Secret from ${from.join(', ') || 'nothing'} by secretGenerator`)
  }
  for (const [key, each] of Object.entries(value)) if (key !== 'secretGenerator') look(each, fault)
}

/** The documents of a text, or undefined when it is no YAML (JSON is). */
function read(source) {
  try {
    const documents = [...parseAllDocuments(source, { merge: true })]
    if (documents.some((each) => each.errors.length > 0)) return undefined
    return documents.map((each) => each.toJS())
  } catch {
    return undefined
  }
}

function checkFile(name) {
  const file = join(folder, name)
  if (SOURCE.test(name) || INVALID.test(name) || !existsSync(file) || !statSync(file).isFile() || statSync(file).size > LARGEST) return
  const content = readFileSync(file, 'utf8')
  const fault = (what) => faults.push(`${name}: ${what}`)
  if (name.endsWith('.md')) {
    for (const [, block] of content.matchAll(/^```ya?ml\n([^]*?)^```/gm)) (read(block) ?? []).forEach((each) => look(each, fault))
    return
  }
  const speaks = SPEAKS_OF_SECRET.test(content) || /\bSealedSecret\b|\bsecretGenerator\b/.test(content)
  if (!MANIFEST.test(name) && !SPEAKS_OF_SECRET.test(content)) return
  const documents = read(content)
  // A template or a script is none of ours to read, unless a line of it begins a Secret.
  if (documents === undefined) {
    if (MANIFEST.test(name) ? speaks : LINE_OF_SECRET.test(content)) fault('speaks of a Secret, and cannot be read as YAML or JSON')
    return
  }
  documents.forEach((each) => look(each, fault))
}

const names = (await text(process.stdin)).split('\n').filter(Boolean)
if (names.length === 0) {
  console.error('seal-check: there are no files to look at')
  process.exit(1)
}
names.forEach(checkFile)
faults.forEach((each) => console.error(`seal-check: ${each}`))
if (faults.length > 0) {
  console.error('seal-check: seal it with `make seal`; what has been pushed in the clear must be changed, not only removed')
  process.exit(1)
}
console.log(`seal-check: ${names.length} files, ${seen} sealed secrets, nothing in the clear`)
