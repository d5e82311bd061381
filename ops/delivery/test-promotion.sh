# shellcheck shell=bash disable=SC2154
# From the push of an image to its promotion.

in_tree() { (cd "$tree" && env "${settings[@]}" "$@"); }
export SIGNING_PASSWORD=throw-away-password
settings=(IMAGE_TAR="$bench/image.tar" BUILD_NUMBER=7)

# Keys.
refuses "SIGNING_PASSWORD has 5 characters" env SIGNING_PASSWORD=short KEY_FILE="$bench/house.key" "$tree/ops/delivery/signing-key"
refuses "must be outside of the work tree" env KEY_FILE="$tree/house.key" "$tree/ops/delivery/signing-key"
refuses "make the house's pair with" in_tree env SIGNING_KEY_FILE="$bench/house.key" ops/delivery/promote
passes "making the pair" env KEY_FILE="$bench/house.key" "$tree/ops/delivery/signing-key"
holds "nobody else reads the private key" test "$(stat -c %a "$bench/house.key")" = 600
holds "the private key is sealed" grep -q 'BEGIN ENCRYPTED' "$bench/house.key"
refuses "is there: images that are signed" env KEY_FILE="$bench/second.key" "$tree/ops/delivery/signing-key"
passes "a second pair" env SIGNING_PUBLIC_KEY="$bench/second.pub" KEY_FILE="$bench/second.key" "$tree/ops/delivery/signing-key"
commit "Add the house's public key"

# Pushing.
tested=$(git -C "$tree" rev-parse HEAD)
refuses "there is no $bench/image.tar" in_tree ops/delivery/push
image one
refuses "BUILD_NUMBER should be" in_tree env BUILD_NUMBER=x ops/delivery/push
image one 1111111111111111111111111111111111111111
refuses "was built of 1111111111111111111111111111111111111111" in_tree ops/delivery/push
image one
refuses "is for a registry on this machine" in_tree env REGISTRY=gitea.example.net/vane ops/delivery/push
refuses "could not be asked for" in_tree env REGISTRY="$nobody/vane" ops/delivery/push
echo changed >"$tree/NEW"
refuses "differs from its commit" in_tree ops/delivery/push
rm "$tree/NEW"
passes "a push" in_tree ops/delivery/push
digest=$(tail -n 1 "$bench/said")
holds "the digest is printed, and is that of the registry" test "$digest" = "$(digest_there "sha-$tested")"
holds "the tag of the build" test "$digest" = "$(digest_there 0.1.0-dev.7)"
passes "the same push again" in_tree env BUILD_NUMBER=8 ops/delivery/push
image two
refuses "is $digest already" in_tree ops/delivery/push
holds "sha-<commit> is what it was" test "$digest" = "$(digest_there "sha-$tested")"

