# From a clean clone: `make demo` or `make test`. Both install what they need; Python 3.11 and make must be there.

PYTHON ?= python3
export PYTHON
# The tests start hundreds of engines. Where the environment forbids compiled files, each compiles every module anew.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
INSTALLED := .venv/.installed
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
UV_VERSION := 0.13.9
LOCK := $(BIN)/uv --quiet pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-header --no-annotate $(UPGRADE)
# Expanded after the `display` target ran. Real windows show faults that the offscreen platform hides.
ON_SCREEN = $(if $(shell command -v xvfb-run),\
	QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1920x1080x24",QT_QPA_PLATFORM=offscreen)

.DEFAULT_GOAL := help
.PHONY: help venv demo test lint types contracts suite soak bench docs translations lock clean display

help:  ## show this list
	@sed -nE 's/^([a-z]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

venv: $(INSTALLED)  ## set up .venv: the qst-station command and the test tools

$(INSTALLED): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'QST Station needs Python 3.11 or newer; "$(PYTHON)" is older or missing.' \
			'Name another one: make PYTHON=python3.12 venv' >&2; exit 1; }
	@.ci/system-packages python qt
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@echo 'Installing the locked packages into .venv'
	@$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

demo: venv  ## one simulated visit: in the app, or headless where there is no display
	$(BIN)/qst-station demo $(if $(DISPLAY)$(WAYLAND_DISPLAY),,--headless) --out demo-data

test: lint types contracts suite  ## lint, types, import contracts and all tests

lint: venv  ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: venv  ## mypy, strict
	$(BIN)/mypy

contracts: venv  ## who may import whom
	$(BIN)/lint-imports

suite: venv display  ## all tests
	$(ON_SCREEN) $(BIN)/pytest -n 3

soak: venv display  ## all tests in another order with other examples, then 10 minutes of random keys, clicks and faults
	$(ON_SCREEN) $(BIN)/pytest -n 3 --randomly-seed=default --hypothesis-profile=soak
	QST_MONKEY_S=600 $(ON_SCREEN) $(BIN)/pytest -n 0 -s --randomly-dont-reorganize tests/gui/test_monkey.py

bench: venv display  ## every measurement in bench/
	@for script in $(wildcard bench/*.py); do \
		echo "== $$script" && $(ON_SCREEN) $(BIN)/python "$$script" || exit 1; done

docs: venv display  ## generated pages and screenshots: every docs/make_*.py
	@for script in $(wildcard docs/make_*.py); do \
		echo "== $$script" && $(ON_SCREEN) $(BIN)/python "$$script" || exit 1; done

translations: venv  ## words of the window for the translators, and the files that the program reads
	$(BIN)/python .ci/translations.py

lock: venv  ## lock the dependencies anew; newest versions with UPGRADE=--upgrade
	$(PIP) install uv==$(UV_VERSION)
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## remove .venv and caches; recorded sessions stay
	rm -rf .venv build dist *.egg-info .coverage .hypothesis .*_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The suite can run without a virtual screen, so a machine that refuses to install one is no failure.
display:
	@.ci/system-packages display || echo 'No virtual screen: the window is tested on the offscreen platform.' >&2
