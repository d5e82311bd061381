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

.PHONY: help run demo test test-ui prepare image image-check image-reproducible fmt lint bench nightly ops-check clean prerequisites journey

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

lint: ## Format, Checkstyle, the UI's linters, shell scripts, and what may not stand in the repository
	@$(with-jdk) $(MAVEN) -q spotless:check checkstyle:check
	@$(with-jdk) ops/local/ui lint
	@ops/checks/shell
	@ops/checks/hygiene-test
	@ops/checks/hygiene

image: ## Build the container image as bootstrap/target/vane-image.tar, without a daemon or a registry
	@$(with-jdk) ops/image/build

image-check: ## Start that image read-only, without privileges, in 128 MiB; print its size, start time and memory
	@ops/image/check

image-reproducible: ## Build the image twice from nothing and compare the digests
	@$(with-jdk) ops/image/reproducible

ops-check: ## Check the pipeline, the licence page, and the messages about missing prerequisites
	@ops/checks/prerequisites-test
	@$(with-jdk) ops/checks/licences-test
	@ops/checks/drone-test
	@ops/checks/drone

bench: ## Run the benchmarks
	@$(with-jdk) ops/bench/run

nightly: ## What takes too long for each push: two image builds compared, the image started, the benchmarks
	@$(MAKE) image-reproducible image-check bench

prepare: prerequisites ## Install the npm packages of the UI and of the checks
	@node ui/scripts/build.mjs --install-only
	@ops/tools/npm

prerequisites: ## Check that JDK, Maven and Node are there
	@$(with-jdk) echo "JDK $$JAVA_HOME, $$(mvn -v | head -1), Node $$(node --version)"

clean: ## Remove everything that was built; ./data stays
	@rm -rf target */target adapters-sqlite/gazetteer/target ui/dist ui/node_modules ops/tools/node_modules
