"""The open data: the plans for other programs, one module a form.

Its keys are the sources' words in ASCII, so that `jq`, SQL and Python take them as they are; its closed words
are those of the sources too.  A version only ever gains keys; `docs/skjema/data-v1/` says what they mean.
"""
