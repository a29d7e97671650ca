# Every command a contributor or a first-time user needs. Only Python 3.11+ and make are expected to exist.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.DEFAULT_GOAL := help
.PHONY: help demo demo-ui test check format histories bench load faults lock clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "cobro needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 <command>" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock | $(BIN)/python
	@echo "Installing what cobro runs on (once)"
	@$(PIP) -r requirements.lock && touch $@

$(VENV)/dev.stamp: requirements-dev.lock | $(BIN)/python
	@echo "Installing what the checks and tests need (once)"
	@$(PIP) -r requirements-dev.lock && touch $@ $(VENV)/run.stamp

demo: $(VENV)/run.stamp ## rehearse the example book on a real Temporal Server; results in demo/
	@$(BIN)/python starter.py rehearse examples/book.csv --creditor examples/creditor.yaml \
		--debtors examples/debtors.yaml --into demo

demo-ui: $(VENV)/run.stamp ## open the Temporal Web UI on what the demo ran (Ctrl-C to leave)
	@$(BIN)/python starter.py rehearsed demo

test: $(VENV)/dev.stamp ## run every test
	@$(BIN)/python -m pytest

histories: $(VENV)/dev.stamp ## save the histories that the replay tests replay, anew
	@rm -f tests/workflows/histories/*.json
	@COBRO_SAVE_HISTORIES=1 $(BIN)/python -m pytest -q tests/workflows/test_branches.py tests/workflows/test_messages.py

check: $(VENV)/dev.stamp ## lint, types and the architecture's rules
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/python -m pytest -q tests/architecture

format: $(VENV)/dev.stamp ## mend layout and import order
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .

bench: $(VENV)/dev.stamp ## what a case costs, against bare Temporal of the same shape
	@$(BIN)/python -m bench

load: $(VENV)/dev.stamp ## thousands of signed events at once, the process killed twice: nothing lost, nothing twice
	@$(BIN)/python -m bench.intake --page docs/load.md

faults: $(VENV)/dev.stamp ## everything goes wrong in the middle of a contact: nobody is missed, nobody gets it twice
	@$(BIN)/python -m bench.faults --page docs/faults.md

lock: $(VENV)/dev.stamp ## pin the newest dependencies with hashes (needs uv)
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --no-annotate pyproject.toml -o requirements.lock
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --no-annotate --group dev pyproject.toml -o requirements-dev.lock

clean: ## remove the environment and what the demo left
	@rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis bench/results
