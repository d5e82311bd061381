# shellcheck shell=bash disable=SC2154
# For ops/e2e/run: what cert-manager does in the cluster, with authorities that last as long as the test.

# authority NAME: a CA in $work/ca.
authority() {
    mkdir -p "$work/ca"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$1" \
        -keyout "$work/ca/$1.key" -out "$work/ca/$1.crt" 2>/dev/null
}

# certificate AUTHORITY NAME FOLDER: tls.crt, tls.key and ca.crt, as in a Secret of cert-manager, put in place at once.
certificate() {
    local made=$work/ca/made-$RANDOM
    mkdir -p "$made" "$3"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$2" \
        -keyout "$made/tls.key" -out "$made/request" 2>/dev/null
    openssl x509 -req -in "$made/request" -CA "$work/ca/$1.crt" -CAkey "$work/ca/$1.key" -CAcreateserial -days 1 \
        -extfile <(echo "subjectAltName=DNS:$2") -out "$made/tls.crt" 2>/dev/null
    cp "$work/ca/$1.crt" "$made/ca.crt"
    chmod 644 "$made"/*
    for file in tls.key tls.crt ca.crt; do mv "$made/$file" "$3/$file"; done
}
