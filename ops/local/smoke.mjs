// smoke.mjs URL OPERATIONS_URL: asks the packaged application for one of each thing that it serves, and says what is wrong.
import process from 'node:process'

const [url, operations] = process.argv.slice(2)
const faults = []

async function expect(address, status, ...parts) {
  // What a browser accepts: the page's own routes are the page only for who wants a page.
  const headers = { accept: 'text/html,*/*;q=0.8' }
  const answer = await fetch(address, { headers, redirect: 'manual', signal: AbortSignal.timeout(10_000) })
  const body = await answer.text()
  if (answer.status !== status) faults.push(`${address} answered ${answer.status}, not ${status}`)
  for (const part of parts) {
    if (!body.includes(part)) faults.push(`${address} does not contain ${part}`)
  }
}

await expect(`${url}/`, 200, '<div id="root">')
await expect(`${url}/about`, 200, '<div id="root">')
await expect(`${url}/assets/missing.js`, 404)
await expect(`${url}/licenses/third-party.txt`, 200, 'helidon', 'sqlite-jdbc', 'react')
await expect(`${url}/openapi.yaml`, 200, 'openapi: 3.1')
await expect(`${url}/api/v1/places?q=s%C3%A3o%20pau`, 200, '"id":"3448439"')
await expect(`${url}/api/v1/weather?place=3448439`, 200, '"simulated":true')
await expect(`${url}/api/v1/weather?place=1`, 404, '"type":')
await expect(`${operations}/health/live`, 200, '"status":"UP"')
await expect(`${operations}/health/started`, 200, '"status":"UP"')
await expect(`${operations}/info`, 200, '"version"')
await expect(`${operations}/metrics`, 200, 'http_server_requests_seconds_count', 'vane_upstream_calls_total')

for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
console.log('The packaged application serves the page, the API, licences and operations.')
