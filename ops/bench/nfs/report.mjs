// report.mjs FILE LEASE: reads what the clients said, prints a table, and fails where Vane's own configuration lost
// something that was acknowledged, was damaged, or did not refuse what it has to refuse. LEASE is the server's, in seconds.
import { readFileSync } from 'node:fs'
import process from 'node:process'

const [file, lease] = process.argv.slice(2)
const trials = new Map()

function trial(name) {
  if (!trials.has(name)) {
    trials.set(name, { micros: [], acknowledged: new Set(), lost: new Set(), integrity: [], refused: [], opened: [], ended: [] })
  }
  return trials.get(name)
}

/** Compares at each look, as whoever writes next would put a reading that was lost there again. */
function compare(known, found) {
  const [state, ...ranges] = found.split(' ')
  const there = ranges.map((range) => range.split('-').map(Number))
  known.integrity.push(state)
  for (const reading of known.acknowledged) {
    if (!there.some(([first, last]) => first <= reading && reading <= last)) known.lost.add(reading)
  }
}

/** What a program ended with, and of its last line, if that is one of its log, the message alone. */
function withMessage(ended) {
  const [, outcome, line] = /^(\S+) ?(.*)$/.exec(ended) ?? [, '', ended]
  try {
    return `${outcome}: ${JSON.parse(line).message}`
  } catch {
    return `${outcome}: ${line}`
  }
}

const rules = {
  kept(known, rest) {
    const [reading, micros] = rest.split(' ').map(Number)
    known.acknowledged.add(reading)
    known.micros.push(micros)
  },
  found: compare,
  opened(known, rest) {
    const [at, ...facts] = rest.split(' ')
    known.opened.push(Number(at))
    known.mode ??= /journal mode (\w+)/.exec(facts.join(' '))?.[1]
  },
  killed: (known, rest) => (known.killed = Number(rest)),
  refused: (known, rest) => known.refused.push(rest),
  ended: (known, rest) => known.ended.push(withMessage(rest)),
  info: (known, rest) => (known.info = rest),
  owner: (known, rest) => (known.owner = rest),
}

for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
  const said = /^([a-z-]+) ([a-z]+)(?: (.*))?$/.exec(line)
  if (said && said[2] in rules) rules[said[2]](trial(said[1]), said[3] ?? '')
}

const rows = [
  ['disk', 'Vane on a local disk'],
  ['nfs', 'Vane on NFS'],
  ['server', 'Vane on NFS, server killed, back after 4 s'],
  ['client', 'Vane on NFS, client killed 4 times'],
  ['takeover', 'Vane on NFS, node killed, another takes over'],
  ['cut-off', 'Vane on NFS, node cut off, another takes over'],
  ...['delete', 'truncate', 'persist', 'wal'].flatMap((mode) => [
    [`bare-disk-${mode}`, 'SQLite alone on a local disk', mode],
    [`bare-nfs-${mode}`, 'SQLite alone on NFS', mode],
  ]),
  ['pair-delete', 'SQLite alone, two NFS clients write', 'delete'],
  ['pair-wal', 'SQLite alone, two NFS clients write', 'wal'],
]
const DEFAULTS = ['disk', 'nfs', 'server', 'client', 'takeover', 'cut-off']

const milliseconds = (micros) => (micros === undefined ? '-' : (micros / 1000).toFixed(1))

function row([name, title, mode]) {
  const known = trial(name)
  const sorted = known.micros.toSorted((one, other) => one - other)
  const seconds = sorted.reduce((sum, micros) => sum + micros, 0) / 1e6
  const integrity = known.integrity.includes('damaged') ? 'damaged' : (known.integrity.at(-1) ?? 'cannot be read')
  return [
    title,
    mode ?? known.mode ?? '-',
    known.acknowledged.size,
    known.integrity.length === 0 ? '?' : known.lost.size,
    integrity === 'sound' ? 'ok' : integrity,
    sorted.length ? `${(sorted.at(-1) / 1e6).toFixed(2)} s` : '-',
    seconds ? (sorted.length / seconds).toFixed(0) : '-',
    milliseconds(sorted[Math.floor(sorted.length / 2)]),
    milliseconds(sorted[Math.floor(sorted.length * 0.99)]),
  ]
}

