// load.mjs URL [--connections N] [--rate N] [--seconds N] [--ca FILE] [--servername NAME] [--connect ADDRESS] [--path PATH]…
//          [--station NAME:PASSWORD] [--days-ago N] [--acknowledged FILE] [--go-on]
//
// Sends requests at a steady rate over connections that are kept alive, and knows of each what became of it: raw sockets,
// since a client that repeats a request by itself would hide what is looked for. Every fortieth request is a reading of
// the house's own station, if --station is given; the times of those that were answered with 2xx go to the file of
// --acknowledged; they are ten minutes apart, from --days-ago on. It ends after the time, or, without --go-on, as soon as nobody has let it connect for a second.
//
// Says on the standard error when it has made its connections and begins. Prints one line of JSON:
//   sent       requests written whole to a connection of which the end had not been seen
//   complete   of these, those that were answered to the last byte; byStatus counts them
//   cut        of these, those whose connection ended without that answer: must be 0
//   cuts       the first of them: when, how long after, how long the connection had rested, what was received
//   dropped    connections that were made and ended before a request was sent on them
//   refused    connections that were refused, tried once in 100 ms for each that is missing
//   unsent     requests that were due when no connection was free
//   unavailable  answers with 503; they are in byStatus, too
//   gap        the longest time between two answers with 2xx: milliseconds, and from when to when
//   first, last  when the first and the last answer with 2xx came
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import process from 'node:process'
import { connect as connectTls } from 'node:tls'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    connections: { type: 'string', default: '200' },
    rate: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '10' },
    ca: { type: 'string' },
    servername: { type: 'string' },
    connect: { type: 'string' }, // where to connect in the place of the URL's host
    path: { type: 'string', multiple: true, default: ['/api/v1/weather?place=2657896&days=1&hours=1', '/api/v1/places/2657896'] },
    station: { type: 'string' },
    'days-ago': { type: 'string', default: '20' },
    acknowledged: { type: 'string' },
    'go-on': { type: 'boolean', default: false },
  },
})
const url = new URL(positionals[0])
const secure = url.protocol === 'https:'
const port = Number(url.port || (secure ? 443 : 80))
const ca = values.ca && readFileSync(values.ca)
const servername = values.servername ?? url.hostname

const READING_EVERY = 40
const TICK_MS = 4
const AT_ONCE = 16
const RETRY_MS = 100
const ALONE_MS = 1000
const READING_MS = 600_000
const DAY_MS = 86_400_000

