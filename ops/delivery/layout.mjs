// layout.mjs FOLDER REVISION CONTENT: writes a small image as an OCI layout, labelled as built of REVISION. For tests.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'

const [folder, revision, content] = process.argv.slice(2)
const blobs = join(folder, 'blobs', 'sha256')
mkdirSync(blobs, { recursive: true })

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex')

function blob(mediaType, bytes) {
  writeFileSync(join(blobs, hash(bytes)), bytes)
  return { mediaType, digest: `sha256:${hash(bytes)}`, size: bytes.length }
}

/** A tar archive of one file. */
function archive(name, text) {
  const header = Buffer.alloc(512)
  const fields = { 0: name, 100: '0000644\0', 108: '0000000\0', 116: '0000000\0', 156: '0', 257: 'ustar\x0000' }
  fields[124] = `${text.length.toString(8).padStart(11, '0')}\0`
  fields[136] = '00000000000\0'
  fields[148] = '        '
  for (const [at, value] of Object.entries(fields)) header.write(value, Number(at), 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  const body = Buffer.alloc(Math.ceil(text.length / 512) * 512)
  body.write(text)
  return Buffer.concat([header, body, Buffer.alloc(1024)])
}

const oci = (kind) => `application/vnd.oci.image.${kind}`
const tar = archive('content', content)
const layer = blob(oci('layer.v1.tar+gzip'), gzipSync(tar))
const config = {
  architecture: 'amd64',
  os: 'linux',
  config: { Labels: { 'org.opencontainers.image.revision': revision } },
  rootfs: { type: 'layers', diff_ids: [`sha256:${hash(tar)}`] },
}
const manifest = {
  schemaVersion: 2,
  mediaType: oci('manifest.v1+json'),
  config: blob(oci('config.v1+json'), Buffer.from(JSON.stringify(config))),
  layers: [layer],
}
const index = {
  schemaVersion: 2,
  mediaType: oci('index.v1+json'),
  manifests: [blob(manifest.mediaType, Buffer.from(JSON.stringify(manifest)))],
}
writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
writeFileSync(join(folder, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }))
