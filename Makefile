# Everything a newcomer needs: `make demo` to see it work, `make test` to check a change.
PYTHON ?= python3
HERE := .venv/bin
READY := .venv/.ready

.PHONY: demo test check install clean

$(READY): pyproject.toml
	@test -x $(HERE)/python || $(PYTHON) -m venv .venv
	@$(HERE)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(HERE)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

install: $(READY)

demo: $(READY)
	@$(HERE)/python -m eval.demo

check: $(READY)
	$(HERE)/ruff format --check .
	$(HERE)/ruff check .
	$(HERE)/mypy
	$(HERE)/lint-imports

test: check
	$(HERE)/python -m pytest

clean:
	rm -rf .venv .aftalesvar .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
