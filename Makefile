# Every target sets itself up: a machine with Python 3.11 and make needs nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test lint types format format-check check wheel bench bench-peers picture event clean

help:  ## say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(BIN)/python:
	@test -n "$(PYTHON)" && "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "rapportkit needs Python 3.11 or newer: install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python cannot make a virtual environment: install its venv package (Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@echo "Making a Python environment in $(VENV)/ …"
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing rapportkit …"
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installing rapportkit and what its tests need …"
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed  ## merge the example reports into demo/summary.docx, .html, .md and .json
	@mkdir -p demo
	@echo "== The reports in examples/reports/ and the forms they follow"
	@$(BIN)/rapportkit identify examples/reports
	@echo
	@echo "== What their rapporteurs should mend"
	@$(BIN)/rapportkit validate examples/reports -o text=- -o demo/findings.html || test $$? -eq 1
	@$(BIN)/rapportkit validate examples/reports/working-session-inclusion.docx -q -o /dev/null \
	  --annotate demo/comments.docx
	@echo
	@echo "== One summary of all"
	@$(BIN)/rapportkit extract examples/reports -q -o demo/reports.jsonl
	@$(BIN)/rapportkit merge demo/reports.jsonl -o demo/summary.docx -o demo/summary.html -o demo/summary.md \
	  -o demo/summary.json
	@echo
	@echo "Look at demo/summary.docx first, or open demo/summary.html; the same is in demo/summary.md and demo/summary.json,"
	@echo "and what was read from each report is in demo/reports.jsonl. What to mend is in demo/findings.html,"
	@echo "and in demo/comments.docx it stands beside a rapporteur's own words."

test: $(VENV)/.installed-dev  ## run the tests
	$(BIN)/python -m pytest -q -n 2

lint: $(VENV)/.installed-dev  ## look for slips
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev  ## check the types
	$(BIN)/mypy

format: $(VENV)/.installed-dev  ## lay the code out
	$(BIN)/ruff format .

format-check: $(VENV)/.installed-dev  ## see whether the code is laid out
	$(BIN)/ruff format --check .

check: test lint format-check types  ## everything that must pass before a change is sent

wheel: $(VENV)/.installed  ## build the wheel and try every command of it from an empty environment
	bash .ci/wheel $(BIN)/python

bench: $(VENV)/.installed  ## measure start-up, reading times and memory
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/reading.py

bench-peers: $(VENV)/.installed  ## the same beside all peers, which are installed into build/bench first (half a gigabyte)
	@test -x build/bench/bin/python || $(BIN)/python -m venv build/bench
	@build/bench/bin/python -m pip --disable-pip-version-check install --quiet --editable . \
	  kreuzberg docx2python mammoth markitdown pypdf pdf_oxide liteparse
	build/bench/bin/python benchmarks/startup.py
	build/bench/bin/python benchmarks/reading.py

picture: $(VENV)/.installed-dev  ## make the README's pictures anew (needs LibreOffice, poppler, ImageMagick and Chromium)
	$(BIN)/python examples/make_pictures.py

event: $(VENV)/.installed-dev  ## make the summaries of the example event anew (examples/event/summary)
	$(BIN)/python examples/make_summaries.py

clean:  ## remove everything that was made
	rm -rf $(VENV) demo dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
