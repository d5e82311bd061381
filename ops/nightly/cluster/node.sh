# shellcheck shell=bash disable=SC2154
# For ops/nightly/cluster/inside: containerd with runc, the kubelet, kube-proxy, and the network of the pods. Where they would
# write into the machine's folders, they write below $work: the mounts are seen in this namespace alone.

own_folders() {
    local folder
    mount --make-rprivate /
    for folder in /run /var/log /var/lib/kubelet /var/lib/containerd /var/lib/cni /etc/cni /etc/containerd; do
        mkdir -p "$folder" "$work/machine$folder"
        mount --bind "$work/machine$folder" "$folder"
    done
    mount --make-rshared /
}

# The Debian containerd's own configuration, but for these.
configure_containerd() {
    mkdir -p /etc/cni/net.d
    cat >"$work/containerd.toml" <<END
version = 2
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "vane.test/pause:1"
  # Below that of containerd itself it may not be set where root lacks CAP_SYS_RESOURCE.
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      SystemdCgroup = false
END
    cat >/etc/cni/net.d/10-pods.conflist <<END
{"cniVersion": "0.4.0", "name": "pods", "plugins": [
  {"type": "bridge", "bridge": "pods0", "isGateway": true, "hairpinMode": true,
   "ipam": {"type": "host-local", "ranges": [[{"subnet": "$pods"}]], "routes": [{"dst": "0.0.0.0/0"}]}},
  {"type": "portmap", "capabilities": {"portMappings": true}}]}
END
}

# The image takes the name that the overlay gives it, as if it had been pulled.
start_containerd() {
    local name imported
    own_folders
    configure_containerd
    begin containerd containerd --config "$work/containerd.toml"
    await 30 "containerd does not answer" ctr version
    tar --create --file "$work/pause.tar" --directory "$work/pause" .
    ctr --namespace k8s.io images import "$work/pause.tar" >/dev/null
    grep -qx 'vane.test/pause:1' <(ctr --namespace k8s.io images list --quiet) || fail "containerd does not take the pause image"
    imported=$(ctr --namespace k8s.io images import --base-name vane.test/vane --digests "$tar" | awk '/vane.test/ { print $2; exit }')
    name=$(kubectl --namespace vane-dev get statefulset vane --output 'jsonpath={.spec.template.spec.containers[0].image}')
    ctr --namespace k8s.io images tag "$imported" "$name" >/dev/null
    echo "      $(ctr version | awk '/Version/ { print "containerd " $2; exit }'), $(runc --version | head -1), $name"
}

# Cgroups of version 1, when the machine has those: each hierarchy wants the root of ours.
make_cgroups() {
    local hierarchy
    if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
        mkdir "/sys/fs/cgroup/$cgroup"
        return
    fi
    for hierarchy in /sys/fs/cgroup/*/; do
        [ -f "$hierarchy/cgroup.procs" ] || continue
        mkdir "$hierarchy/$cgroup"
        for file in cpuset.cpus cpuset.mems; do
            [ ! -f "$hierarchy/$file" ] || cat "$hierarchy/$file" >"$hierarchy/$cgroup/$file"
        done
    done
}

configure_kubelet() {
    cat >"$work/kubelet.yaml" <<END
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: $node_address
authentication:
  anonymous: {enabled: false}
  webhook: {enabled: true}
  x509: {clientCAFile: $work/pki/ca.crt}
authorization: {mode: Webhook}
cgroupDriver: cgroupfs
cgroupRoot: /$cgroup
failCgroupV1: false
failSwapOn: false
containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
clusterDNS: [10.43.0.10]
clusterDomain: cluster.local
# Whether the machine's disk is nearly full is not what this looks at.
evictionHard: {nodefs.available: "0%", imagefs.available: "0%", nodefs.inodesFree: "0%", imagefs.inodesFree: "0%", memory.available: 50Mi}
imageGCHighThresholdPercent: 100
END
    cat >"$work/proxy.yaml" <<END
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
bindAddress: $node_address
clusterCIDR: $pods
clientConnection: {kubeconfig: $work/proxy.conf}
hostnameOverride: node
mode: iptables
# The limit is the machine's, not ours to set.
conntrack: {maxPerCore: 0}
END
}

node_is_ready() {
    kubectl wait node node --for condition=Ready --timeout 1s
}

# The volume is there before the scheduler first looks for it, as a provisioner would be.
start_node() {
    make_cgroups
    volume
    configure_kubelet
    user scheduler "/CN=system:kube-scheduler"
    user node "/O=system:nodes/CN=system:node:node"
    user proxy "/CN=system:kube-proxy"
    begin kube-scheduler kube-scheduler --kubeconfig "$work/scheduler.conf" --leader-elect=false --bind-address 127.0.0.1
    begin kubelet kubelet --config "$work/kubelet.yaml" --kubeconfig "$work/node.conf" --hostname-override node --node-ip "$node_address"
    begin kube-proxy kube-proxy --config "$work/proxy.yaml"
    await 120 "the node is not ready" node_is_ready
    echo "      $(kubectl get node node --output 'jsonpath=kubelet {.status.nodeInfo.kubeletVersion}, kernel {.status.nodeInfo.kernelVersion}')"
}
