// finish.mjs FROM CACHE SBOM TO: makes the image TO of the one that Jib wrote, by what Jib cannot do. It adds
//
//   a layer with the list of what is in the image, and the folders that are not root's or open to all: /var/lib/vane for
//   user 10001 alone (Jib gives each file to root), and /tmp with the sticky bit (Jib takes three digits of a mode);
//   a layer with the cache of classes, the last one, as nothing else differs between two builds of one commit;
//   the labels once more as annotations of the manifest, where registries look for them, and what each layer holds.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { describe, layout, open, sha256 } from './oci.mjs'
import { tar, zip } from './tar.mjs'

const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
const VANE = 10001
const [from, cache, sbom, to] = process.argv.slice(2)

const folders = (...paths) => paths.map((path) => ({ path, mode: 0o755 }))
const added = [
  {
    name: 'contents',
    entries: [
      ...folders('usr/', 'usr/share/', 'usr/share/doc/', 'usr/share/doc/vane/', 'var/', 'var/lib/'),
      { path: 'tmp/', mode: 0o1777 },
      { path: 'usr/share/doc/vane/sbom.cdx.json', mode: 0o644, content: readFileSync(sbom) },
      { path: 'var/lib/vane/', mode: 0o770, owner: VANE },
    ],
  },
  { name: 'aot', entries: [...folders('app/'), { path: 'app/vane.aot', mode: 0o644, content: readFileSync(cache) }] },
]

const image = open(from)
const { config, manifest } = image
const blobs = manifest.layers.map((layer) => image.blob(layer.digest))
for (const { name, entries } of added) {
  const plain = tar(entries)
  const zipped = zip(plain)
  blobs.push(zipped)
  manifest.layers.push(describe(LAYER, zipped))
  config.rootfs.diff_ids.push(`sha256:${sha256(plain)}`)
  config.history.push({ created: config.created, created_by: `ops/image/finish:${name}`, comment: name })
}
manifest.annotations = config.config.Labels

const json = (value) => Buffer.from(JSON.stringify(value))
const configBytes = json(config)
manifest.config = describe(manifest.config.mediaType, configBytes)
const manifestBytes = json(manifest)
const name = image.descriptor.annotations
const platform = { architecture: config.architecture, os: config.os }
const descriptor = describe(image.descriptor.mediaType, manifestBytes, { annotations: name, platform })
writeFileSync(to, layout([descriptor], [...blobs, configBytes, manifestBytes]))
console.log(descriptor.digest)
