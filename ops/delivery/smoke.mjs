// smoke.mjs URL: asks a running Vane for its page and for weather, as a user would, and says what is wrong.
// The operations port is not reachable from outside of the cluster; its health is what the roll-out waits for.
import process from 'node:process'

const base = process.argv[2].replace(/\/$/, '')
const faults = []

async function ask(path, judge) {
  try {
    // The way in may need a moment to find the new pod: a gap of 5 s at most, answered by 503 with Retry-After.
    for (let tries = 1; ; tries++) {
      const answer = await fetch(base + path, { headers: { accept: 'text/html,*/*;q=0.8' }, signal: AbortSignal.timeout(10_000) })
      const body = await answer.text()
      if (answer.status === 503 && tries < 6) {
        await new Promise((resolve) => setTimeout(resolve, 1000))
        continue
      }
      const fault = answer.status === 200 ? judge(body) : `answered ${answer.status}`
      if (fault) faults.push(`${path} ${fault}`)
      return
    }
  } catch (fault) {
    faults.push(`${path} could not be asked: ${fault.cause?.code ?? fault.message}`)
  }
}

function weather(body) {
  try {
    const { place } = JSON.parse(body)
    return place ? undefined : 'names no place'
  } catch {
    return 'is not JSON'
  }
}

await ask('/', (body) => (body.includes('<div id="root">') ? undefined : 'is not the page'))
await ask('/openapi.yaml', (body) => (body.includes('openapi: 3.1') ? undefined : 'is not the description of the API'))
await ask('/api/v1/weather?lat=52.52&lon=13.41', weather)

for (const fault of faults) console.error(`smoke: ${base}${fault}`)
if (faults.length > 0) process.exit(1)
console.log(`smoke: ${base} serves its page and weather`)
