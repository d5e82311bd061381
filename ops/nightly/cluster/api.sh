# shellcheck shell=bash disable=SC2154
# For ops/nightly/cluster/inside: what the API server itself says of our manifests.

# The same definitions that `make manifests` checks by; for a kind that no registry holds, one made of our schema.
define_kinds() {
    local what module path source
    while read -r what module path; do
        case $what in
            crd)
                source=$(ops/tools/go-source "$module")/$path
                [ ! -d "$source" ] || source=$(find "$source" -name '[!k]*.y*ml' | paste -sd , -)
                apply --filename "$source"
                ;;
            +) node "$here/definition.mjs" "ops/k8s/schemas/$module" | apply --filename - ;;
        esac
    done <ops/k8s/checks/schemas.list
    await 60 "a definition is not established" kubectl wait customresourcedefinitions --all --for condition=Established --timeout 20s
    echo "      $(kubectl get customresourcedefinitions --no-headers | wc -l) definitions"
}

# apply OPTION...: by the server, which takes no field that it does not know.
apply() {
    kubectl apply --server-side --validate=strict "$@" >"$work/applied" 2>"$work/refused" || { cat "$work/refused" >&2; fail "the API server refuses: $*"; }
    # What it would drop or finds deprecated is a fault as well.
    ! grep -i '^warning' "$work/refused" | grep -viE "${tolerated:-^$}" >&2 || fail "the API server warns: $*"
}

# What is rendered by itself; components are not.
folders() {
    find ops/k8s/overlays ops/k8s/infrastructure ops/argocd -name kustomization.yaml -exec grep -l '^kind: Kustomization' {} + |
        sed 's#/kustomization.yaml$##' | sort
}

# Namespaces are there first: without its namespace no object passes a dry run, nor would it with Argo CD.
dry_run() {
    local folder name objects
    mkdir -p "$work/rendered"
    folders >"$work/folders"
    while read -r folder; do
        name=$work/rendered/${folder//\//-}.yaml
        "$(ops/tools/go kustomize)" build "$folder" >"$name"
        node "$here/namespaces.mjs" "$name" >"$name.namespaces"
        [ ! -s "$name.namespaces" ] || apply --filename "$name.namespaces"
        apply --dry-run=server --filename "$name"
        objects=$(wc -l <"$work/applied")
        [ "$objects" -gt 0 ] || fail "$folder renders nothing"
        echo "      $folder: $objects objects"
    done <"$work/folders"
}

apply_all() {
    local folder
    while read -r folder; do
        apply --filename "$work/rendered/${folder//\//-}.yaml"
    done <"$work/folders"
}

# A pod as the StatefulSet makes it is taken; the same with one thing changed is refused, and for that thing.
refuse_pods() {
    local what field file reason count=0
    mkdir "$work/pods"
    node "$here/pods.mjs" "$work/rendered/ops-k8s-overlays-dev.yaml" "$work/pods" >"$work/changes"
    apply --dry-run=server --filename "$work/pods/intact.json"
    while IFS=$'\t' read -r file field what; do
        if kubectl create --dry-run=server --filename "$work/pods/$file" >"$work/created" 2>&1; then fail "a pod with $what is taken"; fi
        for reason in 'violates PodSecurity "restricted:latest"' "$field"; do
            grep -qF "$reason" "$work/created" || fail "a pod with $what is refused for another reason: $(cat "$work/created")"
        done
        count=$((count + 1))
    done <"$work/changes"
    [ "$count" -gt 5 ] || fail "only $count pods were tried"
    echo "      $count pods refused, the intact one taken"
}

pod_exists() {
    kubectl --namespace "$1" get pod "$2" --output name
}

job_has_pod() {
    [ -n "$(kubectl --namespace vane get pods --selector job-name=trial --output name)" ]
}

refused_event() {
    kubectl --namespace vane-dev get events --field-selector "involvedObject.name=$1,reason=FailedCreate" --output 'jsonpath={.items[*].message}' |
        grep 'violates PodSecurity "restricted:latest"'
}

# The pods come from controllers, in whose name nothing is passed over; nobody schedules them here.
controllers_make_pods() {
    await 60 "the StatefulSet of dev has no pod" pod_exists vane-dev vane-0
    await 60 "the StatefulSet of prod has no pod" pod_exists vane vane-0
    kubectl --namespace vane create job --from cronjob/vane-backup trial >/dev/null
    await 60 "the backup's job has no pod" job_has_pod
    kubectl create --filename "$work/pods/set.json" >/dev/null 2>&1
    await 60 "a StatefulSet with a privileged pod meets no refusal" refused_event broken
    ! pod_exists vane-dev broken-0 >/dev/null 2>&1 || fail "the privileged pod of a StatefulSet was made"
    kubectl --namespace vane-dev delete statefulset broken >/dev/null
    # Their images are not to be had here, so that no node may find them.
    kubectl --namespace vane delete statefulset,cronjob,job --all --wait=false >/dev/null
}
