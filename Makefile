# Every command of the project. The pipelines call these same targets; what is longer than a line is a script in ops/.

.DEFAULT_GOAL := help
MAVEN := mvn -B -ntp
# Maven's own libraries call what JDK 25 warns about, three lines each time.
export MAVEN_OPTS := --sun-misc-unsafe-memory-access=allow $(MAVEN_OPTS)

PORT ?= 8080
OPERATIONS_PORT ?= 8081
DATA ?= data

# Asked once, and only by targets that need it: `make help` works on any machine.
prerequisites = $(eval prerequisites := $$(shell ops/local/prerequisites))$(prerequisites)
with-jdk = $(if $(filter ok,$(firstword $(prerequisites))),export JAVA_HOME='$(wordlist 2,99,$(prerequisites))' &&,$(error $(prerequisites)))

.PHONY: help run demo test test-ui prepare image image-check image-reproducible image-index fmt lint bench nightly ops-check clean prerequisites journey \
	manifests tools e2e clients cluster-trial nfs-trial system restore backup-init \
	push scan rollout promote verify-image signing-key release registry-tidy build-image-pin seal seal-check hooks

help: ## Show this list
	@echo "Vane: the weather service of your own house"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-20s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "PORT=, OPERATIONS_PORT= and DATA= change where \`make run\` listens and keeps its data; PORT= that of \`make demo\`, too."

run: ## Build what has changed, then run on http://localhost:8080 with simulated weather beside the real
	@$(with-jdk) ops/local/package
	@$(with-jdk) VANE_SERVER_PORT='$(PORT)' VANE_OPERATIONS_PORT='$(OPERATIONS_PORT)' VANE_DATA_DIRECTORY='$(DATA)' ops/local/start

demo: ## 90 days of simulated weather in a minute on http://localhost:8080: watch scores appear and the blend take over
	@ops/local/vane demo --port '$(PORT)'

test: ## All tests: Java, UI, and one journey through the page in a browser
	@$(with-jdk) ops/local/package verify
	@$(with-jdk) ops/local/journey

test-ui: ## The tests of the UI alone
	@$(with-jdk) ops/local/ui test

journey: ## The journey through the page alone, on the application as it was last built
	@$(with-jdk) ops/local/journey

fmt: ## Format all sources
	@$(with-jdk) $(MAVEN) -q spotless:apply
	@$(with-jdk) ops/local/ui fmt

lint: ## Format, Checkstyle, the UI's linters, shell scripts, YAML, and what may not stand in the repository
	@$(with-jdk) $(MAVEN) -q spotless:check checkstyle:check
	@$(with-jdk) ops/local/ui lint
	@ops/checks/shell
	@ops/checks/yaml
	@ops/checks/hygiene-test
	@ops/checks/hygiene

image: ## Build the container image as bootstrap/target/vane-image.tar, without a daemon or a registry
	@$(with-jdk) ops/image/build

image-check: ## Check what is in that image, start it read-only, without privileges, in 160 MiB; print size, start and memory
	@ops/image/check

image-reproducible: ## Build the image twice from nothing and compare each layer
	@$(with-jdk) ops/image/reproducible

image-index: ## Join images for several architectures, IMAGES='one.tar other.tar', into bootstrap/target/vane-index.tar
	@node ops/image/index.mjs bootstrap/target/vane-index.tar $(IMAGES)

manifests: ## Render every overlay and combination of components, and check them by schema and by posture
	@ops/k8s/checks/check

tools: prepare ## Build the Go tools of the checks and fetch the schemas, once for a machine
	@ops/tools/go --all
	@ops/k8s/checks/schemas >/dev/null

e2e: ## The image under the manifests' settings, Traefik and TLS in front: routes, renewal, restart, backup and restore
	@ops/e2e/run

clients: ## Clients that people use, driven against the packaged application: what they understand is what Vane says
	@$(with-jdk) ops/local/package
	@$(with-jdk) ops/clients/run

push: ## Push the built image to the registry as <version>-dev.<build> and sha-<commit>; print its digest
	@ops/delivery/push

