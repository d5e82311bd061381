// sealed.mjs NAME NAMESPACE KEY [FILE]: makes a SealedSecret of the sealed text on standard input, and prints it; with
// FILE, writes it there, or adds the key to what is there.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { Document, parseDocument } from '../tools/node_modules/yaml/dist/index.js'

const [name, namespace, key, file] = process.argv.slice(2)
const sealed = (await text(process.stdin)).trim()

function fail(what) {
  console.error(`seal: ${what}`)
  process.exit(1)
}

const there = Boolean(file) && existsSync(file)
const document = there
  ? parseDocument(readFileSync(file, 'utf8'))
  : new Document({
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata: { name, namespace },
      spec: { encryptedData: {}, template: { metadata: { name, namespace } } },
    })
if (document.get('kind') !== 'SealedSecret') fail(`${file} holds no SealedSecret`)
for (const [field, value] of Object.entries({ name, namespace })) {
  const has = document.getIn(['metadata', field])
  if (has !== value) fail(`${file} is for the ${field} ${has}, not ${value}`)
}
document.setIn(['spec', 'encryptedData', key], sealed)
const written = document.toString({ lineWidth: 0 })
if (file) {
  writeFileSync(file, written)
  console.error(`seal: ${key} is in ${file}`)
} else {
  process.stdout.write(written)
}
