# shellcheck shell=bash
# What the scripts of delivery share; they source it from the top of the work tree. The README lists the variables.

work=$(mktemp -d)
chmod 700 "$work"
trap 'rm -rf "$work"' EXIT

die() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# need NAME...: each variable is set, and not empty.
need() {
    local name
    for name in "$@"; do
        [ -n "${!name:-}" ] || die "$name is not set; ops/delivery/README.md says what it is for."
    done
}

# Prepares to talk to the registry: credentials go into a file that only this user reads, never into an argument.
use_registry() {
    REGISTRY=${REGISTRY:-gitea.example.net/vane}
    repository=$REGISTRY/vane
    skopeo=$(ops/tools/ensure skopeo skopeo)
    plain=false
    tls=true
    if [ "${REGISTRY_PLAIN_HTTP:-}" = true ]; then
        case $REGISTRY in
            127.0.0.1:* | localhost:*) plain=true tls=false ;;
            *) die "REGISTRY_PLAIN_HTTP is for a registry on this machine, not for $REGISTRY." ;;
        esac
    fi
    export REGISTRY_PLAIN_HTTP=$plain REGISTRIES_D=$work/registries.d
    mkdir "$REGISTRIES_D"
    printf 'docker:\n  "%s":\n    use-sigstore-attachments: true\n' "$repository" >"$REGISTRIES_D/vane.yaml"
    if [ -n "${REGISTRY_USER:-}" ]; then
        need REGISTRY_PASSWORD
        # shellcheck disable=SC2016 # the variables are those of node
        (umask 077 && HOST=${REGISTRY%%/*} node -e '
            const { HOST, REGISTRY_USER, REGISTRY_PASSWORD } = process.env
            const auth = Buffer.from(`${REGISTRY_USER}:${REGISTRY_PASSWORD}`).toString("base64")
            console.log(JSON.stringify({ auths: { [HOST]: { auth } } }))' >"$work/auth.json")
        export REGISTRY_AUTH_FILE=$work/auth.json
    fi
}

# digest_of TAG: the digest that the registry has under a tag; nothing when there is no such tag. A registry that does not
# answer is no missing tag.
digest_of() {
    if "$skopeo" inspect --raw --tls-verify="$tls" "docker://$repository:$1" >"$work/manifest" 2>"$work/said"; then
        echo "sha256:$(sha256sum "$work/manifest" | cut -d ' ' -f 1)"
    elif ! grep -qiE 'manifest unknown|name unknown|NAME_UNKNOWN|MANIFEST_UNKNOWN' "$work/said"; then
        die "$repository:$1 could not be asked for: $(tail -n 1 "$work/said")"
    fi
}

# revision_of IMAGE [OPTION...]: the commit that an image says it was built of; IMAGE is in the words of skopeo.
revision_of() {
    "$skopeo" inspect --config --raw "${@:2}" "$1" >"$work/config" || die "$1 cannot be read."
    node -e 'console.log(JSON.parse(require("fs").readFileSync(0)).config?.Labels?.["org.opencontainers.image.revision"])' <"$work/config"
}

# version: that of the root pom.
version() {
    sed -n '0,/<version>/s/.*<version>\(.*\)<\/version>.*/\1/p' pom.xml
}

# What is built, pushed or promoted is a commit, so nothing in the work tree may differ from it.
expect_clean_tree() {
    local changed
    changed=$(git status --porcelain | head -n 3)
    [ -z "$changed" ] || die "the work tree differs from its commit: $changed"
}

# public_key: prints the file of the public key.
public_key() {
    local file=${SIGNING_PUBLIC_KEY:-ops/delivery/signing.pub}
    [ -f "$file" ] || die "there is no public key in $file: make the house's pair with \`make signing-key\`."
    echo "$file"
}

# verify REFERENCE: prints the digest behind a tag or a digest when its signature is good.
verify() {
    local signer key
    signer=$(ops/delivery/signer/build)
    key=$(public_key)
    SIGNING_PUBLIC_KEY=$key "$signer" verify "$repository" "$1" 2>"$work/said" ||
        die "$repository, $1: the signature is refused: $(tail -n 1 "$work/said" | sed 's/^signer: //')"
}
