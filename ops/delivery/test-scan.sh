# shellcheck shell=bash disable=SC2154
# The scan, against a service that answers as OSV does. The packages and findings are made up.

cat >"$bench/osv.mjs" <<'END'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
const [port, mode] = process.argv.slice(2)
const findings = { 'pkg:maven/a/severe@1': ['T-1'], 'pkg:npm/mild@2': ['T-2'], 'pkg:deb/debian/unjudged@3': ['T-3'], 'pkg:maven/a/scored@4': ['T-4', 'T-5'] }
const entries = {
  'T-1': { aliases: ['CVE-1'], database_specific: { severity: 'CRITICAL' }, summary: 'Anybody may do anything' },
  'T-2': { database_specific: { severity: 'LOW' } },
  'T-3': { affected: [{ ecosystem_specific: { urgency: 'not yet assigned' } }] },
  'T-4': { severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L' }] },
  'T-5': { withdrawn: '2026-01-01T00:00:00Z', database_specific: { severity: 'CRITICAL' } },
}
const is = (name) => existsSync(`${mode}-${name}`)
createServer(async (request, answer) => {
  if (request.url === '/') return answer.end()
  if (is('broken')) answer.statusCode = 500
  if (request.method === 'GET') return answer.end(JSON.stringify(entries[request.url.split('/').pop()]))
  let body = ''
  for await (const part of request) body += part
  const results = JSON.parse(body).queries.map(({ package: { purl }, page_token }) => {
    const ids = findings[purl] ?? []
    if (ids.length === 2) return page_token ? { vulns: [{ id: ids[1] }] } : { vulns: [{ id: ids[0] }], next_page_token: 'more' }
    return ids.length > 0 ? { vulns: ids.map((id) => ({ id })) } : {}
  })
  answer.end(JSON.stringify({ results: is('short') ? results.slice(1) : results }))
}).listen(port, '127.0.0.1')
END
osv_port=$(node ops/local/free-ports.mjs 1)
node "$bench/osv.mjs" "$osv_port" "$bench/osv" &
service_pid=$!
node ops/local/await.mjs "http://127.0.0.1:$osv_port/" 10 "$service_pid" >/dev/null

# parts PURL...: a list with these packages.
parts() {
    printf '%s\n' "$@" | node -e '
        const purls = require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean)
        console.log(JSON.stringify({ bomFormat: "CycloneDX", components: [{ name: "runtime" }, ...purls.map((purl) => ({ name: purl, purl }))] }))' >"$bench/sbom"
}
accept() { printf '%s\n' 'accepted:' "  - {id: $1, until: $2, reason: It is not called.}" >"$bench/accepted.yaml"; }
scan() { env SBOM="$bench/sbom" SCAN_ACCEPTED="$bench/accepted.yaml" OSV_URL="http://127.0.0.1:$osv_port" "$@" ops/delivery/scan; }

echo 'accepted: []' >"$bench/accepted.yaml"
refuses "there is no list of parts" scan SBOM="$bench/none"
parts pkg:maven/a/good@1 'pkg:npm/mild@2?x=y' pkg:maven/a/scored@4
passes "a scan without bad findings" scan
holds "a mild one is noted" grep -q '^noted  low  T-2' "$bench/said"
holds "a score is read, on a second page nothing that is withdrawn" grep -q '^noted  moderate  T-4' "$bench/said"
holds "what is no package is named" grep -q 'not looked up: runtime' "$bench/said"
refuses "2 findings are low or worse" scan SCAN_LIMIT=low
refuses "is none of none, low" scan SCAN_LIMIT=hgih
parts pkg:maven/a/severe@1
refuses "FAILS  critical  T-1  pkg:maven/a/severe@1  Anybody may do anything" scan
accept CVE-1 2999-01-01
passes "a finding that is accepted, by its other name" scan
accept CVE-1 2026-01-01
refuses "was accepted until 2026-01-01" scan
accept CVE-1 soon
refuses "needs a reason and a day" scan
echo 'accepted: []' >"$bench/accepted.yaml"
parts pkg:deb/debian/unjudged@3
refuses "FAILS  high  T-3" scan
parts pkg:maven/a/good@1
refuses "what is not looked up is not passed" scan OSV_URL="http://$nobody"
touch "$bench/osv-broken"
refuses "answered 500" scan
rm "$bench/osv-broken"
touch "$bench/osv-short"
refuses "answered 0 of 1 questions" scan
rm "$bench/osv-short"
parts
refuses "names no package" scan
echo '{}' >"$bench/sbom"
refuses "is no CycloneDX list" scan
# Scores that the specification's own examples have.
passes "scores of CVSS" node --input-type=module -e '
    import { baseScore } from "./ops/delivery/severity.mjs"
    const examples = { "AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N": 6.1, "AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N": 6.4,
      "AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N": 3.1, "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H": 9.8, "AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N": 0 }
    for (const [vector, score] of Object.entries(examples)) {
      const got = baseScore("CVSS:3.1/" + vector)
      if (got !== score) throw new Error(vector + " is " + got + ", not " + score)
    }'
kill "$service_pid"
wait "$service_pid" 2>/dev/null || true
service_pid=
