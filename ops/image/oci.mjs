// oci.mjs layers|entrypoint|digest TAR-OR-FOLDER: reads an OCI layout, unpacked or as a tar. Prints the files of its layers
// in their order, the words of its entrypoint, one a line, or the digest of its manifest. Other scripts import it.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { tar, untar } from './tar.mjs'

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** An OCI layout with one image: {files, index, descriptor, manifest, config, blob(digest)}. */
export function open(path) {
  const files = statSync(path).isDirectory() ? undefined : new Map(untar(readFileSync(path)).map((file) => [file.path, file.content]))
  const read = (name) => (files ? files.get(name) : readFileSync(join(path, name)))
  const blob = (digest) => read(join('blobs', ...digest.split(':')))
  const index = JSON.parse(read('index.json'))
  const [descriptor] = index.manifests
  const manifest = JSON.parse(blob(descriptor.digest))
  return { index, descriptor, manifest, config: JSON.parse(blob(manifest.config.digest)), blob }
}

/** What points to some bytes: a media type, their digest and size, and what is said of them. */
export function describe(mediaType, bytes, more = {}) {
  return { mediaType, digest: `sha256:${sha256(bytes)}`, size: bytes.length, ...more }
}

/** A tar of an OCI layout: its index, and its blobs in the order of their digests, each once. */
export function layout(manifests, blobs) {
  const json = (value) => Buffer.from(JSON.stringify(value))
  const byName = new Map(blobs.map((bytes) => [`blobs/sha256/${sha256(bytes)}`, bytes]))
  const files = [...byName].sort(([one], [other]) => (one < other ? -1 : 1))
  const index = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests }
  return tar([
    { path: 'oci-layout', mode: 0o644, content: json({ imageLayoutVersion: '1.0.0' }) },
    { path: 'index.json', mode: 0o644, content: json(index) },
    ...files.map(([path, content]) => ({ path, mode: 0o644, content })),
  ])
}

function main([what, path]) {
  const image = open(path)
  const lines = {
    layers: () => image.manifest.layers.map((layer) => join(path, 'blobs', ...layer.digest.split(':'))),
    entrypoint: () => image.config.config.Entrypoint,
    digest: () => [image.descriptor.digest],
  }
  console.log(lines[what]().join('\n'))
}

if (resolve(process.argv[1]) === import.meta.filename) main(process.argv.slice(2))
