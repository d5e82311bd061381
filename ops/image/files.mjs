// The files of an image as its layers leave them: a later layer's file replaces an earlier one's.
import { untar } from './tar.mjs'

/** Path → {path, type, mode, owner, content} of an image that oci.mjs opened. Whiteouts are none of ours: they are refused. */
export function filesOf(image) {
  const files = new Map()
  for (const layer of image.manifest.layers) {
    for (const file of untar(image.blob(layer.digest))) {
      if (file.path.split('/').at(-1).startsWith('.wh.')) throw new Error(`${file.path} deletes a file of another layer`)
      if (file.path !== '') files.set(file.path, file)
    }
  }
  return files
}

export const jarsIn = (files) => [...files.keys()].filter((path) => /^app\/(libs|classpath)\/[^/]+\.jar$/.test(path)).sort()
