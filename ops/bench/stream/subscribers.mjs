// subscribers.mjs URL NUMBER: opens streams of events and reads what comes, on raw sockets, so that the other end is all
// that costs anything. A line `ready N` when N have had their first event; after `end` on the standard input, one line of
// JSON: how many still stand, and how many events of each name there were.
import { connect } from 'node:net'
import process from 'node:process'
import { createInterface } from 'node:readline'

const url = new URL(process.argv[2])
const number = Number(process.argv[3])
const FROM_ONE_ADDRESS = 100
const AT_ONCE = 20

const events = {}
const streams = []

function subscribe(index) {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: url.hostname,
      port: Number(url.port),
      localAddress: `127.0.0.${1 + Math.floor(index / FROM_ONE_ADDRESS)}`,
    })
    const stream = { socket, open: true }
    socket.setEncoding('latin1')
    let rest = ''
    let begun = false
    socket.on('data', (text) => {
      rest += text
      if (!begun && !rest.startsWith('HTTP/1.1 200 ')) reject(new Error(rest.split('\r\n')[0]))
      begun = true
      const lines = rest.split('\n')
      rest = lines.pop()
      for (const line of lines) {
        const name = /^event: (\w+)/.exec(line)?.[1]
        if (name) events[name] = (events[name] ?? 0) + 1
        if (name) resolve()
      }
    })
    socket.on('error', reject)
    socket.on('close', () => (stream.open = false))
    socket.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nAccept: text/event-stream\r\n\r\n`)
    streams.push(stream)
  })
}

for (let begun = 0; begun < number; begun += AT_ONCE) {
  const count = Math.min(AT_ONCE, number - begun)
  await Promise.all(Array.from({ length: count }, (_, each) => subscribe(begun + each)))
}
console.log(`ready ${streams.length}`)

for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'end') continue
  console.log(JSON.stringify({ standing: streams.filter(({ open }) => open).length, events }))
  process.exit(0)
}
