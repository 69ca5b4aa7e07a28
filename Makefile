# Wirediff. The targets meant for people: run, test, build, headless, bench, fuzz, package, clean.

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.8.0
FUZZTIME    ?= 60s

# One place for the version (FyneApp.toml); commit and date are the commit's own.
VERSION := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
COMMIT  := $(shell git rev-parse --short=10 HEAD 2>/dev/null || echo unknown)
DATE    := $(shell git log -1 --format=%cs 2>/dev/null || echo unknown)
STAMP   := -X 'wirediff/ui/cli.version=$(VERSION)' -X 'wirediff/ui/cli.commit=$(COMMIT)' -X 'wirediff/ui/cli.date=$(DATE)'

# PDF files are read by PDFium where "make pdfium" has fetched it, as packages do; by a Go library otherwise.
PDFIUM  = $(if $(wildcard loader/internal/pdf/pdfium.wasm),pdfium)

comma   := ,
EXE     := $(if $(filter Windows_NT,$(OS)),.exe)
EXAMPLE := $(sort $(wildcard assets/example/*.html assets/example/*.txt))

.PHONY: run build headless pdfium test check vuln unit window bench fuzz package package-macos icon clean

run: ## builds, opens the window with the example; without a display prints the comparison
	@if .ci/setup build; then $(MAKE) --no-print-directory build && program=./wirediff$(EXE); \
	else echo "run: the window cannot be built here; this is the command line" && \
		$(MAKE) --no-print-directory headless && program=./wirediff-cli$(EXE); fi && \
	{ $$program $(EXAMPLE) || [ $$? = 1 ]; }

# Without the tag migrated_fynedo, which releases have: so Fyne checks that every call that draws
# comes from its own goroutine, and the window run fails on one that does not.
build: ## the desktop program, ./wirediff
	go build $(if $(PDFIUM),-tags $(PDFIUM)) -ldflags "$(STAMP)" -o wirediff$(EXE) .

headless: ## the command line alone, ./wirediff-cli; needs no C, no GL, no display
	CGO_ENABLED=0 go build -tags headless$(if $(PDFIUM),$(comma)$(PDFIUM)) -ldflags "$(STAMP)" -o wirediff-cli$(EXE) .

pdfium: ## fetches PDFium (4 MB, WebAssembly) by name and hash; later builds link it
	loader/internal/pdf/fetch.sh

test: ## everything the build machine checks; one that fails does not hide the others
	@.ci/setup test
	@$(MAKE) --no-print-directory -k check vuln unit window

check: ## formatting, vet, staticcheck
	@bad=$$(gofmt -s -l $$(git ls-files '*.go')); [ -z "$$bad" ] || { echo "gofmt -s would change:"; echo "$$bad"; exit 1; }
	CGO_ENABLED=0 go vet -tags headless ./...
	go vet . ./ui/desktop
	CGO_ENABLED=0 go run $(STATICCHECK) -tags headless ./...

# govulncheck ends with 3 when it found a weakness that the program reaches, with 1 when it has no database.
vuln: ## known weaknesses of what is linked, where the database can be reached
	@mkdir -p build; code=0; CGO_ENABLED=0 timeout 300 go run $(GOVULNCHECK) -tags headless ./... >build/vuln 2>&1 || code=$$?; \
	case $$code in 0) echo "vuln: none known" ;; 3) cat build/vuln; exit 1 ;; \
	*) echo "vuln: not checked, the database cannot be reached: $$(sed -n 's/^govulncheck: //p' build/vuln | tail -n 1)" ;; esac

unit: ## the unit tests; none of them needs C or a display
	CGO_ENABLED=0 go test -tags headless ./...

window: build ## one run of the real window on a display of its own
	.ci/window.sh

bench: ## benchmarks of the packages, growth, and real long texts against git and dwdiff
	CGO_ENABLED=0 go test -tags headless -run '^$$' -bench . -benchmem ./diff/... ./loader/...
	CGO_ENABLED=0 go run ./diff/internal/bench segment
	CGO_ENABLED=0 go run ./diff/internal/bench many
	CGO_ENABLED=0 go run ./diff/internal/bench growth
	@mkdir -p build; if diff/internal/bench/texts.sh build/texts && command -v dwdiff >/dev/null; then \
		$(MAKE) --no-print-directory headless && CGO_ENABLED=0 go run ./diff/internal/bench texts ./wirediff-cli build/texts/kjv.txt build/texts/web.txt; \
	else echo "bench: not measured against git and dwdiff, see the line above"; fi

# Without minimising: readers run in goroutines, so coverage wavers and a minute would go into each input.
fuzz: ## every fuzz target for FUZZTIME
	@for dir in $$(git grep -l '^func Fuzz' -- '*_test.go' | xargs -n1 dirname | sort -u); do \
		for name in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\).*/\1/p' $$dir/*_test.go); do \
			echo "$$dir $$name"; CGO_ENABLED=0 go test -tags headless -run '^$$' -fuzz "^$$name$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x -parallel 2 ./$$dir || exit 1; \
		done; done

package: pdfium ## every package into dist/ (deb, rpm, tar.xz, Windows zip and installer, headless archives)
	@.ci/setup package
	assets/package/build.sh $(VERSION)
	@.ci/check-packages dist

# On a Mac with Apple's command line tools: a bundle with document types, unsigned.
package-macos:
	assets/package/macos.sh $(VERSION)

icon: ## assets/icon.png from assets/icon.svg
	CGO_ENABLED=0 go run ./assets/internal/icons assets/icon.svg assets 256 && mv assets/256.png assets/icon.png

clean:
	rm -rf wirediff$(EXE) wirediff-cli$(EXE) dist build
