// Tar archives for the image's scripts: written always alike (order, times, owners as given), and read as Jib writes them.
import { gunzipSync, gzipSync } from 'node:zlib'

const BLOCK = 512
/** The time that Jib gives to each file: a second after the epoch. */
const TIME = 1
const TYPES = { file: '0', folder: '5' }

function header({ path, mode, owner = 0, content }) {
  const block = Buffer.alloc(BLOCK)
  if (Buffer.byteLength(path) > 100) throw new Error(`the path ${path} is longer than the 100 bytes of a tar header`)
  const octal = (value, at, length) => block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1')
  block.write(path, 0)
  octal(mode, 100, 8)
  octal(owner, 108, 8)
  octal(owner, 116, 8)
  octal(content?.length ?? 0, 124, 12)
  octal(TIME, 136, 12)
  block.write('        ', 148)
  block.write(content ? TYPES.file : TYPES.folder, 156)
  block.write('ustar\u000000', 257, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

/** A tar of entries {path, mode, owner?, content?}; one without content is a folder. */
export function tar(entries) {
  const parts = entries.flatMap((entry) => {
    const content = entry.content ?? Buffer.alloc(0)
    return [header(entry), content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]
  })
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)])
}

/** gzip with neither a name nor a time in it. */
export const zip = (bytes) => gzipSync(bytes, { level: 9 })

const text = (bytes) => bytes.toString('utf8').replace(/\0.*$/s, '')

function extended(content) {
  const line = /(?:^|\n)\d+ path=(.*)\n/.exec(content.toString('utf8'))
  return line?.[1]
}

/** The entries {path, type, mode, owner, content} of a tar, zipped or not. */
export function untar(bytes) {
  const data = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
  const entries = []
  let longName
  for (let at = 0; at + BLOCK <= data.length && data[at] !== 0; ) {
    const field = (from, length) => text(data.subarray(at + from, at + from + length))
    const size = Number.parseInt(field(124, 12), 8)
    const content = data.subarray(at + BLOCK, at + BLOCK + size)
    const type = field(156, 1) || '0'
    const prefix = field(345, 155)
    if (type === 'x') longName = extended(content)
    else if (type === 'L') longName = text(content)
    else {
      const path = (longName ?? (prefix ? `${prefix}/${field(0, 100)}` : field(0, 100))).replace(/^\.?\/|\/$/g, '')
      entries.push({ path, type, mode: Number.parseInt(field(100, 8), 8), owner: Number.parseInt(field(108, 8), 8), content })
      longName = undefined
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return entries
}
