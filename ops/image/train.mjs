// train.mjs URL OPERATIONS_URL PASSWORD: asks for what a house asks for, so that the cache holds the classes for it: the
// page, search, weather, a watched place, the station's readings, history, scores, health and metrics.
import process from 'node:process'

const [url, operations, password] = process.argv.slice(2)
const faults = []
const place = 2950159

async function ask(address, { expected = 200, ...options } = {}) {
  const headers = { accept: 'text/html,application/json,*/*;q=0.8', ...options.headers }
  const answer = await fetch(address, { ...options, headers, signal: AbortSignal.timeout(30_000) })
  const body = await answer.text()
  if (answer.status !== expected) faults.push(`${options.method ?? 'GET'} ${address} answered ${answer.status}, not ${expected}: ${body}`)
  return body
}

const page = await ask(`${url}/`)
for (const [, asset] of page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) await ask(`${url}${asset}`)
await ask(`${url}/about`)
await ask(`${url}/openapi.yaml`)
await ask(`${url}/licenses/third-party.txt`)

const api = `${url}/api/v1`
await ask(`${api}/places?q=berl`)
await ask(`${api}/places?q=s%C3%A3o%20pau&lang=de`)
await ask(`${api}/places/${place}`)
await ask(`${api}/places/nearest?lat=52.52&lon=13.41`)
await ask(`${api}/weather?place=${place}`)
await ask(`${api}/weather?place=${place}`, { headers: { 'accept-encoding': 'identity' } })
await ask(`${api}/weather?lat=48.2&lon=16.4&units=imperial`)
await ask(`${api}/weather?place=1`, { expected: 404 })
await ask(`${api}/sources`)
await ask(`${api}/watches/${place}`, { method: 'PUT', expected: 201 })
await ask(`${api}/watches`)
await ask(`${api}/scores?place=${place}`)

const authorization = `Basic ${Buffer.from(`house:${password}`).toString('base64')}`
const reading = { time: new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString(), temperature: 12.3, relativeHumidity: 76 }
await ask(`${api}/observations`, {
  method: 'POST',
  headers: { authorization, 'content-type': 'application/json' },
  body: JSON.stringify([reading]),
})
await ask(`${url}/weatherstation/updateweatherstation.php?ID=house&PASSWORD=${password}&dateutc=now&tempf=54.1&humidity=76`)

for (const path of ['/health/live', '/health/started', '/health/ready', '/health', '/info', '/metrics']) {
  await ask(`${operations}${path}`)
}

for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
