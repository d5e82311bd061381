# shellcheck shell=bash disable=SC2154
# For ops/e2e/run: podman with a storage of its own below $work, and containers by the manifests' own settings.

start_engine() {
    ops/tools/ensure podman podman >/dev/null
    ops/tools/ensure runc runc >/dev/null
    printf '%s\n' '[containers]' 'default_ulimits = ["nofile=20000:20000", "nproc=4096:4096"]' \
        '[engine]' 'cgroup_manager = "cgroupfs"' 'events_logger = "file"' 'runtime = "runc"' >"$work/containers.conf"
    image=$(engine load --quiet --input "$tar" 2>"$work/load" | sed -n 's/^Loaded image[^:]*: //p')
    [ -n "$image" ] || { cat "$work/load" >&2; fail "podman does not load the image"; }
}

# In a folder of its own, as conmon leaves a file where it stands when the memory limit is exceeded.
engine() {
    env --chdir="$work" CONTAINERS_CONF="$work/containers.conf" podman --root "$work/storage" --runroot "$work/run" "$@"
}

# container NAME WORKLOAD CONTAINER PODMAN-OPTION... -- ARGUMENT...: runs it as the rendering says, in the machine's network.
container() {
    local name=$1 workload=$2 part=$3
    local -a words options=()
    shift 3
    while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1") && shift; done
    [ $# = 0 ] || shift
    mapfile -t words < <(node ops/e2e/container.mjs "$rendering" "$workload" "$part" "$volumes")
    [ ${#words[@]} -gt 0 ] || fail "the rendering does not say how $workload $part runs"
    engine run --name "$name" --network host "${words[@]}" "${options[@]}" "$image" "$@"
}

# Where it listens, and that it asks no provider.
service_options() {
    local setting
    for setting in VANE_SERVER_HOST=127.0.0.1 VANE_SERVER_PORT="$port" VANE_OPERATIONS_HOST=127.0.0.1 \
        VANE_OPERATIONS_PORT="$operations_port" $(ops/local/simulated) \
        VANE_STATION_PLACE=52.5,13.4 VANE_STATION_PASSWORD="$station_password" \
        VANE_STATION_UPLOADS_PER_MINUTE=6000; do
        printf '%s\n' --env "$setting"
    done
}

# A container of its own each time, as Kubernetes makes a new one. The output of all goes to one file.
start_service() {
    local -a options
    mapfile -t options < <(service_options)
    service=vane-$$-$((++starts))
    # shellcheck disable=SC2119
    container "$service" StatefulSet/vane vane "${options[@]}" >>"$work/service.log" 2>&1 &
    launchers+=($!)
}

await_service() {
    node ops/local/await.mjs "http://127.0.0.1:$operations_port/health/ready" 60 "${launchers[-1]}" 2>"$work/late" ||
        { tail -n 30 "$work/service.log" >&2; fail "the service is not ready: $(cat "$work/late")"; }
}

# SIGTERM, and SIGKILL when the pod's grace period is over, as the kubelet does. Prints the milliseconds that it took.
stop_service() {
    local begin
    begin=$(date +%s%N)
    engine stop "$service" >/dev/null
    echo "$((($(date +%s%N) - begin) / 1000000))"
}

exit_code() {
    engine inspect --format '{{.State.ExitCode}}' "$1"
}
