# Each target sets up what it needs. On Windows and macOS see "Other systems" in README.md.
PY := .venv/bin/python
ARGS ?=

.PHONY: run test check bench screenshots words setup setup-dev clean

run: setup
	@$(PY) -m app $(ARGS)

test: setup-dev
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 $(ARGS)

check: setup-dev
	@$(PY) -m ruff format --check app tests
	@$(PY) -m ruff check app tests
	@$(PY) -m mypy
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 $(ARGS)

bench: setup-dev
	@$(PY) -m app bench $(ARGS)

screenshots: setup-dev
	@QT_QPA_PLATFORM=offscreen $(PY) -m app.scripts.screenshots $(ARGS)

words: setup-dev
	@$(PY) -m app.scripts.words $(ARGS)

setup:
	@bash app/scripts/setup.sh run

setup-dev:
	@bash app/scripts/setup.sh dev

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
