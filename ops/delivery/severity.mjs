// How bad a vulnerability is, from an entry in OSV's format.

export const LEVELS = ['none', 'low', 'moderate', 'high', 'critical']

const byScore = (score) => {
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  if (score >= 4) return 'moderate'
  return score > 0 ? 'low' : 'none'
}

const WEIGHTS = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
}
const PRIVILEGES = { U: { N: 0.85, L: 0.62, H: 0.27 }, C: { N: 0.85, L: 0.68, H: 0.5 } }

/** The base score of CVSS 3.0 and 3.1, as section 7.1 of their specification computes it; undefined for anything else. */
export function baseScore(vector) {
  if (!/^CVSS:3\.[01]\//.test(vector)) return undefined
  const has = Object.fromEntries(vector.split('/').map((part) => part.split(':')))
  const impactOf = (key) => WEIGHTS.C[has[key]]
  const base = 1 - (1 - impactOf('C')) * (1 - impactOf('I')) * (1 - impactOf('A'))
  const changed = has.S === 'C'
  const impact = changed ? 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 : 6.42 * base
  const reach = 8.22 * WEIGHTS.AV[has.AV] * WEIGHTS.AC[has.AC] * PRIVILEGES[has.S]?.[has.PR] * WEIGHTS.UI[has.UI]
  const score = impact <= 0 ? 0 : Math.min(10, changed ? 1.08 * (impact + reach) : impact + reach)
  return Number.isNaN(score) ? undefined : Math.ceil(Math.round(score * 100_000) / 10_000) / 10
}

/** One of LEVELS; what nobody has judged counts as high. */
export function severity(entry) {
  const said = String(entry.database_specific?.severity ?? '').toLowerCase()
  if (LEVELS.includes(said)) return said
  if (said === 'medium') return 'moderate'
  const scores = (entry.severity ?? []).map((each) => baseScore(each.score)).filter((score) => score !== undefined)
  if (scores.length > 0) return byScore(Math.max(...scores))
  const urgencies = (entry.affected ?? []).map((each) => each.ecosystem_specific?.urgency)
  return urgencies.length > 0 && urgencies.every((urgency) => urgency === 'unimportant') ? 'low' : 'high'
}
