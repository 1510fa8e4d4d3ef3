# Everything one does with Pullquote's source. A bare `make` lists it.

SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# Where `make install` puts things; DESTDIR stands before it when a package is built.
PREFIX ?= /usr/local
DESTDIR ?=
# What `make run` opens: a folder or a file of articles; the sample articles when it is empty.
ARTICLES ?=

# A binary that needs no file beside it: Swift's libraries and C's are linked in, glibc alone stays shared.
static := $(CURDIR)/.build/static
release := -c release --static-swift-stdlib --disable-local-rpath -Xswiftc -use-ld=lld -Xlinker -L$(static)
binary := .build/release/pullquote

.PHONY: help
help:  ## this list
	@echo "make WHAT:"
	@sed -nE 's/^([a-z]+):[^#]*## (.*)$$/\1\t\2/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r name text; do \
		printf '  %-10s %s\n' "$$name" "$$text"; done

.PHONY: run
run: build  ## build and open the reader: make run, or make run ARTICLES=folder
	@if [ -n "$(ARTICLES)" ]; then exec $(binary) read -- "$(ARTICLES)"; else exec $(binary) read --samples; fi

.PHONY: build
build: toolchain deps  ## build the program (release, statically linked): .build/release/pullquote
	@.ci/static-libraries $(static)
	swift build $(release) --product pullquote

.PHONY: test
test: toolchain  ## build and run all tests
	@.ci/packages test
	swift build --build-tests
	@# What failed stands once more at the end, where one looks.
	swift test --skip-build 2>&1 | tee .build/tests.txt || { grep -a -A4 '✘ .* recorded an issue' .build/tests.txt; exit 1; }

# Tests, as fast as the program itself.
optimised := -c release -Xswiftc -enable-testing --scratch-path .build/optimised

# A soak of the annotator that was broken off, or crashed and said its seed, goes on with PULLQUOTE_SEED=number make soak.
.PHONY: soak
soak: toolchain  ## the tests with as many rounds of fuzzing and conduct as a night has, and the packages
	@.ci/packages test
	@# A million articles are annotated by an optimised build; the other would take a day.
	swift build $(optimised) --build-tests
	@# So are ten thousand, a hundred times over, for the import that is killed at fifty moments.
	PULLQUOTE_SOAK=1 swift test $(optimised) --skip-build --filter 'HostileTextTests|killedAtAnyMoment'
	swift build --build-tests
	PULLQUOTE_SOAK=1 swift test --skip-build --skip 'HostileTextTests|killedAtAnyMoment'
	$(MAKE) --no-print-directory dist
	.ci/check-packages $(dist)

.PHONY: bench
bench: build  ## measure: annotation, import, filters, the first screen, bytes and wake-ups
	swift build $(release) --product Benchmarks
	.build/release/Benchmarks $(binary)

.PHONY: pictures
pictures: build  ## take the README's pictures anew from the running program
	@.ci/packages test
	swift build $(release) --product Pictures
	.build/release/Pictures $(binary) Sources/Documentation/Pictures

# Where the annotated corpora lie; only the trainer reads them.
CORPORA ?= ../shared/corpora
trainer := .build/release/Trainer

.PHONY: model
model: trainer  ## learn the annotator's models anew from annotated articles: make model CORPORA=folder
	$(trainer) model "$(CORPORA)" Sources/CEnglishModel/models/names.model
	@# Quotations are learned from texts with the names that the new model finds.
	swift build -c release --product Trainer
	$(trainer) quotations "$(CORPORA)" Sources/CEnglishModel/models/quotations.model
	@# And how sure a speaker is, from the quotations that the new model finds.
	swift build -c release --product Trainer
	$(trainer) speakers "$(CORPORA)" Sources/CEnglishModel/models/speakers.model

.PHONY: evaluate
evaluate: trainer  ## all figures of the annotator beside the committed ones: make evaluate CORPORA=folder
	$(trainer) evaluate "$(CORPORA)" Sources/Documentation/Figures.tsv --folds 5 $(if $(WRITE),--write)

.PHONY: trainer
trainer: toolchain
	@[ -d "$(CORPORA)/entities" ] || { echo "no annotated corpora in $(CORPORA): say where they are with CORPORA=folder" >&2; exit 1; }
	swift build -c release --product Trainer

.PHONY: format
format: toolchain  ## lay out all Swift code
	swift format --in-place --parallel --recursive --configuration .swift-format Package.swift Sources Tests

.PHONY: lint
lint: toolchain  ## check layout and habits of all Swift code
	swift format lint --strict --parallel --recursive --configuration .swift-format Package.swift Sources Tests

.PHONY: install
install: build place  ## install program, manual page and completions: make install PREFIX=/usr/local

# Puts what was built where `install` wants it.
.PHONY: place
place:
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(man)" "$(DESTDIR)$(bash)" "$(DESTDIR)$(zsh)" "$(DESTDIR)$(fish)"
	install -s -m 755 $(binary) "$(DESTDIR)$(PREFIX)/bin/pullquote"
	$(binary) manual > .build/pullquote.1 && install -m 644 .build/pullquote.1 "$(DESTDIR)$(man)/pullquote.1"
	$(binary) --generate-completion-script bash | sed "1{/^#!/d}" > .build/completion && install -m 644 .build/completion "$(DESTDIR)$(bash)/pullquote"
	$(binary) --generate-completion-script zsh > .build/completion && install -m 644 .build/completion "$(DESTDIR)$(zsh)/_pullquote"
	$(binary) --generate-completion-script fish > .build/completion && install -m 644 .build/completion "$(DESTDIR)$(fish)/pullquote.fish"

man := $(PREFIX)/share/man/man1
bash := $(PREFIX)/share/bash-completion/completions
zsh := $(PREFIX)/share/zsh/site-functions
fish := $(PREFIX)/share/fish/vendor_completions.d

.PHONY: uninstall
uninstall:  ## remove what install put there; libraries of articles stay
	rm -f "$(DESTDIR)$(PREFIX)/bin/pullquote" "$(DESTDIR)$(man)/pullquote.1" "$(DESTDIR)$(bash)/pullquote" \
		"$(DESTDIR)$(zsh)/_pullquote" "$(DESTDIR)$(fish)/pullquote.fish"

dist := .build/dist

.PHONY: dist
dist: build  ## pack it: a tarball and a Debian package, in .build/dist
	@.ci/dist $(binary) $(dist)

.PHONY: clean
clean:  ## remove everything that was built
	rm -rf .build

.PHONY: deps
deps:  ## install the Debian packages that are missing
	@.ci/packages build

.PHONY: toolchain
toolchain:
	@command -v swift >/dev/null || { echo "Swift is missing: install a Swift 6 toolchain, 6.3 or newer (https://www.swift.org/install/linux/) and have swift in the PATH." >&2; exit 1; }
