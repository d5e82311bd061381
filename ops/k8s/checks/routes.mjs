// The rules on the way in: every route over TLS, limited, and to the port of the API alone.

const STATIONS = /^Host\(`[^`]+`\) && \((Path\(`(\/weatherstation\/updateweatherstation\.php|\/data\/report\/?)`\)( \|\| )?)+\)$/

function* routesOf({ of }) {
  for (const object of of('IngressRoute')) for (const route of object.spec.routes) yield { object, route }
}

/** The middlewares of a route, in full. */
function middlewares({ of }, route) {
  return (route.middlewares ?? []).map(({ name }) => of('Middleware').find(({ metadata }) => metadata.name === name))
}

const has = (rendering, route, kind) => middlewares(rendering, route).some((middleware) => middleware?.spec[kind])

export const routes = {
  *'no-operations-route'({ of }) {
    for (const { object, route } of routesOf({ of })) {
      for (const { name, port } of route.services ?? []) {
        if (/operations/.test(name) || ['operations', 8081].includes(port)) yield [object, 'leads to the operations port']
      }
    }
    for (const ingress of of('Ingress')) yield [ingress, 'is a second way in beside the IngressRoutes']
  },

  *'routes-that-lead'(rendering) {
    for (const { object, route } of routesOf(rendering)) {
      for (const { name, port } of route.services ?? []) {
        const service = rendering.of('Service').find(({ metadata }) => metadata.name === name)
        if (!service?.spec.ports.some((each) => each.name === port || each.port === port)) yield [object, `leads to ${name}:${port}, which there is not`]
      }
      middlewares(rendering, route).forEach((found, index) => found ?? (route.middlewares[index].missing = true))
      for (const { name, missing } of route.middlewares ?? []) if (missing) yield [object, `passes the middleware ${name}, which there is not`]
    }
  },

  *'tls-outside'(rendering) {
    for (const { object, route } of routesOf(rendering)) {
      const plain = !(object.spec.entryPoints?.length === 1 && object.spec.entryPoints[0] === 'websecure')
      if (!plain && !object.spec.tls) yield [object, 'is on websecure without TLS']
      if (plain && !has(rendering, route, 'redirectScheme') && !STATIONS.test(route.match)) {
        yield [object, `serves ${route.match} on plain HTTP, and that is no path of stations`]
      }
    }
  },

  *'limited-rate'(rendering) {
    for (const { object, route } of routesOf(rendering)) {
      if (!has(rendering, route, 'rateLimit')) yield [object, `has no limit of its rate at ${route.match}`]
    }
  },

  *'security-headers'(rendering) {
    for (const { object, route } of routesOf(rendering)) {
      if (!object.spec.tls || !route.services?.some(({ name }) => name === 'vane')) continue
      const headers = middlewares(rendering, route).find((middleware) => middleware?.spec.headers)?.spec.headers
      if (!(headers?.stsSeconds >= 31_536_000)) yield [object, `lets browsers come back by plain HTTP at ${route.match}`]
    }
  },

  *'limited-body'(rendering) {
    for (const { object, route } of routesOf(rendering)) {
      const writes = /Method\(`(POST|PUT)`\)/.test(route.match) || STATIONS.test(route.match)
      const buffering = middlewares(rendering, route).find((middleware) => middleware?.spec.buffering)?.spec.buffering
      if (writes && !(buffering?.maxRequestBodyBytes <= 1_048_576)) yield [object, `takes a body of any size at ${route.match}`]
      if (!writes && buffering) yield [object, `holds answers back at ${route.match}: a stream of events would not come`]
    }
    const vane = [...routesOf(rendering)].filter(({ object }) => object.spec.tls && object.metadata.name === 'vane')
    for (const { object } of vane.slice(0, 1)) {
      if (!vane.some(({ route }) => /Method\(`POST`\)/.test(route.match))) yield [object, 'has no route of its own for what writes']
    }
  },

  *'streams-uncompressed'({ of }) {
    for (const middleware of of('Middleware').filter(({ spec }) => spec.compress)) {
      if (!middleware.spec.compress.excludedContentTypes?.includes('text/event-stream')) yield [middleware, 'holds streams of events back']
    }
  },

  *'verified-inside'({ of }) {
    for (const transport of of('ServersTransport')) {
      if (transport.spec.insecureSkipVerify) yield [transport, 'believes any certificate']
      if (!transport.spec.rootCAs?.length) yield [transport, 'does not say whom it believes']
    }
    for (const { object, route } of routesOf({ of })) {
      for (const { scheme, serversTransport } of route.services ?? []) {
        const known = of('ServersTransport').some(({ metadata }) => metadata.name === serversTransport)
        if (scheme === 'https' && !known) yield [object, 'speaks TLS to Vane by no ServersTransport of its own']
      }
    }
  },
}