const table = [
  ['trial', 'journal mode', 'acknowledged', 'lost', 'integrity', 'longest stall', 'commits/s', 'median ms', 'p99 ms'],
  ...rows.map(row),
]
const widths = table[0].map((_, column) => Math.max(...table.map((cells) => String(cells[column]).length)))
for (const cells of table) {
  console.log(cells.map((cell, column) => String(cell).padEnd(widths[column])).join('  ').trimEnd())
}

const faults = []
const must = (holds, otherwise) => holds || faults.push(otherwise)

for (const name of DEFAULTS) {
  const known = trial(name)
  must(known.acknowledged.size > 0, `${name}: nothing was acknowledged, so that nothing was tried`)
  must(known.integrity.length > 1, `${name}: nobody looked at the end whether all is there`)
  must(known.integrity.every((state) => state === 'sound'), `${name}: the database is damaged`)
  must(known.lost.size === 0, `${name}: acknowledged readings are lost: ${[...known.lost].slice(0, 10).join(', ')}`)
  const mode = name === 'disk' ? 'wal' : 'delete'
  must(known.mode === mode, `${name}: the journal mode is ${known.mode}, but should be ${mode} there`)
}

const [takeover, sameClient, wal, foreign, service] = ['takeover', 'same-client', 'wal', 'foreign', 'service'].map(trial)
const cutOff = trial('cut-off')
const gap = (takeover.opened.at(-1) - takeover.killed) / 1000
must(Math.max(...trial('server').micros) > 3e6, 'server: no write waited, so that the server was not killed under one')
must(trial('client').opened.length > 4, 'client: it was not started again after each kill')
must(/holds it already/.test(sameClient.refused[0]), 'a second process on the same client was not refused')
must(sameClient.opened.length === 0, 'a second process on the same client opened the database')
must(/holds it already/.test(takeover.refused[0]), 'a second NFS client was not refused')
must(takeover.opened.length === 2 && gap > 0, 'the second NFS client opened the database while the first one lived, or never')
must(cutOff.opened.length === 4, 'cut-off: nobody took over, or nobody looked afterwards')
must(/^1:/.test(cutOff.ended[0]) && cutOff.refused.length > 1, 'cut-off: the node that was cut off went on when it was back')
must(/^[1-9]\d*: .*\bwal\b.*\bnfs/.test(wal.ended[0]), `the service did not refuse wal on NFS: ${wal.ended[0]}`)
must(/^[1-9]\d*: .*\/mnt\/plain\/other.* denied to the user/.test(foreign.ended[0]), `the service did not say that another user's folder is denied to it: ${foreign.ended[0]}`)
must(/nfs/.test(service.info) && /delete/i.test(service.info), `/info names neither NFS nor the journal mode: ${service.info}`)
must(service.owner === '10001:10001', `the database on the export belongs to ${service.owner}, not to 10001:10001`)

console.log(`
second process, same client: ${sameClient.refused[0]}
second process, other client: ${takeover.refused[0]}
other client after the first was killed: opened after ${gap.toFixed(1)} s; the server's lease is ${lease} s
node that was cut off, when it was back: ${cutOff.refused.slice(1).join('; ')}
the one that had taken over, meanwhile: ended with ${trial('took-over').ended[0]}
wal on NFS: ended with ${wal.ended[0]}
folder of another user: ended with ${foreign.ended[0]}
service on NFS: /info ${service.info}
two clients without Vane's lock, wal: ${trial('pair-wal').refused.join('; ') || 'no error was reported'}
two clients without Vane's lock, delete: ${trial('pair-delete').refused.join('; ') || 'no error was reported'}`)

for (const fault of faults) console.error(`nfs trial: ${fault}`)
process.exit(faults.length ? 1 : 0)
