# shellcheck shell=bash disable=SC2154,SC2001
# What the check refuses, and what it must let pass. The values are made up.

secret=$'apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: b}\n'
refused "is a Secret in the clear (stringData)" a.yaml <<<"${secret}stringData: {password: open}"
refused "is a Secret in the clear (data is only base64)" a.yml <<<"${secret}data: {password: b3Blbg==}"
refused "is a Secret; seal it" a.yaml <<<"$secret"
refused "is a Secret in the clear (stringData)" deep/secret.json <<<'{"kind": "Secret", "metadata": {"name": "a"}, "stringData": {"a": "b"}}'
refused "is a Secret in the clear (data is only base64)" no-extension <<<"${secret}data: {password: b3Blbg==}"
refused "is a Secret in the clear (stringData)" a.yaml.bak <<<"${secret}stringData: {password: open}"
refused "is a Secret in the clear (stringData)" second.yaml <<<$'kind: ConfigMap\n---\n'"${secret}stringData: {password: open}"
refused "is a Secret in the clear (stringData)" list.yaml <<<$'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, "kind": "Secret", stringData: {a: b}}'
refused "is a Secret in the clear (stringData)" alias.yaml <<<$'base: &base {kind: Secret}\nobject: {<<: *base, stringData: {a: b}}'
refused "makes a Secret from literals" kustomization.yaml <<<'secretGenerator: [{name: a, literals: [password=open]}]'
refused "makes a Secret from files" kustomization.yaml <<<'secretGenerator: [{name: a, files: [password.txt]}]'
refused "makes a Secret from envs" kustomization.yaml <<<'secretGenerator: [{name: a, envs: [secret.env]}]'
refused "is a Secret in the clear (stringData), as text inside" patch.yaml <<<$'patches:\n  - patch: |-\n      kind: Secret\n      metadata: {name: a}\n      stringData: {a: b}'
refused "holds a Secret in base64" map.yaml <<<"data: {object: $(printf '%sstringData: {a: b}' "$secret" | base64 -w 0)}"
refused "is a Secret in the clear (stringData), as text inside" binary.yaml <<<"data: {object: !!binary $(printf '%sstringData: {a: b}' "$secret" | base64 -w 0)}"
refused "holds a private key in base64" map.yaml <<<"data: {key: $(base64 -w 0 "$bench/key.pem")}"
refused "speaks of a Secret, and cannot be read as YAML" template.yaml.j2 <<<$'{% if x %}\nkind: Secret\n{% endif %}\nstringData: {a: {{ b }}}'
refused "is a Secret in the clear (stringData)" guide.md <<<$'Text\n\n```yaml\n'"${secret}stringData: {a: b}"$'\n```'

sealed=$(cat "$bench/clean/mail.yaml")
refused "is sealed cluster-wide, not strictly" a.yaml < <(sed 's#^metadata:#metadata:\n  annotations: {sealedsecrets.bitnami.com/cluster-wide: "true"}#' <<<"$sealed")
refused "is sealed namespace-wide, not strictly" a.yaml < <(sed 's#^    metadata:#    metadata:\n      annotations: {sealedsecrets.bitnami.com/namespace-wide: "true"}#' <<<"$sealed")
refused "is sealed, but has no namespace" a.yaml < <(sed '/^  namespace: /d' <<<"$sealed")
refused "is sealed, but has no name:" a.yaml < <(sed '/^  name: /d' <<<"$sealed")
refused "is sealed for the name mail, but would make other" a.yaml < <(sed 's/^      name: mail/      name: other/' <<<"$sealed")
refused "has data in its template, in the clear" a.yaml < <(sed 's#^  template:#  template:\n    stringData: {a: b}#' <<<"$sealed")
refused "has spec.data, the old form" a.yaml < <(sed 's#^spec:#spec:\n  data: AgBx#' <<<"$sealed")
head='{"kind": "SealedSecret", "metadata": {"name": "a", "namespace": "b"}, "spec": {"encryptedData": '
refused "is a SealedSecret without encryptedData" a.json <<<"$head {}}}"
refused "password is not base64" a.json <<<"$head {\"password\": \"open sesame\"}}}"
refused "password has 4 bytes, too few" a.json <<<"$head {\"password\": \"b3Blbg==\"}}}"
text=$(for ((i = 0; i < 700; i++)); do printf 'open sesame '; done)
refused "password does not begin as" a.json <<<"$head {\"password\": \"$(printf '%s' "$text" | base64 -w 0)\"}}}"
refused "password has a session key that is not random" a.json <<<"$head {\"password\": \"$({ printf '\002\000' && printf '%s' "$text"; } | base64 -w 0)\"}}}"
refused "password ends before its value" a.json <<<"$head {\"password\": \"$({ printf '\002\000' && head -c 500 /dev/urandom; } | base64 -w 0)\"}}}"

folder good
file reference.yaml <<<$'kind: ClusterIssuer\nspec: {keySecretRef: {name: a}}\n---\nkind: AppProject\nspec: {namespaceResourceWhitelist: [{group: "", kind: Secret}, {group: bitnami.com, kind: SealedSecret}]}'
file replacement.yaml <<<$'replacements:\n  - source: {kind: Secret, name: a}'
file script.sh <<<$'#!/bin/sh\n# kind is no word of ours\necho "{{"'
file Some.java <<<'// kind: Secret in a comment'
file empty.yaml </dev/null
accepted "references and other files"
folder nothing
input=/dev/null refuses "there are no files to look at" ops/secrets/check "$checked"

# The hook looks at what is about to be committed, not at what stands in the folder.
git init --quiet "$bench/clone"
mkdir -p "$bench/clone/ops"
git ls-files -co --exclude-standard -- ops/secrets ops/tools | tar -c --files-from=- | tar -x -C "$bench/clone"
cp -r ops/tools/node_modules "$bench/clone/ops/tools/"
touch "$bench/clone/ops/tools/node_modules/.package-lock.json"
in_clone() { git -C "$bench/clone" -c user.name=test -c user.email=test@example.net "$@"; }
holds "the hook is made" "$bench/clone/ops/secrets/hooks"
echo "${secret}stringData: {password: open}" >"$bench/clone/a.yaml"
in_clone add a.yaml && echo 'kind: ConfigMap' >"$bench/clone/a.yaml"
input=/dev/null refuses "a.yaml: is a Secret in the clear" in_clone commit -m "Add a secret"
in_clone add a.yaml
holds "a commit without secrets" in_clone commit -m "Add a map"
echo '#!/bin/sh' >"$bench/clone/.git/hooks/pre-commit"
input=/dev/null refuses "is not ours" "$bench/clone/ops/secrets/hooks"
