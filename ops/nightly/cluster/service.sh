# shellcheck shell=bash disable=SC2154
# For ops/nightly/cluster/inside: Vane on the node, as the dev overlay describes it.

in_dev() {
    kubectl --namespace vane-dev "$@"
}

# In place of k3s' provisioner: the class, and a volume made as it makes them, a folder on the node open to every user.
volume() {
    mkdir -p "$work/volume"
    chmod 777 "$work/volume"
    apply --filename - <<END
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: local-path}
provisioner: kubernetes.io/no-provisioner
volumeBindingMode: WaitForFirstConsumer
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: trial}
spec:
  capacity: {storage: 8Gi}
  accessModes: [ReadWriteOnce]
  storageClassName: local-path
  persistentVolumeReclaimPolicy: Retain
  hostPath: {path: $work/volume, type: Directory}
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [node]}]
END
    await 30 "the volume is not to be had" kubectl wait persistentvolume trial --for 'jsonpath={.status.phase}=Available' --timeout 5s
}

deploy() {
    in_dev rollout status statefulset vane --timeout 90s >"$work/rollout" 2>&1 ||
        { in_dev describe pod vane-0 | tail -n 15 >&2; in_dev logs vane-0 --tail 20 >&2 || true; fail "the StatefulSet is not rolled out"; }
    pod_address=$(in_dev get pod vane-0 --output 'jsonpath={.status.podIP}')
    service_address=$(in_dev get service vane --output 'jsonpath={.spec.clusterIP}')
    echo "      ready $(in_dev get pod vane-0 --output json | node "$here/times.mjs") after the container's start"
}

# answer URL PATTERN: 200, and the pattern in it.
answer() {
    local status
    status=$(curl --silent --max-time 20 --output "$work/body" --write-out '%{http_code}' "$1") || true
    [ "$status" = 200 ] || fail "$1 answered $status: $(head -c 300 "$work/body" 2>/dev/null)"
    grep -q "$2" "$work/body" || fail "$1 answers without $2: $(head -c 300 "$work/body")"
}

answers() {
    answer "http://$pod_address:8081/health/ready" UP
    answer "http://$pod_address:8080/" '<div id="root">'
    answer "http://$pod_address:8080/api/v1/weather?lat=52.5&lon=13.4" '"simulated":true'
    answer "http://$service_address/" '<div id="root">'
    answer "http://$service_address/api/v1/weather?lat=52.5&lon=13.4" '"simulated":true'
    kubectl get --raw "/api/v1/namespaces/vane-dev/pods/vane-0:8081/proxy/metrics" >"$work/body"
    grep -q '^# TYPE' "$work/body" || fail "the API server passes no metrics on"
    in_dev logs vane-0 >"$work/body"
    [ -s "$work/body" ] || fail "the log is empty"
}

# container_process POD: the process on the node that the container started.
container_process() {
    local id
    id=$(in_dev get pod "$1" --output 'jsonpath={.status.containerStatuses[0].containerID}')
    ctr --namespace k8s.io tasks list | awk -v id="${id#containerd://}" '$1 == id { print $2 }'
}

