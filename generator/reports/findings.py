"""JSON: one object with all findings, as `docs/skjema/diagnostikk.json` describes it."""

import json

from generator import addresses
from generator.diagnostics import Diagnostic, errors
from generator.reports.report import Report

_VERSION = 1
"""Goes up when a reader of the object must change."""


def render(report: Report) -> str:
    """The object in ASCII alone, so that no encoding of a pipe or a file can spoil it."""
    wrong = len(errors(report.found))
    whole = {
        "schema": addresses.DIAGNOSTICS_SCHEMA,
        "version": _VERSION,
        "summary": {"errors": wrong, "warnings": len(report.found) - wrong},
        "diagnostics": [_finding(each, report) for each in report.found],
    }
    return json.dumps(whole, indent=2) + "\n"


def _finding(fault: Diagnostic, report: Report) -> dict[str, object]:
    return {
        "rule": fault.rule.name,
        "severity": fault.severity,
        "file": fault.position.file.encode(errors="backslashreplace").decode(),
        "line": fault.position.line,
        "column": fault.position.column,
        "message": report.words(fault.message),
        "hint": report.words(fault.hint) if fault.hint else None,
    }
