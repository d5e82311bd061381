# shellcheck shell=bash disable=SC2154
# The roll-out to dev, with a kubectl that writes down what it is told, and a service that is well or not.

cat >"$bench/bin/kubectl" <<'END'
#!/usr/bin/env bash
echo "$*" >>"$BENCH/calls"
case "$*" in
    *" get statefulset/vane "*) cat "$BENCH/image" ;;
    *" rollout status "*) if [ -e "$BENCH/never-ready" ]; then rm "$BENCH/never-ready" && exit 1; fi ;;
    *" rollout undo "*) [ ! -e "$BENCH/no-undo" ] ;;
esac
END
chmod +x "$bench/bin/kubectl"
cat >"$bench/service.mjs" <<'END'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
const [port, sick] = process.argv.slice(2)
const answers = { '/': '<div id="root">', '/openapi.yaml': 'openapi: 3.1.0' }
createServer((request, answer) => {
  const weather = request.url.startsWith('/api/v1/weather')
  if (weather && existsSync(sick)) answer.statusCode = 500
  answer.end(weather ? '{"place":{"name":"Berlin"}}' : answers[request.url] ?? '')
}).listen(port, '127.0.0.1')
END
service_port=$(node ops/local/free-ports.mjs 1)
node "$bench/service.mjs" "$service_port" "$bench/sick" &
service_pid=$!
node ops/local/await.mjs "http://127.0.0.1:$service_port/" 10 "$service_pid" >/dev/null

roll_out() {
    : >"$bench/calls"
    in_tree env PATH="$bench/bin:$PATH" BENCH="$bench" SMOKE_URL="http://127.0.0.1:$service_port" ENVIRONMENT=dev "$@" ops/delivery/rollout
}
echo "$repository:old" >"$bench/image"
wanted=$repository@$(digest_there "sha-$(git -C "$tree" rev-parse HEAD)")

refuses "is moved by git" roll_out ENVIRONMENT=prod
refuses "ENVIRONMENT should be dev" roll_out ENVIRONMENT=test
refuses "SMOKE_URL is not set" roll_out SMOKE_URL=
passes "a roll-out" roll_out
cat >"$bench/expected" <<END
-n vane-dev get statefulset/vane -o jsonpath={.spec.template.spec.containers[?(@.name=="vane")].image}
-n vane-dev set image statefulset/vane vane=$wanted
-n vane-dev rollout status statefulset/vane --timeout=180s
END
passes "it sets the digest and waits" diff "$bench/calls" "$bench/expected"
touch "$bench/sick"
refuses "was taken back: the smoke test failed" roll_out
holds "it goes back" grep -qx -- "-n vane-dev rollout undo statefulset/vane" "$bench/calls"
holds "it waits again" test "$(grep -c 'rollout status' "$bench/calls")" = 2
touch "$bench/no-undo"
refuses "and so did going back" roll_out
rm "$bench/no-undo"
echo "$wanted" >"$bench/image"
refuses "which ran in vane-dev before, is not well" roll_out
holds "it goes back to nothing older" test "$(grep -c undo "$bench/calls")" = 0
rm "$bench/sick"
echo "$repository:old" >"$bench/image"
touch "$bench/never-ready"
refuses "it was not ready within 180s" roll_out
holds "it goes back from what is never ready" grep -q "rollout undo" "$bench/calls"
refuses "could not be asked" roll_out SMOKE_URL="http://$nobody"
git -C "$tree" commit --quiet --allow-empty -m "Not pushed"
refuses "there is no image sha-" roll_out
git -C "$tree" reset --quiet --hard HEAD^
# The cluster's key comes as text, and stands in a file for as long as it takes.
passes "with a key in the environment" roll_out KUBE_CONFIG="apiVersion: v1"
kill "$service_pid"
wait "$service_pid" 2>/dev/null || true
service_pid=
