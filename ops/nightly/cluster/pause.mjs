// pause.mjs PROGRAM FOLDER: writes an OCI layout with a static program as its only file, which holds a pod's namespaces open.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const [program, folder] = process.argv.slice(2)
const NAME = 'vane.test/pause:1'
const BLOCK = 512
const sha256 = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** A tar archive with one file, executable for everybody. */
function archive(name, bytes) {
  const header = Buffer.alloc(BLOCK)
  const octal = (number, length) => `${number.toString(8).padStart(length - 1, '0')}\0`
  header.write(name, 0)
  header.write(octal(0o755, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(bytes.length, 12), 124)
  header.write(octal(0, 12), 136)
  header.write(' '.repeat(8), 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  const padding = Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)
  return Buffer.concat([header, bytes, padding, Buffer.alloc(2 * BLOCK)])
}

function blob(mediaType, bytes) {
  const digest = sha256(bytes)
  writeFileSync(join(folder, 'blobs', ...digest.split(':')), bytes)
  return { mediaType, digest, size: bytes.length }
}

const type = (what) => `application/vnd.oci.image.${what}`
const json = (object) => Buffer.from(JSON.stringify(object))
mkdirSync(join(folder, 'blobs', 'sha256'), { recursive: true })
const layer = blob(type('layer.v1.tar'), archive('pause', readFileSync(program)))
const architecture = { x64: 'amd64', arm64: 'arm64' }[process.arch]
const config = blob(
  type('config.v1+json'),
  json({ architecture, os: 'linux', config: { Entrypoint: ['/pause'], User: '65535:65535' }, rootfs: { type: 'layers', diff_ids: [layer.digest] } }),
)
const manifest = blob(type('manifest.v1+json'), json({ schemaVersion: 2, mediaType: type('manifest.v1+json'), config, layers: [layer] }))
const annotations = { 'io.containerd.image.name': NAME, 'org.opencontainers.image.ref.name': '1' }
writeFileSync(join(folder, 'oci-layout'), json({ imageLayoutVersion: '1.0.0' }))
writeFileSync(join(folder, 'index.json'), json({ schemaVersion: 2, manifests: [{ ...manifest, annotations }] }))
