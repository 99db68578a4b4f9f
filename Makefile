# The commands of the book. Every one of them works from a fresh clone.
PYTHON ?= python3
REQUIREMENTS ?= requirements.txt
BIN := .venv/bin
export SOURCE_DATE_EPOCH ?= 1767225600

.PHONY: book test notebooks site links bench serve clean

book: .venv/installed
	$(BIN)/python book/execute.py
# Sphinx warns of a page only when it reads it, so what a failed build has read is dropped.
	$(BIN)/jupyter-book build -W -n --keep-going book || { rm -rf book/_build/.doctrees; exit 1; }
	@echo "The book is at $(CURDIR)/book/_build/html/index.html"

test: book
	$(BIN)/python -m pytest -n auto
	$(BIN)/python -m pytest -n auto --dist loadfile --nbval --nbval-current-env notebooks

notebooks: .venv/installed
	$(BIN)/python book/export_notebooks.py

# What is published: the book for its address on the web, its notebooks, JupyterLite.
site: export BOOK_ADDRESS ?= $(shell $(PYTHON) book/publish.py address)
site: book
	$(BIN)/python book/publish.py site

# Asks other sites whether what the book links to is still there.
links: .venv/installed
	$(BIN)/python book/execute.py
	$(BIN)/jupyter-book build --builder linkcheck book; status=$$?; \
	rm -f book/_build/html/output.json book/_build/html/output.txt; exit $$status

bench: book
	$(BIN)/python benchmarks/linear_algebra.py
	$(BIN)/python benchmarks/pagerank.py
	$(BIN)/python benchmarks/pages.py

serve: book
	$(BIN)/python -m http.server --directory book/_build/html --bind 127.0.0.1 8000

clean:
	rm -rf book/_build

.venv/installed: $(REQUIREMENTS) code/pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -r $(REQUIREMENTS)
	touch $@
