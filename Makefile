# The commands of this project. `make` alone typesets every brief in content/ into build/.
# Written for GNU make 3.81, which macOS has, and later.

COVERAGE ?= 95
WORKERS ?= 2
# Tests that lie beside each other often share what they look at: they stay with one worker, as far as can be.
SHARED_OUT = -n $(WORKERS) --dist worksteal
# Of laws that many examples show, some examples; `make coverage` tries all.
SOME_EXAMPLES = --hypothesis-profile some

VENV := .venv
ifeq ($(OS),Windows_NT)
PROGRAMS := $(VENV)/Scripts
else
PROGRAMS := $(VENV)/bin
endif
SET_UP := pyproject.toml scripts/set-up.sh scripts/libraries.py
FONT_FILES := source-code/* source-sans/* source-serif/*

# macOS does not look for libraries where Homebrew puts them, and forgets the variable that says so
# whenever a program of its own is started: it has to stand right before Python.
ifeq ($(shell uname -s),Darwin)
LIBRARIES := DYLD_FALLBACK_LIBRARY_PATH="$(shell brew --prefix 2>/dev/null)/lib:/usr/local/lib:/usr/lib"
endif
RUN := $(LIBRARIES) $(PROGRAMS)/python

# Tests start hundreds of processes, each of which would compile all modules anew if nothing compiled were kept.
test test-fast coverage: export PYTHONDONTWRITEBYTECODE :=

.PHONY: pdf press web epub examples watch check test test-fast coverage newest develop tools lint format bench pictures docs wheel fonts lock clean help

pdf: $(VENV)/.run ## typeset every brief in content/ into build/, for the screen (the default)
	@$(RUN) -m issuebrief build

press: $(VENV)/.run ## typeset every brief in content/ into build/, for the press
	@$(RUN) -m issuebrief build --for press

web: $(VENV)/.run ## build a web page of every brief in content/ into build/
	@$(RUN) -m issuebrief build --for web

epub: $(VENV)/.run ## build an EPUB of every brief in content/ into build/
	@$(RUN) -m issuebrief build --for epub

examples: $(VENV)/.run ## typeset the brief of another institute in examples/ into build/examples/
	@cd examples/kvarnholt && $(LIBRARIES) ../../$(PROGRAMS)/python -m issuebrief build --for all -o ../../build/examples/
	@cd examples/kvarnholt && $(LIBRARIES) ../../$(PROGRAMS)/python -m issuebrief build --page-size letter \
		-o ../../build/examples/letter/

watch: $(VENV)/.run ## show a brief's pages in the browser while you write (BRIEF=content/moon)
	@$(RUN) -m issuebrief preview $(BRIEF)

check: $(VENV)/.run ## report every problem of the briefs, and write nothing
	@$(RUN) -m issuebrief check

# Tests of pages in the browser wait as often as they work.
test: WORKERS := 3
test: $(VENV)/.develop ## run every test, of slow ones with one example each
	$(RUN) -m pytest $(SHARED_OUT) $(SOME_EXAMPLES) -m "not exhaustive"

coverage: $(VENV)/.develop ## run all tests as CI does, with all their examples; fail below COVERAGE per cent coverage
	$(RUN) -m coverage erase
	$(RUN) -m coverage run -m pytest $(SHARED_OUT)
	$(RUN) -m coverage combine -q
	$(RUN) -m coverage report --fail-under=$(COVERAGE)

test-fast: $(VENV)/.develop ## run the tests that take under a minute: no browser, no validators, no long layouts
	$(RUN) -m pytest -q $(SHARED_OUT) $(SOME_EXAMPLES) -m "not browser and not validators and not slow and not exhaustive"

newest: $(VENV)/.develop ## try the newest WeasyPrint and pydyf in their own environment, and report what would break
	@sh scripts/newest_engine.sh

develop: $(VENV)/.develop ## install the packages that tests and linters need

tools: ## install the programs that some tests need: Ghostscript, qpdf, Chromium
	@sh scripts/set-up.sh tools

lint: $(VENV)/.develop ## ruff and mypy, tests included
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy

format: $(VENV)/.develop ## format the code
	$(RUN) -m ruff format .
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

bench: $(VENV)/.develop ## measure time and memory against plain weasyprint
	$(RUN) bench/cold_build.py
	$(RUN) bench/layout_speed.py

pictures: $(VENV)/.develop ## redraw the pictures of the documentation
	$(RUN) docs/make_pictures.py
	$(RUN) docs/make_review_pictures.py
	$(RUN) docs/make_layouts.py
	$(RUN) docs/make_formula_picture.py
	$(RUN) docs/make_charts.py
	$(RUN) docs/make_web_picture.py
	$(RUN) docs/make_site_pictures.py
	$(RUN) docs/make_preview_picture.py

docs: $(VENV)/.docs ## build the documentation site into dist/docs/; fail on broken links
	@NO_MKDOCS_2_WARNING=1 $(PROGRAMS)/python -m mkdocs build --strict

wheel: $(VENV)/.develop ## build the packages into dist/
	$(RUN) -m build --no-isolation --outdir dist .

fonts: ## rewrite the checksums of the fonts
	cd styles/fonts && LC_ALL=C sha256sum $(FONT_FILES) > SHA256SUMS

lock: $(VENV)/.develop ## pin the packages again, within the ranges of pyproject.toml
	$(RUN) scripts/lock.py

clean: ## remove what the other commands made, except .venv
	find build -mindepth 1 ! -name .gitkeep -delete
	rm -rf .venv-newest dist htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile

$(VENV)/.run: requirements/run.txt $(SET_UP)
	@sh scripts/set-up.sh run

$(VENV)/.develop: requirements/develop.txt $(SET_UP)
	@sh scripts/set-up.sh develop

$(VENV)/.docs: requirements/docs.txt $(SET_UP)
	@sh scripts/set-up.sh docs
