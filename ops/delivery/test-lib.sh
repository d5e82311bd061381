# shellcheck shell=bash
# What the tests of delivery share: a registry on the loopback interface, a work tree with a remote, and two ways to say
# what a command must do.

bench=$(mktemp -d)
registry_pid=
service_pid=
stop_all() {
    local pid
    for pid in $registry_pid $service_pid; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$bench"
}
trap stop_all EXIT
cases=0
# Where nobody listens.
# shellcheck disable=SC2034 # used by what sources this
nobody=127.0.0.1:$(node ops/local/free-ports.mjs 1)

# The pipeline's own variables must not change what is tested.
unset DRONE DRONE_BRANCH DRONE_BUILD_EVENT DRONE_BUILD_NUMBER GIT_TOKEN MAKEFLAGS MAKELEVEL SIGNING_KEY SIGNING_KEY_FILE

# passes WHAT COMMAND...: it succeeds; what it says is in $bench/said.
passes() {
    local what=$1
    shift
    "$@" >"$bench/said" 2>&1 </dev/null || { echo "delivery: $what failed:" && cat "$bench/said" && exit 1; }
    cases=$((cases + 1))
}

# refuses WORDS COMMAND...: it fails, and says these words.
refuses() {
    local words=$1
    shift
    if "$@" >"$bench/said" 2>&1 </dev/null; then
        echo "delivery: this passed, but should be refused with '$words': $*" && cat "$bench/said" && exit 1
    fi
    grep -qF -- "$words" "$bench/said" ||
        { echo "delivery: this should be refused with '$words': $*; but it said:" && cat "$bench/said" && exit 1; }
    cases=$((cases + 1))
}

# holds WHAT TEST...: a condition.
holds() {
    local what=$1
    shift
    "$@" >/dev/null 2>&1 || { echo "delivery: not so: $what" && exit 1; }
    cases=$((cases + 1))
}

start_registry() {
    local port binary
    binary=$(ops/tools/go registry)
    port=$(node ops/local/free-ports.mjs 1)
    mkdir "$bench/registry"
    # A password, as the house's registry has one. Its hash is of bcrypt, which openssl does not make; so `make push` is
    # tried against a registry that asks for none, and the file of credentials by itself.
    printf '%s\n' 'version: 0.1' "storage: {filesystem: {rootdirectory: $bench/registry}}" \
        "http: {addr: '127.0.0.1:$port'}" 'log: {level: error}' >"$bench/registry.yaml"
    OTEL_TRACES_EXPORTER=none "$binary" serve "$bench/registry.yaml" >"$bench/registry.log" 2>&1 &
    registry_pid=$!
    node ops/local/await.mjs "http://127.0.0.1:$port/v2/" 20 "$registry_pid" >/dev/null
    export REGISTRY=127.0.0.1:$port/house REGISTRY_PLAIN_HTTP=true
    repository=$REGISTRY/vane
}

# A repository of its own with what delivery needs, and a remote to push to.
make_work_tree() {
    tree=$bench/tree
    mkdir "$tree"
    ops/tools/npm
    git ls-files -co --exclude-standard -- '*pom.xml' Makefile CHANGELOG.md .gitignore ops/delivery ops/tools ops/local |
        tar -c --files-from=- | tar -x -C "$tree"
    mkdir "$tree/ops/tools/node_modules"
    cp -r ops/tools/node_modules/yaml ops/tools/node_modules/.package-lock.json "$tree/ops/tools/node_modules/"
    touch "$tree/ops/tools/node_modules/.package-lock.json"
    overlay=ops/k8s/overlays/prod/kustomization.yaml
    mkdir -p "$tree/ops/k8s/overlays/prod" "$bench/bin"
    cat >"$tree/$overlay" <<'END'
# Production.
kind: Kustomization
resources: [../../base]
images:
  - name: other # stays as it is
    newName: example.net/other
    digest: sha256:1111111111111111111111111111111111111111111111111111111111111111
  - name: vane
    newName: REPOSITORY
    digest: sha256:0000000000000000000000000000000000000000000000000000000000000000 # written by make promote
END
    sed -i "s#REPOSITORY#$repository#" "$tree/$overlay"
    # The versions of the test are its own.
    (cd "$tree" && sed -i 's#<version>[0-9.]*-SNAPSHOT</version>#<version>0.1.0-SNAPSHOT</version>#' pom.xml ./*/pom.xml ./*/*/pom.xml)
    git init --quiet --bare --initial-branch main "$bench/remote"
    export GIT_CONFIG_GLOBAL=$bench/gitconfig GIT_CONFIG_SYSTEM=/dev/null
    printf '[user]\nname = test\nemail = test@example.net\n[init]\ndefaultBranch = main\n' >"$GIT_CONFIG_GLOBAL"
    git -C "$tree" init --quiet
    git -C "$tree" remote add origin "$bench/remote"
    commit "Begin"
}

# commit SUBJECT: commits the work tree and moves the remote's main to it.
commit() {
    git -C "$tree" add -A
    git -C "$tree" commit --quiet --allow-empty -m "$1"
    git -C "$tree" push --quiet origin HEAD:main
}

# image CONTENT [REVISION]: puts a small image in $bench/image.tar.
image() {
    rm -rf "$bench/layout"
    node ops/delivery/layout.mjs "$bench/layout" "${2:-$(git -C "$tree" rev-parse HEAD)}" "$1"
    tar -c -f "$bench/image.tar" -C "$bench/layout" .
}

raw_copy() { skopeo --insecure-policy copy --quiet --preserve-digests --src-tls-verify=false --dest-tls-verify=false "$@"; }

there() { skopeo inspect --raw --tls-verify=false "docker://$repository:$1"; }

digest_there() { echo "sha256:$(there "$1" | sha256sum | cut -d ' ' -f 1)"; }
