// What is wrong with a SealedSecret, as a list of sentences.

const LOOSE = ['sealedsecrets.bitnami.com/cluster-wide', 'sealedsecrets.bitnami.com/namespace-wide']
// Bytes of an RSA key of 2048, 3072, 4096 or 8192 bits: the session key sealed with it comes first.
const SESSION_KEYS = [256, 384, 512, 1024]
const TAG = 16

/** kubeseal writes two bytes of length, the sealed session key, and the sealed value with its tag. */
function cipherFault(key, value) {
  const fault = (what) => `${key} ${what}`
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(value) || value.length % 4 !== 0) {
    return fault('is not base64, so it is not sealed')
  }
  const bytes = Buffer.from(value, 'base64')
  if (bytes.length < 2 + SESSION_KEYS[0] + TAG) return fault(`has ${bytes.length} bytes, too few to be sealed`)
  const length = bytes.readUInt16BE(0)
  if (!SESSION_KEYS.includes(length)) return fault('does not begin as what kubeseal writes')
  if (bytes.length <= 2 + length + TAG) return fault('ends before its value')
  const session = bytes.subarray(2, 2 + length)
  const values = new Set(session).size
  // 256 random bytes have some 160 different values; text has at most some 70, padding fewer.
  if (values < 100) return fault('has a session key that is not random: this is not sealed')
  return undefined
}

export function sealedFaults({ metadata = {}, spec = {} }) {
  const faults = []
  const { template = {} } = spec ?? {}
  for (const field of ['name', 'namespace']) {
    if (!metadata?.[field]) faults.push(`is sealed, but has no ${field}: it cannot be bound to one`)
    const own = template?.metadata?.[field]
    if (own && own !== metadata?.[field]) faults.push(`is sealed for the ${field} ${metadata?.[field]}, but would make ${own}`)
  }
  for (const { annotations } of [metadata ?? {}, template?.metadata ?? {}]) {
    for (const loose of LOOSE) {
      if (annotations && loose in annotations) faults.push(`is sealed ${loose.split('/')[1]}, not strictly to its name and namespace`)
    }
  }
  if (spec?.data) faults.push('has spec.data, the old form that is sealed as a whole')
  if (template?.data || template?.stringData) faults.push('has data in its template, in the clear')
  const entries = Object.entries(spec?.encryptedData ?? {})
  if (entries.length === 0) faults.push('is a SealedSecret without encryptedData')
  return [...faults, ...entries.map(([key, value]) => cipherFault(key, value)).filter(Boolean)]
}
