// connections.mjs URL COUNT: opens COUNT connections at once, asks for the page, the search and the weather of 20 places over
// each of them, ten requests each, and says so; then keeps all of them open until its standard input ends.
import http from 'node:http'
import process from 'node:process'

const [url, count] = [process.argv[2], Number(process.argv[3])]
const ROUNDS = 10
const agent = new http.Agent({ keepAlive: true, maxSockets: count, maxFreeSockets: count, timeout: 300_000 })
const paths = ['/', '/api/v1/places?q=berl', ...Array.from({ length: 20 }, (_, place) => `/api/v1/weather?lat=${40 + place}&lon=${place}`)]

function ask(path) {
  return new Promise((resolve, reject) => {
    const request = http.get(`${url}${path}`, { agent, timeout: 120_000 }, (answer) => {
      answer.resume()
      answer.once('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${path} answered ${answer.statusCode}`))))
    })
    request.once('timeout', () => request.destroy(new Error(`${path} was not answered within two minutes`)))
    request.once('error', reject)
  })
}

try {
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(Array.from({ length: count }, (_, one) => ask(paths[(one + round) % paths.length])))
  }
  const open = Object.values(agent.freeSockets).flat().length
  if (open !== count) throw new Error(`${open} connections are open, not ${count}`)
} catch (fault) {
  console.log(fault.message)
  process.exit(1)
}
console.log(`${count} connections, ${count * ROUNDS} × 200`)
process.stdin.resume()
process.stdin.once('end', () => process.exit(0))
