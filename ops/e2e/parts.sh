# shellcheck shell=bash disable=SC2154
# The parts of ops/e2e/run, one function each.

# ask EXPECTED-STATUS WHAT CURL-OPTION...: by way of Traefik, over TLS that is verified.
ask() {
    local expected=$1 what=$2 status
    shift 2
    status=$(curl --silent --show-error --max-time 20 --output "$work/body" --dump-header "$work/head" --write-out '%{http_code}' \
        --cacert "$work/ca/outside.crt" --resolve "$host:$secure_port:127.0.0.1" --resolve "$host:$web_port:127.0.0.1" \
        "$@" 2>"$work/curl") || status="nothing ($(cat "$work/curl"))"
    [ "$status" = "$expected" ] || fail "$what: answered $status, not $expected"
}

header() {
    grep -qi "^$1" "$work/head" || fail "$2: there is no header $1"
}

await_route() {
    local try
    for try in $(seq 100); do
        [ "$(curl --silent --output /dev/null --write-out '%{http_code}' --cacert "$work/ca/outside.crt" \
            --resolve "$host:$secure_port:127.0.0.1" "$base/api/v1/sources" || true)" != "${1:-200}" ] || return 0
        sleep 0.1
    done
    fail "Traefik does not answer ${1:-200} after $try tries"
}

part_routes() {
    base=https://$host:$secure_port
    plain=http://$host:$web_port
    await_route
    ask 200 "the page" "$base/"
    grep -q '<div id="root">' "$work/body" || fail "the page is another one"
    header 'strict-transport-security: max-age=31536000' "the page"
    header 'content-security-policy:' "the page"
    ask 200 "the API" "$base/api/v1/weather?lat=52.5&lon=13.4"
    grep -q '"simulated":true' "$work/body" || fail "the weather is not the simulated one"
    ok "page and API over TLS, with the headers of both"

    ask 301 "the page on plain HTTP" "$plain/"
    header "location: https://$host" "the page on plain HTTP"
    ask 200 "a station on plain HTTP" "$plain/weatherstation/updateweatherstation.php?ID=house&PASSWORD=$station_password&dateutc=now&tempf=61"
    ask 401 "a station with a wrong password" "$plain/weatherstation/updateweatherstation.php?ID=house&PASSWORD=wrong&dateutc=now&tempf=61"
    ok "plain HTTP: stations alone, everything else is sent to HTTPS"

    for path in health/ready health/live metrics info backup; do
        ask 404 "/$path from outside" "$base/$path"
        ! grep -qE '"status":"UP"|^# TYPE' "$work/body" || fail "/$path is served outside"
    done
    ok "health, metrics, info and backup are not to be had from outside"

    head -c 70000 /dev/zero >"$work/large"
    ask 413 "a body of 70 kB" --request POST --data-binary "@$work/large" "$base/api/v1/observations"
    ok "a body above the limit ends at Traefik"

    at_once
    grep -q ' 429$' "$work/rate" || fail "400 requests at once meet no limit: $(tr '\n' ' ' <"$work/rate")"
    ok "400 requests at once: $(tr -s ' \n' ' ' <"$work/rate")"
}

# 400 requests at once, counted by status. In one process, as 400 would take so long to start that any limit lets them pass.
at_once() {
    curl --silent --parallel --parallel-max 50 --output /dev/null --write-out '%{http_code}\n' --cacert "$work/ca/outside.crt" \
        --resolve "$host:$secure_port:127.0.0.1" "$base/api/v1/sources#[1-400]" 2>/dev/null | sort | uniq -c >"$work/rate"
}

# Lifts the rate limit for a load that comes from one address, and waits until Traefik has followed.
lift_rate_limit() {
    local try
    configure_traefik 100000
    for try in $(seq 50); do
        at_once
        grep -q ' 429$' "$work/rate" || return 0
        sleep 0.2
    done
    fail "Traefik still limits the rate after $try tries: $(tr '\n' ' ' <"$work/rate")"
}

served_serial() {
    openssl s_client -connect "127.0.0.1:$port" -servername vane </dev/null 2>/dev/null | openssl x509 -noout -serial
}

part_tls() {
    local before after try
    base=https://$host:$secure_port
    await_route
    before=$(served_serial)
    [ -n "$before" ] || fail "the service does not speak TLS"
    renew inside
    for try in $(seq 150); do
        after=$(served_serial)
        [ "$after" = "$before" ] || break
        sleep 0.2
    done
    [ "$after" != "$before" ] || fail "the renewed certificate is not served"
    ask 200 "the API after the renewal" "$base/api/v1/sources"
    ok "a renewed certificate is served without a restart, and believed by Traefik"

    renew stranger
    # Traefik goes on with connections that it has.
    for try in $(seq 300); do
        [ "$(served_serial)" = "$after" ] || break
        sleep 0.2
    done
    restart_traefik
    await_route 500
    ok "a certificate of another authority is refused by Traefik"
    renew inside
    for try in $(seq 150); do
        openssl s_client -connect "127.0.0.1:$port" -CAfile "$work/ca/inside.crt" -verify_return_error </dev/null >/dev/null 2>&1 && break
        sleep 0.2
    done
    await_route
}

# Only what the Secret's folder holds changes, as the kubelet does it; the transport's CA stays.
renew() {
    certificate "$1" vane "$work/renewed"
    chown 10001:10001 "$work/renewed"/*
    for file in tls.key tls.crt ca.crt; do mv "$work/renewed/$file" "$volumes/tls/$file"; done
}

restart_traefik() {
    kill "$traefik"
    wait "$traefik" 2>/dev/null || true
    "$traefik_program" --configfile="$work/traefik/traefik.yaml" >>"$work/traefik.log" 2>&1 &
    traefik=$!
}
