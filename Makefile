# One command for each thing a contributor does. Everything happens in .venv; nothing is installed outside it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench bench-peers bench-text bench-together bench-copies train docs clean check-python

help:  ## Say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 13

demo: $(RUN_STAMP)  ## Set up, read the made-up press of examples/ and show the cards
	@$(BIN)/copydesk check examples/press
	@echo
	@echo 'The farm page line by line:  $(BIN)/copydesk read --explain examples/press/coinpaddock.example/48213.txt'
	@echo 'Your own pages:              $(BIN)/copydesk check PATH…'

test: $(DEV_STAMP)  ## Set up and run the tests
	$(BIN)/python -m pytest --cov --cov-report=term

lint: $(DEV_STAMP)  ## Style, types, import direction
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV_STAMP)  ## Put everything into house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(DEV_STAMP)  ## Accuracy and cost on the shared development pages, as a table
	$(BIN)/python benchmarks/read.py

bench-peers: $(DEV_STAMP)  ## The same beside the peers, each in an environment of its own: slow the first time
	$(BIN)/python benchmarks/read.py --peers

bench-text: $(DEV_STAMP)  ## The same pages without their HTML, beside filters of lines: ten minutes
	$(BIN)/python benchmarks/read_text.py

bench-together: $(DEV_STAMP)  ## What it gains to read all of them as one pile: fifteen minutes
	$(BIN)/python benchmarks/read_together.py

bench-copies: $(DEV_STAMP)  ## Copies found and missed, beside the peers, each in an environment of its own
	$(BIN)/python benchmarks/copies.py --peers

train: $(DEV_STAMP)  ## Make the weights again from the shared data: half an hour
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group train
	$(BIN)/python -m training.body --chances $(VENV)/chances.npz
	$(BIN)/python -m training.kind --chances $(VENV)/chances.npz
	$(BIN)/python -m training.titles --chances $(VENV)/titles.npz
	$(BIN)/python -m training.lines --titles $(VENV)/titles.npz --chances $(VENV)/lines.npz
	$(BIN)/python -m training.bylines --titles $(VENV)/titles.npz --lines $(VENV)/lines.npz

docs: $(DEV_STAMP)  ## Write what the docs take from the program
	$(BIN)/python docs/generate.py

clean:  ## Remove what the other commands made
	rm -rf $(VENV) benchmarks/.cache .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

check-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo 'copydesk needs Python 3.11 or newer: apt-get install -y python3 python3-venv'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo 'Python lacks its venv module: apt-get install -y python3-venv'; exit 1; }

$(BIN)/python: | check-python
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip

$(RUN_STAMP): pyproject.toml constraints.txt | $(BIN)/python
	@echo 'Setting up in $(VENV) …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(DEV_STAMP): pyproject.toml constraints.txt | $(BIN)/python
	@echo 'Setting up in $(VENV) …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	@touch $@
