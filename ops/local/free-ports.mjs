// free-ports.mjs N: prints N ports of the loopback interface that nothing listens on.
import { createServer } from 'node:net'
import process from 'node:process'

const servers = []
for (let i = 0; i < Number(process.argv[2] ?? 1); i++) {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  servers.push(server)
}
console.log(servers.map((server) => server.address().port).join(' '))
servers.forEach((server) => server.close())
