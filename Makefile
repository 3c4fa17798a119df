# The verbs of this project. `make` alone sets every brief of content/ into build/.
# Written for GNU make 3.81, which macOS has, and later.

COVERAGE ?= 95
WORKERS ?= 2

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

.PHONY: pdf press web watch check test test-fast newest tools lint format bench pictures docs wheel fonts lock clean help

pdf: $(VENV)/.run ## set every brief of content/ into build/, for the screen (the default)
	@$(RUN) -m issuebrief build

press: $(VENV)/.run ## set every brief of content/ into build/, for the press
	@$(RUN) -m issuebrief build --for press

web: $(VENV)/.run ## make a page for the web of every brief of content/, into build/
	@$(RUN) -m issuebrief build --for web

watch: $(VENV)/.run ## show a brief's pages in the browser while it is written (BRIEF=content/moon)
	@$(RUN) -m issuebrief preview $(BRIEF)

check: $(VENV)/.run ## say what is wrong with the briefs, without writing anything
	@$(RUN) -m issuebrief check

test: $(VENV)/.develop ## run all tests, and fail where less than COVERAGE per cent is covered
	$(RUN) -m coverage erase
	$(RUN) -m coverage run -m pytest -n $(WORKERS)
	$(RUN) -m coverage combine -q
	$(RUN) -m coverage report --fail-under=$(COVERAGE)

test-fast: $(VENV)/.develop ## run the tests that take under a minute: no browser, no validators, no long layouts
	$(RUN) -m pytest -q -n $(WORKERS) -m "not browser and not validators and not slow"

newest: $(VENV)/.develop ## try the newest WeasyPrint and pydyf in an environment of its own, and say what would break
	@sh scripts/newest_engine.sh

tools: ## get the programs that some tests need, where they are missing: Ghostscript, qpdf, Chromium
	@sh scripts/set-up.sh tools

lint: $(VENV)/.develop ## ruff and mypy, tests included
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy

format: $(VENV)/.develop ## put the code into shape
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

bench: $(VENV)/.develop ## measure time and memory against plain weasyprint
	$(RUN) bench/cold_build.py
	$(RUN) bench/layout_speed.py

pictures: $(VENV)/.develop ## draw the pictures of the documentation anew
	$(RUN) docs/make_pictures.py
	$(RUN) docs/make_layouts.py
	$(RUN) docs/make_web_picture.py
	$(RUN) docs/make_preview_picture.py

docs: $(VENV)/.docs ## build the documentation's site into dist/docs/, and fail where a link leads nowhere
	@NO_MKDOCS_2_WARNING=1 $(PROGRAMS)/python -m mkdocs build --strict

wheel: $(VENV)/.develop ## build the packages into dist/
	$(RUN) -m build --no-isolation --outdir dist .

fonts: ## write the checksums of the fonts anew
	cd styles/fonts && LC_ALL=C sha256sum $(FONT_FILES) > SHA256SUMS

lock: $(VENV)/.develop ## pin the packages anew, within the ranges of pyproject.toml
	$(RUN) scripts/lock.py

clean: ## remove what the other verbs made, but for .venv
	find build -mindepth 1 ! -name .gitkeep -delete
	rm -rf .venv-newest dist htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile

$(VENV)/.run: requirements/run.txt $(SET_UP)
	@sh scripts/set-up.sh run

$(VENV)/.develop: requirements/develop.txt $(SET_UP)
	@sh scripts/set-up.sh develop

$(VENV)/.docs: requirements/docs.txt $(SET_UP)
	@sh scripts/set-up.sh docs
