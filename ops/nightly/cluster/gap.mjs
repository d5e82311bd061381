// gap.mjs URL ADDRESS AUTHORITY SECONDS: ten requests a second, each on a connection of its own, which is fewer than the rate
// limit. Prints what was answered, and for how long nothing good was. Fails when a request was answered by anything but 200
// or 503, as one that is cut would be, when nothing failed at all, and when the last second is not good again.
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import process from 'node:process'

const [url, address, authority, seconds] = process.argv.slice(2)
const EACH_MILLISECONDS = 100
const LIMIT_MILLISECONDS = 10_000
const ca = readFileSync(authority)
const lookup = (name, { all }, done) => (all ? done(null, [{ address, family: 4 }]) : done(null, address, 4))
const answers = []

function ask() {
  const began = performance.now()
  return new Promise((resolve) => {
    const done = (outcome) => resolve(answers.push({ began, ended: performance.now(), outcome }))
    const call = request(url, { agent: false, ca, lookup, timeout: LIMIT_MILLISECONDS }, (answer) => {
      answer.on('end', () => done(answer.statusCode)).on('error', () => done('cut')).resume()
    })
    call.on('timeout', () => call.destroy())
    call.on('error', () => done('cut')).end()
  })
}

const calls = []
for (let sent = 0; sent < (Number(seconds) * 1000) / EACH_MILLISECONDS; sent++) {
  calls.push(ask())
  await new Promise((resolve) => setTimeout(resolve, EACH_MILLISECONDS))
}
await Promise.all(calls)

const good = answers.filter(({ outcome }) => outcome === 200).sort((one, other) => one.ended - other.ended)
const gap = good.slice(1).reduce((longest, each, index) => Math.max(longest, each.ended - good[index].ended), 0)
const outcomes = new Map()
for (const { outcome } of answers) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
const refused = answers.filter(({ outcome }) => outcome === 503).map(({ began }) => began)
const unavailable = refused.length ? Math.max(...refused) - Math.min(...refused) : 0
const slowest = Math.max(...good.map(({ began, ended }) => ended - began))
console.log(`${answers.length} requests: ${[...outcomes].map(([outcome, count]) => `${count} × ${outcome}`).join(', ')};` +
  ` 503 for ${Math.round(unavailable)} ms, nothing good for ${Math.round(gap)} ms, slowest good one ${Math.round(slowest)} ms`)
const ended = answers.sort((one, other) => one.began - other.began).slice(-10).every(({ outcome }) => outcome === 200)
const others = [...outcomes.keys()].some((outcome) => outcome !== 200 && outcome !== 503)
if (others || !outcomes.has(503) || !ended) process.exit(1)
