// traefik.mjs RENDERING FOLDER: writes Traefik's configuration for its file provider, from the IngressRoutes, Middlewares,
// ServersTransports and Services of a rendering: the same routers and middlewares as in the cluster. Settings come from the
// environment: WEB_PORT, SECURE_PORT (entry points), PORT and OPERATIONS_PORT (where Vane listens), CERTIFICATES (a folder
// with public.crt and public.key for outside, and for each ServersTransport the secret's folder with ca.crt).
//
// Two things stand for what Kubernetes does: a Service's endpoints follow readiness, here by Traefik's own health check;
// and RATE, when set, replaces the rate limit, so that a load can be sent from one address.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { stringify } from '../tools/node_modules/yaml/dist/index.js'
import { hosts, read } from './manifests.mjs'

const [file, folder] = process.argv.slice(2)
const { WEB_PORT, SECURE_PORT, PORT, OPERATIONS_PORT, CERTIFICATES, RATE } = process.env
const rendering = read(file)
const ports = { http: PORT }

const middlewares = Object.fromEntries(
  rendering.of('Middleware').map(({ metadata, spec }) => {
    const limit = RATE && spec.rateLimit ? { rateLimit: { ...spec.rateLimit, average: Number(RATE), burst: Number(RATE) } } : {}
    return [metadata.name, { ...spec, ...limit }]
  }),
)
const serversTransports = Object.fromEntries(
  rendering.of('ServersTransport').map(({ metadata, spec }) => {
    const rootCAs = spec.rootCAs.map(({ secret }) => join(CERTIFICATES, secret, 'ca.crt'))
    return [metadata.name, { ...spec, rootCAs }]
  }),
)

const routers = {}
const services = {}
for (const { metadata, spec } of rendering.of('IngressRoute')) {
  spec.routes.forEach((route, index) => {
    const name = `${metadata.name}-${index}`
    const [{ name: service, port, scheme = 'http', serversTransport }] = route.services
    if (!ports[port]) throw new Error(`${metadata.name} leads to the port ${port} of ${service}, which is not served here`)
    routers[name] = {
      entryPoints: spec.entryPoints,
      rule: route.match,
      priority: route.priority,
      middlewares: (route.middlewares ?? []).map((each) => each.name),
      service: name,
      ...(spec.tls ? { tls: {} } : {}),
    }
    services[name] = {
      loadBalancer: {
        servers: [{ url: `${scheme}://127.0.0.1:${ports[port]}` }],
        healthCheck: { scheme: 'http', port: Number(OPERATIONS_PORT), path: '/health/ready', interval: '200ms', timeout: '1s', unhealthyInterval: '100ms' },
        ...(serversTransport ? { serversTransport } : {}),
      },
    }
  })
}

const dynamic = {
  http: { routers, services, middlewares, ...(Object.keys(serversTransports).length ? { serversTransports } : {}) },
  tls: { certificates: [{ certFile: join(CERTIFICATES, 'public.crt'), keyFile: join(CERTIFICATES, 'public.key') }] },
}
const fixed = {
  global: { checkNewVersion: false, sendAnonymousUsage: false },
  log: { level: 'INFO' },
  entryPoints: {
    web: { address: `127.0.0.1:${WEB_PORT}` },
    websecure: { address: `127.0.0.1:${SECURE_PORT}` },
  },
  providers: { file: { filename: join(folder, 'dynamic.yaml'), watch: true } },
}
writeFileSync(join(folder, 'dynamic.yaml'), stringify(dynamic))
writeFileSync(join(folder, 'traefik.yaml'), stringify(fixed))
console.log(hosts(rendering).join('\n'))
