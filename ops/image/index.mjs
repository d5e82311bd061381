// index.mjs TO TAR...: joins images of one version for several architectures into one OCI layout, whose index names each with
// its platform: what `skopeo copy --all` pushes as one tag. Two images of one architecture, or of two revisions, are refused.
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { describe, layout, open } from './oci.mjs'

const [to, ...tars] = process.argv.slice(2)
const images = tars.map((path) => ({ path, ...open(path) }))
const label = ({ config }, name) => config.config.Labels?.[`org.opencontainers.image.${name}`]

function refuse(reason) {
  console.error(`index: ${reason}`)
  process.exit(1)
}

if (images.length < 2) refuse('give the file to write, and at least two images')
const architectures = images.map(({ config }) => config.architecture)
if (new Set(architectures).size < images.length) refuse(`two of the images are for one architecture: ${architectures.join(', ')}`)
for (const name of ['version', 'revision']) {
  const values = images.map((image) => label(image, name))
  if (new Set(values).size > 1) refuse(`the images are of more than one ${name}: ${values.join(', ')}`)
}

const blobs = images.flatMap(({ manifest, descriptor, blob }) =>
  [descriptor, manifest.config, ...manifest.layers].map(({ digest }) => blob(digest)))
const manifests = images.map(({ descriptor, config }) => {
  const platform = { architecture: config.architecture, os: config.os, ...(config.architecture === 'arm64' && { variant: 'v8' }) }
  return { mediaType: descriptor.mediaType, digest: descriptor.digest, size: descriptor.size, platform }
})
const MEDIA_TYPE = 'application/vnd.oci.image.index.v1+json'
const index = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: MEDIA_TYPE, manifests, annotations: images[0].manifest.annotations }))
const top = describe(MEDIA_TYPE, index, { annotations: images[0].descriptor.annotations })
writeFileSync(to, layout([top], [...blobs, index]))
console.log(top.digest)
