# Everything starts here; each target sets up what it needs. Only Python 3.11+ and make are assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/python -m uv

.PHONY: setup run test check evals bench screenshots lock clean
.DEFAULT_GOAL := help

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 13

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime | $(BIN)/python
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements-dev.lock
	@touch $@

setup: $(VENV)/.runtime ## Create .venv and install Greenlight in it

run: $(VENV)/.runtime ## Seed the demo studio (once) and serve it
	$(BIN)/greenlight serve --demo

test: $(VENV)/.dev ## Run every test
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## Lint, format, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evals: $(VENV)/.dev ## Read the eval briefs and print the accuracy table
	$(BIN)/python -m evals

bench: $(VENV)/.dev ## Measure against named peers, as ratios
	$(BIN)/python -m evals.bench

screenshots: $(VENV)/.dev ## Draw docs/screenshots anew from a fresh demo (needs Chromium)
	$(BIN)/python -m tests.web.screenshots

lock: | $(BIN)/python ## Resolve the lock files anew
	$(UV) pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet --output-file requirements.lock
	$(UV) pip compile pyproject.toml --group dev --constraint requirements.lock --universal --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet --output-file requirements-dev.lock

clean: ## Remove what the targets made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
