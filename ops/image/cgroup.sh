# shellcheck shell=bash
# What the kernel counts for a process's control group, of either version. For ops/image/check.

# cgroup_of PID: the folder of its memory controller.
cgroup_of() {
    local path
    path=$(sed -n 's/^[0-9]*:memory://p' "/proc/$1/cgroup")
    if [ -n "$path" ]; then
        echo "/sys/fs/cgroup/memory$path"
    else
        echo "/sys/fs/cgroup$(sed -n 's/^0:://p' "/proc/$1/cgroup")"
    fi
}

# cgroup_memory FOLDER: "current working-set not-of-files limit", in MiB. The working set is what the kubelet counts: what is
# used, less the pages of files that were not used lately.
cgroup_memory() {
    local current limit
    if [ -f "$1/memory.current" ]; then
        current=$(cat "$1/memory.current") limit=$(cat "$1/memory.max")
    else
        current=$(cat "$1/memory.usage_in_bytes") limit=$(cat "$1/memory.limit_in_bytes")
    fi
    awk -v current="$current" -v limit="$limit" '
        $1 == "inactive_file" || $1 == "total_inactive_file" { inactive = $2 }
        $1 == "anon" || $1 == "total_rss" { anon = $2 }
        END { m = 1048576; printf "%.0f %.0f %.0f %.0f\n", current / m, (current - inactive) / m, anon / m, limit / m }' "$1/memory.stat"
}
