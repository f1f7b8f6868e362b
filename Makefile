# `make` lists the targets. Everything is installed into .venv from the lock files; nothing else on the machine changes.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest -ra
SAFETY := tests/hostile tests/browser/test_addresses.py tests/files/test_publishing.py tests/workers/test_cache.py tests/test_dependencies.py tests/test_determinism.py tests/test_edits.py tests/test_faults.py tests/test_fuzz.py tests/test_ledger.py tests/render/test_policy.py tests/test_security.py tests/test_slugs.py
export REQUIRE_ALL

.DEFAULT_GOAL := help
.PHONY: help site serve check test quality guide lighthouse lint types floors unit browser safety soak audit bench search-speed serve-speed format lock wheel clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .venv/site.installed ## install what is needed and build the site into site/
	@$(BIN)/seedbed build
	@echo "open site/index.html, or preview with: make serve"

serve: .venv/site.installed ## preview at http://127.0.0.1:8000, built again on every save
	@$(BIN)/seedbed serve

check: .venv/site.installed ## say what is wrong with the articles
	@$(BIN)/seedbed check

test: lint types floors unit ## install what the tests need, and run every check and test

lint: .venv/test.installed ## style: ruff
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/test.installed ## types: mypy, strict
	$(BIN)/mypy

quality: .venv/test.installed ## print how often each finder is right on labelled articles; the about page shows it
	@PYTHONPATH=. $(BIN)/python tests/quality.py --write
	@PYTHONPATH=.:tests $(BIN)/python tests/advice.py

guide: .venv/test.installed ## write the lists of options, commands and limits in the guide anew
	@PYTHONPATH=.:tests $(BIN)/python tests/guide.py --write

floors: .venv/test.installed ## imports go down only: import-linter
	$(BIN)/lint-imports

unit: .venv/test.installed .venv/renderers.installed .venv/validator.installed .venv/browser.installed ## tests with coverage
	$(PYTEST) -n 2 --cov --cov-report=term

browser: .venv/test.installed .venv/validator.installed .venv/browser.installed ## drive the built site in Chromium
	$(PYTEST) -n 2 tests/browser

safety: .venv/test.installed .venv/validator.installed .venv/browser.installed ## try bad inputs, faults and machines that differ, and print the figures
	$(PYTEST) -n 2 $(SAFETY)

soak: .venv/test.installed .venv/validator.installed .venv/browser.installed ## the same with the long sweeps: every call on the disk failing, a million texts; half an hour
	SOAK=1 $(PYTEST) -n 2 $(SAFETY)

audit: .venv/test.installed ## look the locked packages up in the list of known faults, where it can be reached
	@PYTHONPATH=tests $(BIN)/python tests/audit.py

bench: .venv/bench.installed ## time builds beside Hugo and MkDocs with Material (ARTICLES=1000 ROUNDS=3)
	PYTHONPATH=tests $(BIN)/python tests/benchmarks/build.py --articles $(or $(ARTICLES),1000) --rounds $(or $(ROUNDS),3)

lighthouse: .venv/browser.installed .venv/lighthouse.installed site ## print what Lighthouse gives each kind of page; slow
	@PYTHONPATH=. $(BIN)/python tests/scores.py

search-speed: .venv/test.installed .venv/browser.installed ## print what a reader loads and how long a search takes, at 10,000 articles
	PYTHONPATH=tests $(BIN)/python tests/benchmarks/search.py

serve-speed: .venv/test.installed ## print how soon a saved article is on its page, at 1,000 articles
	PYTHONPATH=tests $(BIN)/python tests/benchmarks/serve.py

format: .venv/test.installed ## put the code into the house style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: .venv/test.installed ## write the lock files anew from pyproject.toml
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --group build \
		pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --group build --group test \
		-c requirements.lock pyproject.toml -o requirements-test.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --group pyproject.toml:bench -o requirements-bench.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --group pyproject.toml:renderers \
		-c requirements-test.lock -o requirements-renderers.lock

wheel: .venv/site.installed ## build the package into dist/
	$(BIN)/python -m pip wheel -q --no-deps --no-build-isolation -w dist .

clean: ## remove everything that was installed or built
	rm -rf .venv site dist node_modules tests/lighthouse/node_modules .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Seedbed needs Python 3.11 or newer: install it, or say make PYTHON=/path/to/python3"; exit 3; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv module is missing; on Debian: apt install python3-venv"; exit 3; }

.venv/site.installed: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing into .venv ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/bench.installed: .venv/test.installed requirements-bench.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

.venv/test.installed: requirements-test.lock .venv/site.installed
	@echo "Installing the test tools into .venv ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

# The renderers that build what `seedbed export` writes.
.venv/renderers.installed: .venv/test.installed requirements-renderers.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-renderers.lock
	@touch $@

# The HTML checker (a Java program) and axe-core, from npm. Without npm their tests are skipped with one line each.
.venv/validator.installed: package-lock.json | .venv/bin/python
	@if command -v npm >/dev/null; then npm ci --silent --no-fund --no-audit && touch $@; \
	else echo "npm is missing: HTML and accessibility will not be checked"; fi

.venv/lighthouse.installed: tests/lighthouse/package-lock.json | .venv/bin/python
	@npm ci --silent --no-fund --no-audit --prefix tests/lighthouse && touch $@

# Chromium: the machine's own, Playwright's download, or the distribution's package. Without one its tests are skipped.
.venv/browser.installed: .venv/test.installed
	@if [ -n "$$CHROMIUM" ] || command -v chromium chromium-browser google-chrome >/dev/null \
		|| $(BIN)/python -m playwright install chromium >/dev/null 2>&1 \
		|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
			&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; }; \
	then touch $@; else echo "Chromium is missing and cannot be installed here: the browser tests will be skipped"; fi
