// await.mjs URL SECONDS [PID]: waits until URL answers 2xx, and prints the milliseconds that took.
// Fails when the time is over, or at once when the process PID is gone.
import process from 'node:process'

const [url, seconds, pid] = process.argv.slice(2)
const begin = performance.now()

async function answers() {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) })
    return answer.ok
  } catch {
    return false
  }
}

function gone() {
  if (!pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch {
    return true
  }
}

while (!(await answers())) {
  if (gone()) {
    console.error(`the process ended before ${url} answered`)
    process.exit(1)
  }
  if (performance.now() - begin > seconds * 1000) {
    console.error(`${url} did not answer within ${seconds} s`)
    process.exit(1)
  }
  await new Promise((resolve) => setTimeout(resolve, 20))
}
console.log(Math.round(performance.now() - begin))
