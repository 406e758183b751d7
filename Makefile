# Everything a newcomer needs: `make demo` to see it work, `make test` to check a change.
PYTHON ?= python3
HERE := .venv/bin
READY := .venv/.ready

# Programs that some tests use. Who may not install them skips those tests, which say so.
SYSTEM := tesseract-ocr tesseract-ocr-dan libreoffice-writer-nogui chromium

.PHONY: demo test check install system baseline clean

$(READY): pyproject.toml
	@test -x $(HERE)/python || $(PYTHON) -m venv .venv
	@$(HERE)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(HERE)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

# The fagordbog, made ready for searching; without it each new home does so for itself.
BOOK := index/fagordbog/ready.sqlite
$(BOOK): $(READY) $(wildcard index/fagordbog/texts/*.txt index/fagordbog/*.py index/tokens.py index/compounds.py)
	@$(HERE)/python -m index.fagordbog

install: $(READY) $(BOOK)

demo: $(READY) $(BOOK)
	@$(HERE)/python -m eval.demo

check: $(READY)
	$(HERE)/ruff format --check .
	$(HERE)/ruff check .
	$(HERE)/mypy
	$(HERE)/lint-imports

system:
	@{ command -v tesseract && command -v soffice && command -v chromium; } >/dev/null || \
	{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends $(SYSTEM) >/dev/null; } || \
	echo "for all tests, install: $(SYSTEM)"

# Files come in their order: a long one that has few tests would else come last, and alone.
# Where a process of tests dies the run ends: with another in its place, xdist may wait for ever.
test: check system $(BOOK)
	$(HERE)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder --max-worker-restart 0

# What answers on the sample are held against (docs/evaluation.md); a reason in the CHANGELOG.
baseline: $(READY) $(BOOK)
	@run=$$(mktemp -d) && trap 'rm -rf "$$run"' EXIT && \
	$(HERE)/aftalesvar-eval run eval/sample/questions.jsonl --documents eval/sample/documents --out "$$run/run" && \
	$(HERE)/aftalesvar-eval baseline "$$run/run" eval/sample/baseline.jsonl

clean:
	rm -rf .venv .aftalesvar .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
