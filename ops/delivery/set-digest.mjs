// set-digest.mjs FILE REPOSITORY DIGEST: writes the digest of the image `vane` into a kustomization, and leaves all else,
// comments included, as it is.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { isMap, isSeq, parseDocument } from '../tools/node_modules/yaml/dist/index.js'

const [file, repository, digest] = process.argv.slice(2)

function fail(what) {
  console.error(`${file}: ${what}`)
  process.exit(1)
}

if (!/^sha256:[0-9a-f]{64}$/.test(digest ?? '')) fail(`'${digest}' is not a digest`)
const text = readFileSync(file, 'utf8')
const document = parseDocument(text)
if (document.errors.length > 0) fail(document.errors[0].message)
const images = document.get('images')
const found = isSeq(images) ? images.items.filter((image) => isMap(image) && image.get('name') === 'vane') : []
if (found.length !== 1) fail(`names the image 'vane' ${found.length} times in images:, not once`)
const [image] = found
if (image.get('newName') !== repository) fail(`takes the image from ${image.get('newName')}, not from ${repository}`)
if (image.has('newTag')) fail('has a newTag beside the digest; a tag may move')
const old = image.get('digest', true)
if (old?.range === undefined) fail('has no digest: to replace')

// Only these characters change: a reader of the commit sees one line.
const [begin, end] = old.range
const changed = text.slice(0, begin) + digest + text.slice(end)
if (parseDocument(changed).toJS().images.find((each) => each.name === 'vane').digest !== digest) fail('could not be edited')
writeFileSync(file, changed)
