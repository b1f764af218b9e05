"""SARIF 2.1.0, which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
import os
from urllib.parse import quote

from generator import __version__
from generator.diagnostics import Diagnostic, Rule
from generator.language import Language
from generator.reports.explanation import explanation
from generator.reports.report import Report
from generator.views.rules import paragraphs

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report) -> str:
    """One run, with the rules that found something; in ASCII alone, as all URIs in it are."""
    rules = list(dict.fromkeys(each.rule for each in report.found))
    driver = {
        "name": "Planverk",
        "version": __version__,
        "language": report.language.code,
        "rules": [_rule(each, report.language) for each in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, rules.index(each.rule), report) for each in report.found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule, language: Language) -> dict[str, object]:
    told = paragraphs(rule.text, language)
    return {
        "id": rule.name,
        "shortDescription": _text(told[0]),
        "fullDescription": _text("\n\n".join(told)),
        "help": _text(explanation(rule, language)),
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(fault: Diagnostic, rule_index: int, report: Report) -> dict[str, object]:
    place = fault.position
    told = [report.words(each) for each in (fault.message, fault.hint) if each]
    location = {
        "artifactLocation": {"uri": quote(os.fsencode(place.file))},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": fault.rule.name,
        "ruleIndex": rule_index,
        "level": fault.severity,
        "message": _text("\n".join(told)),
        "locations": [{"physicalLocation": location}],
    }


def _text(words: str) -> dict[str, str]:
    """A message string that is what it says: braces are doubled, and no brackets make a link (3.11)."""
    return {"text": words.replace("{", "{{").replace("}", "}}").replace("](", "] (")}
