// The rules on who may speak to whom: nothing, but what a policy names.

/** IPv4 and IPv6 addresses that are not on the internet: the house, the cluster, the node. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '100.64.0.0/10', '127.0.0.0/8']
const PRIVATE_6 = ['fc00::/7', 'fe80::/10']
const EVERYWHERE = { '0.0.0.0/0': PRIVATE, '::/0': PRIVATE_6 }

const isEmpty = (selector) => selector !== undefined && Object.keys(selector).length === 0
const matches = (selector, labels) => Object.entries(selector?.matchLabels ?? {}).every(([name, value]) => labels[name] === value)

function* peer(peer, ports) {
  const { ipBlock, namespaceSelector, podSelector } = peer
  if (ipBlock) {
    const except = EVERYWHERE[ipBlock.cidr]
    if (except === undefined) return
    const open = except.filter((range) => !(ipBlock.except ?? []).includes(range))
    if (open.length > 0) yield `reaches ${open.join(', ')} by way of ${ipBlock.cidr}`
    if (!ports?.length || ports.some(({ port }) => port !== 443)) yield `reaches all of ${ipBlock.cidr} on other ports than 443`
    return
  }
  if (isEmpty(namespaceSelector)) yield 'names every namespace'
  else if (namespaceSelector && podSelector === undefined) yield 'names every pod of another namespace'
  else if (isEmpty(podSelector)) yield 'names every pod'
}

export const network = {
  *'deny-by-default'({ workloads, of }) {
    const namespaces = new Set(workloads.map(({ object }) => object.metadata.namespace))
    for (const namespace of namespaces) {
      const denies = of('NetworkPolicy').some(
        ({ metadata, spec }) =>
          metadata.namespace === namespace &&
          isEmpty(spec.podSelector) &&
          !spec.ingress?.length &&
          !spec.egress?.length &&
          ['Ingress', 'Egress'].every((type) => spec.policyTypes?.includes(type)),
      )
      const object = workloads.find(({ object: each }) => each.metadata.namespace === namespace).object
      if (!denies) yield [object, 'runs where what no policy names is allowed']
    }
  },

  *'named-peers'({ of }) {
    for (const policy of of('NetworkPolicy')) {
      for (const { from, ports } of policy.spec.ingress ?? []) {
        if (!from?.length) yield [policy, 'lets everyone in']
        for (const each of from ?? []) {
          if (each.ipBlock) yield [policy, `lets ${each.ipBlock.cidr} in past Traefik`]
          for (const what of peer(each, ports)) yield [policy, what]
        }
        if (!ports?.length) yield [policy, 'opens every port']
      }
      for (const { to, ports } of policy.spec.egress ?? []) {
        if (!to?.length) yield [policy, 'lets pods reach everything']
        for (const each of to ?? []) for (const what of peer(each, ports)) yield [policy, what]
        if (!ports?.length) yield [policy, 'opens every port']
      }
    }
  },

  *'policies-that-match'({ workloads, of }) {
    for (const policy of of('NetworkPolicy')) {
      const { podSelector } = policy.spec
      if (!isEmpty(podSelector) && !workloads.some(({ labels }) => matches(podSelector, labels))) {
        yield [policy, 'is for pods that there are not']
      }
    }
    for (const service of of('Service').filter(({ spec }) => spec.selector)) {
      const pods = workloads.filter(({ labels }) => matches({ matchLabels: service.spec.selector }, labels))
      if (pods.length === 0) yield [service, 'is for pods that there are not']
      for (const { targetPort } of service.spec.ports) {
        const found = pods.every(({ containers }) => containers.some(({ ports = [] }) => ports.some(({ name }) => name === targetPort)))
        if (!found) yield [service, `leads to the port ${targetPort}, which the pods have not`]
      }
    }
  },

  /** Only Traefik and what a component names reach the operations port; nobody outside of the cluster reaches a Service. */
  *'operations-inside'({ of }) {
    for (const service of of('Service')) {
      if (!['ClusterIP', undefined].includes(service.spec.type)) yield [service, `is reached past Traefik: ${service.spec.type}`]
      if (service.spec.externalIPs?.length) yield [service, 'is reached past Traefik: externalIPs']
    }
    for (const policy of of('NetworkPolicy')) {
      for (const { from = [], ports = [] } of policy.spec.ingress ?? []) {
        const traefik = from.some(({ podSelector }) => podSelector?.matchLabels?.['app.kubernetes.io/name'] === 'traefik')
        if (traefik && ports.some(({ port }) => ['operations', 8081].includes(port))) yield [policy, 'lets Traefik reach the operations port']
      }
    }
  },
}