scan: ## Look the image's parts up among known vulnerabilities; fail above the limit, and when nobody answers
	@ops/delivery/scan

rollout: ## Run the pushed image in the cluster: ENVIRONMENT=dev; wait, smoke test, roll back when that fails
	@ENVIRONMENT='$(ENVIRONMENT)' ops/delivery/rollout

promote: ## Tag the image that was tested for main's commit as the version, sign and verify it, write its digest to prod
	@ops/delivery/promote

verify-image: ## Verify the signature of DIGEST=sha256:..., and that VERSION= is this image where given
	@DIGEST='$(DIGEST)' VERSION='$(VERSION)' ops/delivery/verify-image

signing-key: ## Make the house's pair of keys for signing; the private one goes to KEY_FILE= or standard output
	@KEY_FILE='$(KEY_FILE)' ops/delivery/signing-key

release: ## Set VERSION=x.y.z in all poms, close the changelog, commit
	@VERSION='$(VERSION)' ops/delivery/release

registry-tidy: ## Delete development images from Gitea's registry but the newest KEEP=20
	@KEEP='$(or $(KEEP),20)' ops/delivery/registry-tidy

build-image-pin: ## Write DIGEST=sha256:... of the house's build image into .drone.yml
	@DIGEST='$(DIGEST)' ops/build-image/pin

seal: ## Seal a secret from standard input or FILE=: NAME=, NAMESPACE=, KEY=, CERTIFICATE=
	@NAME='$(NAME)' NAMESPACE='$(NAMESPACE)' KEY='$(KEY)' FILE='$(FILE)' CERTIFICATE='$(CERTIFICATE)' ops/secrets/seal

seal-check: ## Refuse secrets in git that are not sealed, or sealed more loosely than to name and namespace
	@ops/secrets/check

hooks: ## Let git run the checks for secrets before each commit in this clone
	@ops/secrets/hooks

ops-check: ## Check pipeline, delivery, secrets, settings, manifests, Argo CD, install guide, licences, messages about prerequisites
	@ops/checks/prerequisites-test
	@$(with-jdk) ops/checks/licences-test
	@ops/tools/npm
	@node ops/image/scripts-test.mjs
	@ops/checks/drone-test
	@ops/checks/drone
	@ops/k8s/checks/check
	@ops/k8s/tests/run
	@ops/checks/install-guide-test
	@ops/checks/install-guide
	@ops/settings/check
	@ops/argocd/test
	@ops/k8s/tests/commands
	@ops/delivery/test
	@ops/secrets/test
	@ops/secrets/check

system: ## Put NAME= of ops/k8s/infrastructure into the cluster that kubectl points at, without Argo CD
	@ops/k8s/system '$(NAME)'

restore: ## Put the newest backup in the place of the record, in the cluster (NAMESPACE=, else vane)
	@ops/k8s/restore

backup-init: ## Make the repository of the backups, once (NAMESPACE=, else vane)
	@ops/k8s/backup-init

cluster-trial: ## Apply every overlay to a real Kubernetes of one node, made for it, and let the dev overlay run there
	@ops/nightly/cluster/run

bench: ## Run the benchmarks
	@$(with-jdk) ops/bench/run

nfs-trial: ## Keep the record on a real NFS mount, kill server and clients, count what is lost (as root, Debian on x86-64)
	@$(with-jdk) ops/bench/nfs/trial

nightly: ## What takes too long for each push: two image builds compared, a real cluster, NFS, the benchmarks
	@$(MAKE) image-reproducible image-check cluster-trial nfs-trial bench

prepare: prerequisites ## Install the npm packages of the UI and of the checks
	@node ui/scripts/build.mjs --install-only
	@ops/tools/npm

prerequisites: ## Check that JDK, Maven and Node are there
	@$(with-jdk) echo "JDK $$JAVA_HOME, $$(mvn -v | head -1), Node $$(node --version)"

clean: ## Remove everything that was built; ./data stays
	@rm -rf target */target adapters-sqlite/gazetteer/target ui/dist ui/node_modules ops/tools/node_modules
