// load.mjs URL: 2,000 requests, 100 at a time, for the weather of 420 places, four of five for the same 20; every one of
// them must be answered with 200.
import process from 'node:process'

const [url] = process.argv.slice(2)
const REQUESTS = 2000
const AT_A_TIME = 100
const USUAL = 20

const answers = new Map()
let next = 0

async function ask() {
  while (next < REQUESTS) {
    const request = next++
    const place = request % 5 === 0 ? USUAL + request / 5 : request % USUAL
    const latitude = (-60 + place / 4).toFixed(2)
    let outcome
    try {
      const address = `${url}/api/v1/weather?lat=${latitude}&lon=${place % 180}`
      const answer = await fetch(address, { signal: AbortSignal.timeout(120_000) })
      await answer.arrayBuffer()
      outcome = String(answer.status)
    } catch (fault) {
      outcome = fault.cause?.code ?? fault.name
    }
    answers.set(outcome, (answers.get(outcome) ?? 0) + 1)
  }
}

await Promise.all(Array.from({ length: AT_A_TIME }, ask))
const summary = [...answers].map(([outcome, count]) => `${count} × ${outcome}`).join(', ')
console.log(summary)
if (answers.get('200') !== REQUESTS) process.exit(1)
