// oci.mjs layers|entrypoint FOLDER: reads an unpacked OCI layout. Prints the files of its layers in their order, or the
// words of its entrypoint, one a line.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const [what, folder] = process.argv.slice(2)
const blob = (digest) => join(folder, 'blobs', ...digest.split(':'))
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))

const index = read(join(folder, 'index.json'))
const manifest = read(blob(index.manifests[0].digest))
const lines = {
  layers: () => manifest.layers.map((layer) => blob(layer.digest)),
  entrypoint: () => read(blob(manifest.config.digest)).config.Entrypoint,
}
console.log(lines[what]().join('\n'))
