"""The pages of rules, made of two rules; and that every rule of the generator has its page."""

import pytest

from generator import addresses
from generator.addresses import Address
from generator.checks import RULES
from generator.diagnostics import Rule, Severity, message
from generator.language import Language
from generator.press import Page, Press
from generator.views.rules import rule_view, rules_view
from tests.project import ROOT

PRESS = Press(ROOT / "templates", Language("en"))
ERROR = Rule(name="unknown-role", text=message("Nobody has <b>the</b> role.\n\nSee [a](b).\n\n# Correct it."))
WARNING = Rule(
    name="area-empty", text=message("An area is empty."), severity=Severity.WARNING, silenceable=True
)


def test_the_page_of_an_error() -> None:
    assert PRESS.page("rule", rule_view(ERROR), addresses.rule(ERROR.name)) == Page(
        "regler/unknown-role.md",
        """---
title: "unknown-role"
hide: [navigation]
---

[Rules](index.md)
{ .pv-up }

# unknown-role

An error: what it stands in is not published until it is corrected.

Nobody has &#60;b&#62;the&#60;/b&#62; role.

See &#91;a&#93;(b).

&#35; Correct it.

## Exceptions

The rule can have no exceptions.

""",
    )


def test_the_page_of_a_warning_shows_how_it_is_silenced() -> None:
    text = PRESS.page("rule", rule_view(WARNING), addresses.rule(WARNING.name)).text
    exception = (
        "The rule can have exceptions. "
        "Write this in the entry that it speaks of, or in the whole plan, with the reason:"
    )
    assert text.split("# area-empty\n", 1)[1] == (
        f"""
A warning: the plan is published all the same.

An area is empty.

## Exceptions

{exception}

```yaml
unntak:
  - regel: area-empty
    grunn: …
```
"""
    )


def test_the_page_that_lists_the_rules() -> None:
    page = PRESS.page("rules", rules_view((WARNING, ERROR)), Address(addresses.RULES))
    assert page == Page(
        "regler/index.md",
        """---
title: "Rules"
---

# Rules

These are the rules that plans are checked against. A message names its rule in brackets.

## Errors

What an error stands in is not published until it is corrected.

- [unknown-role](unknown-role.md): Nobody has &#60;b&#62;the&#60;/b&#62; role.

## Warnings

A plan with warnings is published all the same.

- [area-empty](area-empty.md): An area is empty.
""",
    )


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_page(name: str) -> None:
    page = PRESS.page("rule", rule_view(RULES[name]), addresses.rule(name))
    assert page.path == f"regler/{name}.md"
    assert page.text.startswith(f'---\ntitle: "{name}"\n')
