# `make setup` once, then `make run`. Everything is installed into .venv, nothing elsewhere.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint bench docs words lock clean

PYTHON ?= $(shell for p in python3.11 python3 python3.13 python3.12; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready

RUN_OUT := out/colorado
ROSTER := examples/colorado/personnel_report.csv
READ := $(BIN)/constellation read $(ROSTER) --quiet --html out/colorado-roster.html
RUN := $(BIN)/constellation design --people $(ROSTER) --simulate-answers --out $(RUN_OUT) --open

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-7s %s\n", $$1, $$2 }' Makefile

setup: $(READY) ## install everything into .venv

$(READY): requirements/build.txt requirements/all.txt requirements/run.in pyproject.toml
	@test -n "$(PYTHON)" || { echo "setup: no Python 3.11 or newer here; install it, or: make setup PYTHON=path" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "setup: $(PYTHON) cannot make a venv; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/all.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --offline --editable .
	@touch $@

run: setup ## read the example's messy roster and design its networks
	@mkdir -p out
	$(READ)
	$(RUN)
	@echo "The report: $(RUN_OUT)/report/index.html"

test: setup ## every test this machine allows; skipped ones name what would mend them
	$(BIN)/python -m pytest

lint: setup ## style, types and imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup ## the benchmarks; takes minutes
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.intake
	$(BIN)/python -m benchmarks.measures
	$(BIN)/python -m benchmarks.groups
	$(BIN)/python -m benchmarks.introductions
	$(BIN)/python -m benchmarks.drawing

docs: setup ## the documentation as pages in out/docs
	$(BIN)/python -m sphinx -q -W --keep-going -d out/doctrees docs out/docs
	@echo "Open out/docs/index.html"

words: setup ## bring the catalogues of sentences up to date with the code, and compile them
	$(BIN)/python -m catalogue

COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --fork-strategy fewest

lock: setup ## compile requirements/*.in again (UPGRADE=--upgrade for newer versions)
	$(COMPILE) $(UPGRADE) requirements/build.in -o requirements/build.txt >/dev/null
	$(COMPILE) $(UPGRADE) requirements/run.in requirements/test.in requirements/bench.in requirements/docs.in \
		-o requirements/all.txt >/dev/null
	$(COMPILE) requirements/run.in -c requirements/all.txt -o requirements/run.txt >/dev/null

clean: ## remove everything that make made
	rm -rf .venv out *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
