# shellcheck shell=bash disable=SC2154
# For ops/nightly/cluster/inside: etcd and the control plane, with an authority that lasts as long as the trial.

# authority: what signs every certificate of the trial.
authority() {
    mkdir -p "$work/pki"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=trial" \
        -keyout "$work/pki/ca.key" -out "$work/pki/ca.crt" 2>/dev/null
    openssl genrsa -out "$work/pki/accounts.key" 2048 2>/dev/null
}

# certificate NAME SUBJECT [ALTERNATIVE-NAMES]
certificate() {
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "$2" \
        -keyout "$work/pki/$1.key" -out "$work/pki/$1.request" 2>/dev/null
    openssl x509 -req -in "$work/pki/$1.request" -CA "$work/pki/ca.crt" -CAkey "$work/pki/ca.key" -CAcreateserial -days 1 \
        -extfile <(echo "extendedKeyUsage=clientAuth,serverAuth" && echo "${3:+subjectAltName=$3}") \
        -out "$work/pki/$1.crt" 2>/dev/null
}

# user NAME SUBJECT: a certificate, and a file by which the API server is reached with it.
user() {
    certificate "$1" "$2"
    cat >"$work/$1.conf" <<END
apiVersion: v1
kind: Config
clusters:
  - name: trial
    cluster: {server: "$api", certificate-authority: $work/pki/ca.crt}
users:
  - name: $1
    user: {client-certificate: $work/pki/$1.crt, client-key: $work/pki/$1.key}
contexts:
  - name: trial
    context: {cluster: trial, user: $1}
current-context: trial
END
}

start_api() {
    authority
    certificate server "/CN=kube-apiserver" "IP:$node_address,IP:10.43.0.1,IP:127.0.0.1,DNS:kubernetes.default.svc"
    user admin "/O=system:masters/CN=admin"
    user controllers "/CN=system:kube-controller-manager"

    begin etcd etcd --data-dir "$work/etcd" --listen-client-urls http://127.0.0.1:2379 --advertise-client-urls http://127.0.0.1:2379 \
        --listen-peer-urls http://127.0.0.1:2380 --log-level warn --logger zap
    begin kube-apiserver kube-apiserver --etcd-servers http://127.0.0.1:2379 --bind-address "$node_address" --advertise-address "$node_address" \
        --service-cluster-ip-range "$services" --authorization-mode Node,RBAC --enable-admission-plugins NodeRestriction --allow-privileged \
        --client-ca-file "$work/pki/ca.crt" --tls-cert-file "$work/pki/server.crt" --tls-private-key-file "$work/pki/server.key" \
        --kubelet-preferred-address-types InternalIP --kubelet-client-certificate "$work/pki/admin.crt" --kubelet-client-key "$work/pki/admin.key" \
        --service-account-issuer https://kubernetes.default.svc --service-account-key-file "$work/pki/accounts.key" \
        --service-account-signing-key-file "$work/pki/accounts.key"
    await 120 "the API server is not ready" kubectl get --raw /readyz
    begin kube-controller-manager kube-controller-manager --kubeconfig "$work/controllers.conf" --use-service-account-credentials \
        --leader-elect=false --service-account-private-key-file "$work/pki/accounts.key" --root-ca-file "$work/pki/ca.crt" \
        --bind-address 127.0.0.1 --allocate-node-cidrs --cluster-cidr 10.42.0.0/16
    kubectl version | sed -n 's/^Server Version: /      Kubernetes /p'
}
