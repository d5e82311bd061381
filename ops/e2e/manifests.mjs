// manifests.mjs: what a rendered overlay says of Vane, for whoever runs it without a cluster. Each part is read from the
// objects, so that a change of a manifest changes what the end-to-end test runs.
import { readFileSync } from 'node:fs'
import { parseAllDocuments } from '../tools/node_modules/yaml/dist/index.js'

/** The objects of a rendering, by kind and name. */
export function read(file) {
  const objects = parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS())
  const of = (kind) => objects.filter((object) => object.kind === kind)
  const named = (kind, name) => {
    const found = of(kind).find((object) => object.metadata.name === name)
    if (!found) throw new Error(`the rendering has no ${kind} ${name}`)
    return found
  }
  return { of, named }
}

/** The names in a host rule: the first backticked word of each `match`. */
export function hosts({ of }) {
  const all = of('IngressRoute').flatMap(({ spec }) => spec.routes.map(({ match }) => /Host\(`([^`]+)`\)/.exec(match)[1]))
  return [...new Set(all)]
}
