# `make site` and `make test` do all their set-up themselves; Python >= 3.11, git and make are enough.

PYTHON ?= python3
BIN := .venv/bin
ENGINES := .venv-engines/bin
PIP := -m pip install --quiet --disable-pip-version-check --require-hashes
SELF := -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
export NO_MKDOCS_2_WARNING = 1

.PHONY: site pango serve check changes touched cms hooks addresses test fuzz lint pictures bench speed catalogue schema forms pins clean

site: .venv/.site
	@if grep -q '^  cms:' mkdocs.yml; then sh generator/cms/ensure-sveltia; fi
	$(BIN)/planverk build

# What the plans' PDFs need of the system; without it the site is built without them.
pango: .venv/.site
	sh generator/media/ensure-pango

serve: .venv/.site
	$(BIN)/planverk serve

# FORMAT=github annotates a pull request.
check: .venv/.site
	$(BIN)/planverk check $(if $(FORMAT),--format $(FORMAT))
	$(BIN)/planverk owners --check

# What has changed in the plans since AGAINST, such as origin/main, or else since what is committed.
changes: .venv/.site
	@$(BIN)/planverk changes $(if $(AGAINST),--against "$(AGAINST)") $(if $(FORMAT),--format $(FORMAT))

# Whether a change touches more than the plans: who changes only these need not wait for the program's tests.
touched:
	@git diff --quiet "$(AGAINST)...HEAD" -- . ':!plans' ':!.github/CODEOWNERS' \
	    && echo program=false || echo program=true

# Fetches Sveltia CMS, a form in the browser; a build adds it to the site where mkdocs.yml has extra.cms.
cms: .venv/.site
	sh generator/cms/ensure-sveltia

# Has git check the plans before each commit.
hooks: .venv/.site
	git config core.hooksPath .githooks

# Notes what is published now, so that none of it vanishes; the publishing workflow commits it.
addresses: .venv/.site
	$(BIN)/planverk addresses --update

test: .venv/.test .venv-engines/.ready lint
	sh tests/browser/ensure-chromium
	sh tests/ensure-jq
	sh tests/ensure-caddy
	sh tests/ensure-language-server
	sh generator/cms/ensure-sveltia
	sh generator/media/ensure-pango
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

# Ten thousand spoilt plans, each read and checked; the tests run a few hundred.
fuzz: .venv/.test
	$(BIN)/python -m tests.fuzz --count 10000

lint: .venv/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/zizmor --offline --pedantic --quiet .github/workflows

# The pictures in the guide and in README, of the site as it is; those that still show it stay as they are.
pictures: .venv/.test
	sh tests/browser/ensure-chromium
	$(BIN)/python -m tests.browser.pictures

# Ratios, side by side in one run; no test asserts a time.
bench: .venv/.test site speed
	sh tests/browser/ensure-chromium
	$(BIN)/python -m bench.checking 1000
	$(BIN)/python -m bench.preview 350 1000
	$(BIN)/python -m bench.judged
	$(BIN)/python -m bench.search 10 100 350 1000

# The same pages built by others too, for so many UNIONS.  `python -m bench.blocks` puts the figures on the site.
speed: .venv/.test .venv-engines/.ready
	@sh bench/ensure-peers
	@$(BIN)/python -m bench.speed $(UNIONS) $(if $(JSON),--json $(JSON))

# The messages in the code and the templates, into the catalogues; what is new is left to translate.
catalogue: .venv/.site
	$(BIN)/pybabel --quiet extract --mapping=babel.cfg --keyword=message:1 --no-location --sort-output \
	    --omit-header --output=.planverk/planverk.pot .
	$(BIN)/pybabel --quiet update --domain=planverk --input-file=.planverk/planverk.pot \
	    --output-dir=generator/locale --no-fuzzy-matching --ignore-pot-creation-date --omit-header --width=100

# The schemas for editors, from what the generator reads, in Bokmål.
schema: .venv/.site
	for each in forbund strategi fagforening plan; do \
	    PLANVERK_LANGUAGE=nb $(BIN)/planverk schema $$each > docs/skjema/$$each.json || exit 1; \
	done

# The statuses and roles to choose from in the forms for issues, from the sources.
forms: .venv/.site
	$(BIN)/planverk forms

# Renews the pinned requirements; needs uv.
pins:
	for each in site test engines; do \
	    uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	        --no-emit-index-url --no-header requirements/$$each.in --output-file requirements/$$each.txt || exit 1; \
	done

clean:
	rm -rf .venv .venv-engines site .planverk

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv

.venv/.site: .venv/bin/python requirements/site.txt pyproject.toml
	$(BIN)/python $(PIP) --requirement requirements/site.txt
	$(BIN)/python $(SELF)
	touch $@

.venv/.test: .venv/.site requirements/test.txt
	$(BIN)/python $(PIP) --requirement requirements/test.txt
	touch $@

.venv-engines/.ready: requirements/engines.txt
	$(PYTHON) -m venv .venv-engines
	$(ENGINES)/python $(PIP) --requirement requirements/engines.txt
	$(ENGINES)/python $(SELF)
	touch $@
