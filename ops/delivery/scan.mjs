// scan.mjs SBOM ACCEPTED LIMIT URL: asks OSV at URL about every part of a CycloneDX list, and fails when a finding is as bad as
// LIMIT and not accepted, and whenever it could not ask about everything.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parse } from '../tools/node_modules/yaml/dist/index.js'
import { LEVELS, severity } from './severity.mjs'

const [sbomFile, acceptedFile, limit, url] = process.argv.slice(2)
const AT_A_TIME = 500

class Fault extends Error {}

async function ask(path, body) {
  try {
    const answer = await fetch(url + path, {
      ...(body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(30_000),
    })
    if (!answer.ok) throw new Fault(`answered ${answer.status}`)
    return await answer.json()
  } catch (fault) {
    throw new Fault(`${url}${path}: ${fault.cause?.code ?? fault.message}; what is not looked up is not passed`)
  }
}

/** The packages by their address, without the qualifiers, which are no part of a name. */
function packagesOf(file) {
  const { bomFormat, components = [] } = JSON.parse(readFileSync(file, 'utf8'))
  if (bomFormat !== 'CycloneDX') throw new Fault(`${file} is no CycloneDX list`)
  const all = components.flatMap(function nested(each) {
    return [each, ...(each.components ?? []).flatMap(nested)]
  })
  const addresses = all.filter((each) => each.purl).map((each) => each.purl.replace(/[?#].*$/, ''))
  if (addresses.length === 0) throw new Fault(`${file} names no package`)
  return { addresses: [...new Set(addresses)], others: all.filter((each) => !each.purl).map((each) => each.name) }
}

function acceptedIn(file) {
  const { accepted } = parse(readFileSync(file, 'utf8')) ?? {}
  if (!Array.isArray(accepted)) throw new Fault(`${file} has no list 'accepted'`)
  for (const { id, until, reason } of accepted) {
    if (!id || !reason || !/^\d{4}-\d\d-\d\d$/.test(until)) throw new Fault(`${file}: ${id} needs a reason and a day until which it holds`)
  }
  return accepted
}

/** Ids of findings by package address. */
async function lookUp(addresses) {
  const found = new Map()
  let pending = addresses.map((purl) => ({ package: { purl } }))
  while (pending.length > 0) {
    const now = pending.splice(0, AT_A_TIME)
    const { results } = await ask('/v1/querybatch', { queries: now })
    if (results?.length !== now.length) throw new Fault(`${url} answered ${results?.length} of ${now.length} questions`)
    results.forEach((result, at) => {
      const { purl } = now[at].package
      found.set(purl, [...(found.get(purl) ?? []), ...(result.vulns ?? []).map((each) => each.id)])
      if (result.next_page_token) pending.push({ ...now[at], page_token: result.next_page_token })
    })
  }
  return found
}

async function scan() {
  if (!LEVELS.includes(limit)) throw new Fault(`the limit '${limit}' is none of ${LEVELS.join(', ')}`)
  const { addresses, others } = packagesOf(sbomFile)
  const accepted = acceptedIn(acceptedFile)
  const today = new Date().toISOString().slice(0, 10)
  const found = await lookUp(addresses)
  let bad = 0
  for (const [purl, ids] of found) {
    for (const id of ids) {
      const entry = await ask(`/v1/vulns/${encodeURIComponent(id)}`)
      if (entry.withdrawn) continue
      const level = severity(entry)
      const pardon = accepted.find((each) => [id, ...(entry.aliases ?? [])].includes(each.id))
      const holds = pardon && pardon.until >= today
      const counts = LEVELS.indexOf(level) >= LEVELS.indexOf(limit) && !holds
      if (counts) bad++
      const note = holds ? `accepted until ${pardon.until}: ${pardon.reason}` : pardon ? `was accepted until ${pardon.until}` : entry.summary ?? ''
      console.error(`${counts ? 'FAILS' : 'noted'}  ${level}  ${id}  ${purl}  ${note}`)
    }
  }
  if (others.length > 0) console.error(`not packages, and not looked up: ${others.join(', ')}`)
  if (bad > 0) throw new Fault(`${bad} findings are ${limit} or worse: take a mended version, or accept one for a time in ${acceptedFile}`)
  console.log(`scan: ${addresses.length} packages, nothing that is ${limit} or worse`)
}

try {
  await scan()
} catch (fault) {
  console.error(`scan: ${fault.message}`)
  process.exitCode = 1
}
