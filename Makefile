# rapportage: from content to raadsvoorstel and bijlage. `make help` lists what there is.

PERIODE ?= 2021-H2
PYTHON ?= python3
BIN = .venv/bin

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help bundel bench mutants hostile build test slow browser check conformance format lint types schema clean

help: ## list these targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1	\2/' | expand -t 20

build: .venv/.klaar-run ## build a period's papers: make build PERIODE=2021-H2
	@$(BIN)/rapportage build $(PERIODE)

test: .venv/.klaar-dev ## run the tests
	@$(BIN)/python -m pytest

slow: .venv/.klaar-dev ## run the tests that take long: other programs, whole builds, ill treatment
	@$(BIN)/python -m pytest -m slow

browser: .venv/.klaar-dev ## run the tests that look at the preview in Chromium
	@$(BIN)/python -m pytest -m browser

check: format lint types test ## format, lint, strict types, tests

bench: .venv/.klaar-bench ## measure builds against the bare layout engine and other programs
	@$(BIN)/python bench/bench.py
	@$(BIN)/python bench/preview.py
	@$(BIN)/python bench/lasting.py

mutants: .venv/.klaar-bench ## make small mistakes in eleven modules, and tell which no test notices
	@$(BIN)/python bench/mutants.py

bundel: .venv/.klaar-dev ## wheels, hashes and installers for a machine without network, as ZIPs in dist/
	@$(BIN)/python scripts/bundle.py

hostile: .venv/.klaar-dev ## ten thousand slips, all bombs, two hundred kills; writes docs/betrouwbaarheid.md
	@$(BIN)/python tests/hostile/hunt.py

conformance: .venv/.klaar-dev ## judge every PDF with veraPDF, for PDF/UA-1 and PDF/A (needs Java), and as Chromium tells it
	@$(BIN)/python scripts/verapdf.py
	@$(BIN)/python scripts/chromium.py

format: .venv/.klaar-dev
	@$(BIN)/ruff format --check .

lint: .venv/.klaar-dev
	@$(BIN)/ruff check .

types: .venv/.klaar-dev
	@$(BIN)/mypy

schema: .venv/.klaar-run ## write the JSON Schemas of the content files
	@$(BIN)/rapportage schema

clean: ## throw away the virtual environment and caches; output/ stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Set-up costs nothing once its stamp is newer than what it depends on.
.venv/.klaar-run: requirements.lock pyproject.toml scripts/setup.py
	@$(PYTHON) scripts/setup.py run

.venv/.klaar-bench: requirements-dev.lock requirements-bench.lock pyproject.toml scripts/setup.py
	@$(PYTHON) scripts/setup.py bench

.venv/.klaar-dev: requirements-dev.lock pyproject.toml scripts/setup.py
	@$(PYTHON) scripts/setup.py dev