const requests = values.path.map((path) =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nAccept: application/json\r\n\r\n`),
)
// In the past: each is a row of its own, and none is too old or too new to be taken.
const firstReading = Math.floor((Date.now() - Number(values['days-ago']) * DAY_MS) / READING_MS) * READING_MS
const credentials = values.station && Buffer.from(values.station).toString('base64')

const count = { sent: 0, complete: 0, cut: 0, dropped: 0, refused: 0, unsent: 0, unavailable: 0 }
const cuts = []
const byStatus = {}
const acknowledged = []
const gap = { ms: 0, from: null, to: null }
let first
let last
let lastContact = Date.now()
let ended = false
let readings = 0

function request(number) {
  if (!credentials || number % READING_EVERY !== 0) return { bytes: requests[number % requests.length] }
  const reading = { time: new Date(firstReading + READING_MS * readings++).toISOString(), temperature: 10 + (readings % 90) / 10 }
  const body = JSON.stringify(reading)
  const head = `POST /api/v1/observations HTTP/1.1\r\nHost: ${url.host}\r\nAuthorization: Basic ${credentials}\r\n`
  return { bytes: Buffer.from(`${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`), reading }
}

// How many bytes at the front of the buffer are one whole answer, and what it says; nothing as long as it is not whole.
function answer(buffer) {
  const end = buffer.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [line, ...headers] = buffer.toString('latin1', 0, end).split('\r\n')
  const field = (name) => headers.find((header) => header.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1).trim()
  const status = Number(line.split(' ')[1])
  const closes = field('connection')?.toLowerCase() === 'close'
  let length = end + 4
  if (field('transfer-encoding') === 'chunked') {
    for (let size = -1; size !== 0; ) {
      const eol = buffer.indexOf('\r\n', length)
      if (eol < 0) return undefined
      size = parseInt(buffer.toString('latin1', length, eol), 16)
      length = eol + 2 + size + 2
    }
  } else {
    length += Number(field('content-length') ?? 0)
  }
  return buffer.length < length ? undefined : { status, closes, length }
}

function answered(status, reading) {
  count.complete++
  byStatus[status] = (byStatus[status] ?? 0) + 1
  if (status === 503) count.unavailable++
  if (status < 200 || status > 299) return
  const now = Date.now()
  if (last !== undefined && now - last > gap.ms) Object.assign(gap, { ms: now - last, from: last, to: now })
  first ??= now
  last = now
  if (reading) acknowledged.push(reading)
}

class Connection {
  constructor(id) {
    this.id = id
    this.open()
  }

  open() {
    if (ended) return
    this.free = false
    this.opened = false
    this.used = 0
    this.pending = undefined
    this.received = Buffer.alloc(0)
    const options = { host: values.connect ?? url.hostname, port, noDelay: true }
    const socket = secure ? connectTls({ ...options, ca, servername }) : connect(options)
    this.socket = socket
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      this.opened = true
      this.free = true
      lastContact = Date.now()
    })
    socket.on('data', (bytes) => this.receive(bytes))
    socket.on('end', () => this.over('end'))
    socket.on('error', (fault) => this.over(fault.code ?? fault.message))
    socket.on('close', () => this.over('close'))
  }

  send({ bytes, reading }) {
    this.free = false
    this.used++
    this.pending = { reading, at: Date.now() }
    count.sent++
    this.socket.write(bytes)
  }

  receive(bytes) {
    this.received = this.received.length === 0 ? bytes : Buffer.concat([this.received, bytes])
    const found = this.pending && answer(this.received)
    if (!found) return
    this.received = this.received.subarray(found.length)
    answered(found.status, this.pending.reading)
    this.lastAnswer = Date.now()
    this.pending = undefined
    if (found.closes) this.again(0)
    else this.free = true
  }

  // The first sign of the end counts; others of the same socket follow.
  over(how) {
    if (this.socket === undefined) return
    if (this.pending && !ended) {
      count.cut++
      if (cuts.length < 20) {
        const { at, reading } = this.pending
        const ms = Date.now() - at
        const rested = at - this.lastAnswer
        cuts.push({ at: new Date(at).toISOString(), ms, rested, how, reading, connection: this.id, used: this.used, received: this.received.length })
      }
    } else if (this.opened && this.used === 0) count.dropped++
    if (!this.opened) count.refused++
    this.again(this.opened ? 0 : RETRY_MS)
  }

  again(delay) {
    const socket = this.socket
    this.socket = undefined
    this.free = false
    this.pending = undefined
    socket.removeAllListeners()
    socket.on('error', () => {})
    socket.end()
    setTimeout(() => socket.destroy(), 2000).unref()
    if (delay > 0) setTimeout(() => this.open(), delay)
    else setImmediate(() => this.open())
  }
}

const connections = Array.from({ length: Number(values.connections) }, (_, id) => new Connection(id))
while (!connections.every((connection) => connection.free) && Date.now() - lastContact < 5000) {
  await new Promise((resolve) => setTimeout(resolve, 10))
}
lastContact = Date.now()
console.error(`load: begins over ${connections.filter((connection) => connection.free).length} connections`)

const rate = Number(values.rate)
const begin = performance.now()
const until = begin + 1000 * Number(values.seconds)
let due = 0
let turn = 0

// In turn, so that each connection rests for the same time between two requests.
function freeConnection() {
  for (let i = 0; i < connections.length; i++) {
    const connection = connections[turn++ % connections.length]
    if (connection.free) return connection
  }
  return undefined
}

while (performance.now() < until && (values['go-on'] || Date.now() - lastContact < ALONE_MS || connections.some((c) => c.opened && c.socket))) {
  // Right after the sockets were looked at, and few at a time: an end that has come is an end that is known.
  await new Promise((resolve) => setImmediate(resolve))
  const wanted = ((performance.now() - begin) / 1000) * rate
  for (let i = 0; i < AT_ONCE && due < wanted; i++, due++) {
    const connection = freeConnection()
    if (connection) connection.send(request(due))
    else count.unsent++
  }
  if (due >= wanted) await new Promise((resolve) => setTimeout(resolve, TICK_MS))
}
const took = performance.now() - begin
for (let i = 0; i < 200 && connections.some((connection) => connection.pending); i++) {
  await new Promise((resolve) => setTimeout(resolve, 10))
}
const unanswered = connections.filter((connection) => connection.pending).length
ended = true
count.cut += unanswered

const time = (ms) => (ms == null ? null : new Date(ms).toISOString())
if (values.acknowledged) writeFileSync(values.acknowledged, acknowledged.map((reading) => `${JSON.stringify(reading)}\n`).join(''))
console.log(
  JSON.stringify({
    ...count,
    unanswered,
    byStatus,
    acknowledged: acknowledged.length,
    gap: { ms: gap.ms, from: time(gap.from), to: time(gap.to) },
    first: time(first),
    last: time(last),
    seconds: Math.round(took / 100) / 10,
    cuts,
  }),
)
process.exit(0)
