// compare.mjs ONE OTHER: compares two builds of one commit, layer by layer. Only the last layer, that of the cache of classes,
// may differ; any other difference, in a layer, in the configuration or in the annotations, fails.
import process from 'node:process'
import { open } from './oci.mjs'

const images = process.argv.slice(2).map(open)
const FREE = 'aot'
const faults = []

const named = ({ manifest, config }) =>
  manifest.layers.map(({ digest, size }, at) => ({ name: config.history[at]?.comment || config.history[at]?.created_by || `layer ${at}`, digest, size }))
// What depends on the cache: its digests, here and in the manifest.
const without = ({ config, manifest }) =>
  JSON.stringify([{ ...config, rootfs: config.rootfs.diff_ids.slice(0, -1) }, manifest.annotations, manifest.layers.slice(0, -1)])

const [one, other] = images.map(named)
if (one.length !== other.length) faults.push(`one image has ${one.length} layers, the other ${other.length}`)
if (one.at(-1)?.name !== FREE) faults.push(`the last layer is ${one.at(-1)?.name}, not ${FREE}`)
for (const [at, { name, digest, size }] of one.entries()) {
  const equal = digest === other[at]?.digest
  console.log(`${equal ? 'equal  ' : 'differs'}  ${name.padEnd(24)} ${(size / 1e6).toFixed(1).padStart(6)} MB  ${digest.slice(7, 19)} ${other[at]?.digest.slice(7, 19)}`)
  if (!equal && name !== FREE) faults.push(`the layer ${name} differs`)
}
const same = without(images[0]) === without(images[1])
console.log(`${same ? 'equal  ' : 'differs'}  configuration and annotations, the cache's digest aside`)
if (!same) faults.push('the configuration or the annotations differ')

for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
