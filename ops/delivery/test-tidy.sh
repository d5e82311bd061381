# shellcheck shell=bash disable=SC2154
# Tidying, against a service that answers as Gitea does.

cat >"$bench/gitea.mjs" <<'END'
import { appendFileSync, existsSync } from 'node:fs'
import { createServer } from 'node:http'
const [port, calls] = process.argv.slice(2)
const at = (day) => `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`
const versions = ['0.1.0', 'sha256:aa', 'sha256-bb.sig', '0.1.0-rc']
  .map((version) => ({ version, created_at: at(1) }))
for (let day = 1; day <= 30; day++) {
  versions.push({ version: `0.1.0-dev.${day}`, created_at: at(day) }, { version: `sha-${String(day).padStart(40, '0')}`, created_at: at(day) })
}
createServer((request, answer) => {
  const url = new URL(request.url, 'http://x')
  if (request.url === '/') return answer.end()
  if (request.headers.authorization !== 'token open-sesame') { answer.statusCode = 401; return answer.end() }
  if (request.method === 'DELETE') {
    if (existsSync(`${calls}-locked`)) answer.statusCode = 403
    appendFileSync(calls, `${url.pathname}\n`)
    return answer.end()
  }
  const page = Number(url.searchParams.get('page'))
  const all = [...versions.map((each) => ({ ...each, name: 'vane', type: 'container' })), { name: 'vane-ui', type: 'container', version: '0.1.0-dev.0', created_at: at(1) }]
  answer.end(JSON.stringify(all.slice((page - 1) * 25, page * 25)))
}).listen(port, '127.0.0.1')
END
gitea_port=$(node ops/local/free-ports.mjs 1)
node "$bench/gitea.mjs" "$gitea_port" "$bench/deleted" &
service_pid=$!
node ops/local/await.mjs "http://127.0.0.1:$gitea_port/" 10 "$service_pid" >/dev/null
tidy() { env GITEA_URL="http://127.0.0.1:$gitea_port" GITEA_OWNER=house GITEA_TOKEN=open-sesame KEEP=20 "$@" ops/delivery/registry-tidy; }
refuses "GITEA_TOKEN is not set" tidy GITEA_TOKEN=
refuses "answered 401" tidy GITEA_TOKEN=wrong
refuses "KEEP should be" tidy KEEP=0
refuses "ECONNREFUSED" tidy GITEA_URL="http://$nobody"
touch "$bench/deleted-locked"
refuses "answered 403" tidy
rm "$bench/deleted-locked" "$bench/deleted"
passes "tidying" tidy
{ seq 1 10 | sed 's#^#/api/v1/packages/house/container/vane/0.1.0-dev.#' && seq -f 'sha-%040g' 1 10 | sed 's#^#/api/v1/packages/house/container/vane/#'; } | sort >"$bench/expected"
sort -o "$bench/deleted" "$bench/deleted"
passes "the ten oldest of both kinds go, and nothing else" diff "$bench/expected" "$bench/deleted"
kill "$service_pid"
wait "$service_pid" 2>/dev/null || true
service_pid=
