# shellcheck shell=bash disable=SC2154
# The parts of ops/e2e/run that end the service and start it again.

# load FOLDER URL CONNECTIONS RATE SECONDS OPTION...: in the background; FOLDER gets its result, and the readings that were
# acknowledged, which are of other days than those before.
load() {
    mkdir -p "$work/$1"
    node ops/e2e/load.mjs "$2" --connections "$3" --rate "$4" --seconds "$5" --connect 127.0.0.1 \
        --station "house:$station_password" --days-ago "$((35 - 10 * ++loads))" \
        --acknowledged "$work/$1/acknowledged" "${@:6}" >"$work/$1/result" 2>"$work/$1/said" &
    loading=$!
    launchers+=("$loading")
}

# await_load FOLDER
await_load() {
    wait "$loading" || { cat "$work/$1/said" >&2; fail "the load did not end well: $(cat "$work/$1/result")"; }
}

# of FOLDER EXPRESSION: of a load's result, `r`.
of() {
    node -p 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); eval(process.argv[2])' "$work/$1/result" "$2"
}

part_restart() {
    local took ready others code
    base=https://$host:$secure_port
    await_route
    lift_rate_limit
    load gap "$base" 40 400 20 --ca "$work/ca/outside.crt" --go-on
    sleep 5
    took=$(stop_service)
    start_service
    ready=$(await_service)
    await_load gap
    [ "$(of gap r.cut)" = 0 ] || fail "a restart cut $(of gap r.cut) requests: $(cat "$work/gap/result")"
    others=$(of gap 'Object.keys(r.byStatus).filter((s) => !/^(2..|503)$/.test(s)).join()')
    [ -z "$others" ] || fail "in the gap Traefik answered $others: $(cat "$work/gap/result")"
    [ "$(of gap r.unavailable)" -gt 0 ] || fail "nothing was answered with 503: did it restart at all?"
    [ "$(of gap r.gap.ms)" -le 5000 ] || fail "the gap was $(of gap r.gap.ms) ms (stop $took ms, start $ready ms)"
    ok "restart under load by way of Traefik: $(of gap r.sent) requests, 0 cut, $(of gap r.unavailable) answered 503, gap $(of gap r.gap.ms) ms (stop $took ms, start $ready ms)"

    # The virtual machine has to have compiled what is asked for, or the first seconds measure that.
    load warm "https://vane:$port" 200 2000 4 --ca "$work/ca/inside.crt"
    await_load warm
    load stop "https://vane:$port" 200 2000 20 --ca "$work/ca/inside.crt"
    sleep 4
    took=$(stop_service)
    await_load stop
    code=$(exit_code "$service")
    case $code in 0 | 143) ;; *) fail "it ended with code $code" ;; esac
    container "check-$$" StatefulSet/vane vane -- check >"$work/check" 2>&1 || fail "the record is damaged: $(cat "$work/check")"
    export_to export
    mv "$work/export" "$work/stop/export"
    cat "$work/gap/acknowledged" "$work/warm/acknowledged" >"$work/stop/acknowledged-before"
    node ops/e2e/judge.mjs "$work/stop" >"$work/stop/verdict" 2>&1 || fail "$(cat "$work/stop/verdict" "$work/stop/result")"
    ok "SIGTERM under $(of stop 'Math.round(r.sent / r.seconds)') requests/s on 200 connections, TLS: ended after $took ms with code $code; $(cat "$work/stop/verdict")"
    start_service
    await_service >/dev/null
}

# job WORKLOAD CONTAINER: the words of a container's command, with the folders and the address of this test.
job() {
    PRINT=args node ops/e2e/container.mjs "$rendering" "$1" "$2" "$volumes" |
        sed -e "s#http://vane-operations:8081#http://127.0.0.1:$operations_port#"
}

# restic WORKLOAD CONTAINER: Debian's restic in the place of the image, with the words of the manifest.
restic_job() {
    local -a words
    mapfile -t words < <(job "$1" "$2" | sed -e "s#^/snapshot#$volumes/snapshot#")
    RESTIC_REPOSITORY=$work/repository RESTIC_PASSWORD=$station_password RESTIC_CACHE_DIR=$work/cache \
        restic "${words[@]}" >"$work/restic" 2>&1 || { cat "$work/restic" >&2; fail "restic $1 $2"; }
}

# export_to FILE: everything on record; the service is stopped.
export_to() {
    container "export-$$-$1" StatefulSet/vane vane --volume "$volumes/snapshot:/snapshot" -- export "/snapshot/$1" >>"$work/service.log" 2>&1 ||
        fail "vane export failed"
    mv "$volumes/snapshot/$1" "$work/$1"
}

part_backup() {
    local quiet_service
    local -a words options quiet=(--env VANE_SOURCES_SIMULATED_ENABLED=false)
    base=https://$host:$secure_port
    plain=http://$host:$web_port
    await_route # Traefik may have just started, when no other part ran before
    ask 200 "a reading for the record" "$plain/weatherstation/updateweatherstation.php?ID=house&PASSWORD=$station_password&dateutc=now&tempf=59"
    stop_service >/dev/null
    export_to before.ndjson
    [ "$(wc -l <"$work/before.ndjson")" -gt 0 ] || fail "there is nothing on record to compare"

    # Nothing is written from here on: no source, no station.
    quiet_service=quiet-$$
    mapfile -t options < <(service_options)
    container "$quiet_service" StatefulSet/vane vane "${options[@]}" "${quiet[@]}" >>"$work/service.log" 2>&1 &
    launchers+=($!)
    await_service >/dev/null
    mapfile -t words < <(job CronJob/vane-backup ask)
    container "ask-$$" CronJob/vane-backup ask -- "${words[@]}" >"$work/ask" 2>&1 || { cat "$work/ask" >&2; fail "no copy was had"; }
    service=$quiet_service stop_service >/dev/null
    restic_job CronJob/vane-backup-init init
    restic_job CronJob/vane-backup ship
    restic_job CronJob/vane-backup forget
    restic_job CronJob/vane-backup check

    find "$volumes/data" "$volumes/snapshot" -mindepth 1 -delete
    restic_job CronJob/vane-restore fetch
    mapfile -t words < <(job CronJob/vane-restore restore)
    container "restore-$$" CronJob/vane-restore restore -- "${words[@]}" >"$work/restored" 2>&1 || { cat "$work/restored" >&2; fail "nothing was restored"; }
    export_to after.ndjson
    cmp "$work/before.ndjson" "$work/after.ndjson" || fail "what was restored is not what was on record"
    ok "backup, destroyed, restored: $(wc -l <"$work/after.ndjson") lines on record, all equal"
    start_service
    await_service >/dev/null
}