confined() {
    local process limit
    process=$(container_process vane-0)
    [ -n "$process" ] || fail "containerd knows no process of the pod"
    field() { awk -v name="$1:" '$1 == name { print $2 }' "/proc/$process/status"; }
    [ "$(field Uid):$(field Gid)" = 10001:10001 ] || fail "it runs as $(field Uid):$(field Gid), not as 10001:10001"
    [ "$(field CapEff) $(field CapBnd)" = "0000000000000000 0000000000000000" ] || fail "it has the capabilities $(field CapEff) of $(field CapBnd)"
    [ "$(field NoNewPrivs)" = 1 ] || fail "it could gain new privileges"
    [ "$(field Seccomp)" = 2 ] || fail "no seccomp profile filters its calls"
    [[ "$(awk '$5 == "/" { print $6 }' "/proc/$process/mountinfo")," = ro,* ]] || fail "its root file system can be written"
    ! grep -q 'kubernetes.io/serviceaccount' "/proc/$process/mountinfo" || fail "a token of the API server is mounted"
    limit=$(cat "/sys/fs/cgroup/memory$(sed -n 's/^[0-9]*:memory://p' "/proc/$process/cgroup")/memory.limit_in_bytes" 2>/dev/null ||
        cat "/sys/fs/cgroup$(sed -n 's/^0:://p' "/proc/$process/cgroup")/memory.max")
    [ "$limit" = 167772160 ] || fail "its memory is limited to $limit bytes, not to 160 MiB"
    echo "      user 10001, no capabilities, no new privileges, seccomp, root read-only, no token, $((limit / 1048576)) MiB"
}

# k3s' Traefik, here a process on the node, by the objects of the overlay. cert-manager is not there: its secret is made.
routes() {
    host=$(in_dev get certificate vane --output 'jsonpath={.spec.dnsNames[0]}')
    certificate public "/CN=$host" "DNS:$host"
    in_dev create secret tls vane-tls --cert "$work/pki/public.crt" --key "$work/pki/public.key" >/dev/null
    begin traefik "$(ops/tools/go traefik)" --global.checknewversion=false --global.sendanonymoususage=false \
        --entrypoints.web.address="$node_address:80" --entrypoints.websecure.address="$node_address:443" \
        --providers.kubernetescrd --providers.kubernetescrd.allowemptyservices --providers.providersthrottleduration 500ms
    await 60 "Traefik does not lead to the page" through_traefik 200 "https://$host/"
    grep -q '<div id="root">' "$work/body" || fail "by way of Traefik the page is another one"
    through_traefik 200 "https://$host/api/v1/weather?lat=52.5&lon=13.4" || fail "the API by way of Traefik: $status"
    grep -qi '^strict-transport-security: max-age=31536000' "$work/head" || fail "Traefik does not set the headers of the middleware"
    through_traefik 301 "http://$host/" || fail "the page on plain HTTP: $status, not 301"
    through_traefik 404 "https://$host/health/ready" || fail "health from outside: $status, not 404"
}

through_traefik() {
    status=$(curl --silent --max-time 20 --output "$work/body" --dump-header "$work/head" --write-out '%{http_code}' --cacert "$work/pki/ca.crt" \
        --resolve "$host:443:$node_address" --resolve "$host:80:$node_address" "$2") || true
    [ "$status" = "$1" ]
}

new_process() {
    process=$(container_process vane-0)
    [ -n "$process" ] && [ "$process" != "$1" ]
}

# Under light load, by way of Traefik.
restart() {
    local old files begin ended started
    old=$(container_process vane-0)
    files=$(find "$work/volume" -name '*.db' -printf '%i ' | sort)
    [ -n "$files" ] || fail "there is no record on the volume"
    node "$here/gap.mjs" "https://$host/api/v1/weather?lat=52.5&lon=13.4" "$node_address" "$work/pki/ca.crt" 30 >"$work/gap" &
    loading=$!
    sleep 3
    begin=$(date +%s%N)
    in_dev delete pod vane-0 --wait=false >/dev/null
    while [ -e "/proc/$old" ]; do sleep 0.02; done
    ended=$(date +%s%N)
    await 60 "the pod is not replaced" new_process "$old"
    started=$(date +%s%N)
    in_dev rollout status statefulset vane --timeout 60s >/dev/null
    wait "$loading" || fail "under load: $(cat "$work/gap")"
    [ "$(find "$work/volume" -name '*.db' -printf '%i ' | sort)" = "$files" ] || fail "the record is another one"
    echo "      $(cat "$work/gap")"
    echo "      the old process ended $(((ended - begin) / 1000000)) ms after the order, the new one was there $(((started - ended) / 1000000)) ms later"
}