# Credentials: in a file for this user alone, and in no argument.
# shellcheck disable=SC2016 # expanded by the shell that is started
passes "the file of credentials" env REGISTRY_USER=ci REGISTRY_PASSWORD='pass "word"' bash -c '
    set -euo pipefail
    . ops/delivery/lib.sh
    use_registry
    [ "$(stat -c %a "$REGISTRY_AUTH_FILE")" = 600 ]
    node -e "
        const { auths } = JSON.parse(require(\"fs\").readFileSync(process.env.REGISTRY_AUTH_FILE))
        const auth = auths[process.env.REGISTRY.split(\"/\")[0]].auth
        if (Buffer.from(auth, \"base64\").toString() !== \"ci:pass \\\"word\\\"\") process.exit(1)"'
refuses "REGISTRY_PASSWORD is not set" in_tree env -u REGISTRY_PASSWORD REGISTRY_USER=ci ops/delivery/push

# Promoting.
promote() { in_tree env SIGNING_KEY_FILE="$bench/house.key" "$@" ops/delivery/promote; }
refuses "only a push to main is promoted" promote env DRONE_BUILD_EVENT=pull_request DRONE_BRANCH=main
refuses "only a push to main is promoted" promote env DRONE_BUILD_EVENT=push DRONE_BRANCH=feature
refuses "0.1.0-SNAPSHOT is no version to promote" promote
(cd "$tree" && sed -i 's#0.1.0-SNAPSHOT#0.1.0#' pom.xml ./*/pom.xml ./*/*/pom.xml)
refuses "differs from its commit" promote
commit "Release 0.1.0"
refuses "there is no image sha-" promote
image one
passes "the push of the release" in_tree ops/delivery/push
digest=$(tail -n 1 "$bench/said")
release=$(git -C "$tree" rev-parse HEAD)
refuses "the signature is refused" in_tree env DIGEST="$digest" ops/delivery/verify-image
refuses "SIGNING_PASSWORD is not set" promote env SIGNING_PASSWORD=
refuses "signing failed" promote env SIGNING_PASSWORD=another-password
refuses "SIGNING_KEY is not set" in_tree env -u SIGNING_KEY ops/delivery/promote
refuses "manifest unknown" there 0.1.0
git -C "$tree" commit --quiet --allow-empty -m "Not on main"
refuses "its own pipeline promotes that" promote
git -C "$tree" reset --quiet --hard "$release"
sed -i "s#newName: $repository#newName: example.net/elsewhere#" "$tree/$overlay" && git -C "$tree" commit --quiet -a -m "Take the image from elsewhere"
refuses "not from $repository" node ops/delivery/set-digest.mjs "$tree/$overlay" "$repository" "$digest"
git -C "$tree" reset --quiet --hard "$release"

# The signature of another key first: it does not count.
refuses "the signature is refused" promote env SIGNING_KEY_FILE="$bench/second.key"
holds "main stays where it is" test "$(git -C "$bench/remote" rev-parse main)" = "$release"
# A promotion that got no further than the registry can be started again.
printf '#!/bin/sh\nexit 1\n' >"$bench/remote/hooks/pre-receive" && chmod +x "$bench/remote/hooks/pre-receive"
refuses "main was not moved" promote
rm "$bench/remote/hooks/pre-receive"
git -C "$tree" reset --quiet --hard "$release"
passes "a promotion" promote
holds "the version is the tested image" test "$digest" = "$(digest_there 0.1.0)"
git -C "$bench/remote" show "main:$overlay" >"$bench/overlay"
sed "s#sha256:0\{64\}#$digest#" "$tree/$overlay" >"$bench/expected"
git -C "$bench/remote" show "$release:$overlay" | sed "s#sha256:0\{64\}#$digest#" >"$bench/expected"
holds "the digest alone has changed in the overlay" cmp "$bench/overlay" "$bench/expected"
holds "one commit more" test "$(git -C "$bench/remote" rev-parse main^)" = "$release"
holds "it starts no pipeline" grep -qF '[CI SKIP]' <(git -C "$bench/remote" log -1 --format=%B main)
holds "the tag is on what was tested" test "$(git -C "$bench/remote" rev-parse v0.1.0)" = "$release"
passes "verifying" in_tree env DIGEST="$digest" VERSION=0.1.0 ops/delivery/verify-image
refuses "there is no image sha-" promote
git -C "$tree" reset --quiet --hard "$release"
refuses "its own pipeline promotes that" promote

# What somebody with write access to the registry could do.
refuses "DIGEST should be sha256:" in_tree env DIGEST=0.1.0 ops/delivery/verify-image
passes "a third pair" env SIGNING_PUBLIC_KEY="$bench/third.pub" KEY_FILE="$bench/third.key" "$tree/ops/delivery/signing-key"
refuses "the signature is refused" in_tree env DIGEST="$digest" SIGNING_PUBLIC_KEY="$bench/third.pub" ops/delivery/verify-image
image evil
passes "an image from elsewhere" raw_copy "oci-archive:$bench/image.tar" "docker://$repository:evil"
passes "a tag for a version that there is not" raw_copy "docker://$repository@$digest" "docker://$repository:0.9.0"
refuses "$repository:0.1.0\" is not accepted" in_tree env DIGEST="$digest" VERSION=0.9.0 ops/delivery/verify-image
passes "moving the tag of the release" raw_copy "docker://$repository:evil" "docker://$repository:0.1.0"
refuses "no signature exists" in_tree env DIGEST="$digest" VERSION=0.1.0 ops/delivery/verify-image
passes "the digest is still what was signed" in_tree env DIGEST="$digest" ops/delivery/verify-image
passes "moving it back" raw_copy "docker://$repository@$digest" "docker://$repository:0.1.0"
git -C "$tree" reset --quiet --hard origin/main && git -C "$tree" fetch --quiet && git -C "$tree" reset --quiet --hard origin/main
commit "Change after the release"
next=$(git -C "$tree" rev-parse HEAD)
passes "moving sha-<commit> to the image of another commit" raw_copy "docker://$repository:evil" "docker://$repository:sha-$next"
refuses "was built of" promote
image three
refuses "is $(digest_there evil) already" in_tree ops/delivery/push
commit "Change once more"
image four
passes "a push without a new version" in_tree ops/delivery/push
refuses "0.1.0 is released as $digest already" promote
holds "the release is what it was" test "$digest" = "$(digest_there 0.1.0)"
