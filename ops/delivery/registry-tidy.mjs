// registry-tidy.mjs KEEP: deletes all but the newest KEEP development images, and the names by commit in the same way.
import process from 'node:process'

const { GITEA_URL, GITEA_OWNER, GITEA_TOKEN } = process.env
const keep = Number(process.argv[2])
const PAGE = 50
// Of each kind the newest stay; what matches none (releases, signatures, digests) is never asked to go.
const KINDS = [/^\d+\.\d+\.\d+-dev\.\d+$/, /^sha-[0-9a-f]{40}$/]

async function call(path, method = 'GET') {
  const headers = { authorization: `token ${GITEA_TOKEN}`, accept: 'application/json' }
  const answer = await fetch(`${GITEA_URL}/api/v1/packages/${GITEA_OWNER}${path}`, { method, headers, signal: AbortSignal.timeout(30_000) })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`)
  return method === 'GET' ? answer.json() : undefined
}

async function versions() {
  const all = []
  for (let page = 1; ; page++) {
    const some = await call(`?type=container&q=vane&limit=${PAGE}&page=${page}`)
    all.push(...some.filter((each) => each.name === 'vane' && each.type === 'container'))
    // Gitea may give fewer than asked for; an empty page is the end.
    if (some.length === 0) return all
  }
}

try {
  const all = await versions()
  if (all.length === 0) throw new Error(`${GITEA_OWNER} has no image vane: is GITEA_OWNER right?`)
  let gone = 0
  for (const kind of KINDS) {
    const old = all
      .filter((each) => kind.test(each.version))
      .sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at))
      .slice(keep)
    for (const { version } of old) {
      await call(`/container/vane/${encodeURIComponent(version)}`, 'DELETE')
      gone++
    }
  }
  console.log(`registry-tidy: ${gone} names of images deleted, ${all.length - gone} left`)
} catch (fault) {
  console.error(`registry-tidy: ${fault.cause?.code ?? fault.message}`)
  process.exitCode = 1
}
