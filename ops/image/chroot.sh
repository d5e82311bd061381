# shellcheck shell=bash disable=SC2154
# For ops/image/check where no container engine can be had: the image's files in a read-only bind mount, entered by
# chroot under the image's user, without capabilities and without new privileges. Needs root. The command that is started
# is read from the image's own configuration, so that a mistake in it is found here too.

unpack_layers() {
    node ops/image/oci.mjs layers "$work/oci" | while read -r layer; do
        tar -xzf "$layer" -C "$work/rootfs" --no-same-owner --warning=no-unknown-keyword
    done
}

start_chroot() {
    local -a command
    [ "$(id -u)" = 0 ] || fail "without podman this check needs root, for a chroot"
    mkdir -p "$work/oci" "$work/rootfs" "$work/root"
    tar -xf "$tar" -C "$work/oci"
    unpack_layers
    mkdir -p "$work/rootfs/proc" "$work/rootfs/dev"
    touch "$work/rootfs/dev/urandom" "$work/rootfs/dev/random" "$work/rootfs/dev/null"
    mount --bind "$work/rootfs" "$work/root"
    mount -o remount,bind,ro "$work/root"
    mount -t proc proc "$work/root/proc"
    mount -t tmpfs -o mode=1777 tmpfs "$work/root/tmp"
    mount -t tmpfs -o uid=10001,mode=700 tmpfs "$work/root/var/lib/vane"
    for device in urandom random null; do mount --bind "/dev/$device" "$work/root/dev/$device"; done
    chmod 755 "$work"
    mapfile -t command < <(node ops/image/oci.mjs entrypoint "$work/oci")
    env -i PATH="$PATH" LANG=C.UTF-8 "${settings[@]}" setpriv --no-new-privs \
        chroot --userspec=10001:10001 "$work/root" "${command[@]}" >"$work/output" 2>&1 &
    launcher=$!
}

process_of_chroot() {
    echo "$launcher"
}

leave_chroot() {
    mount | awk -v root="$work/root" 'index($3, root) == 1 { print $3 }' | sort -r | while read -r point; do
        umount "$point"
    done
}
