"""GitHub's workflow commands: each fault becomes an annotation at its line.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from generator.diagnostics import Diagnostic
from generator.reports.report import Report, visible

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """One command a fault: `::severity file=…,line=…,col=…,title=rule::what`, with the hint below."""
    return "".join(_command(each, report) for each in report.found)


def _command(fault: Diagnostic, report: Report) -> str:
    place = fault.position
    properties = {
        "file": visible(place.file),
        "line": str(place.line),
        "col": str(place.column),
        "title": fault.rule.name,
    }
    listed = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in properties.items())
    told = "\n".join(report.words(each) for each in (fault.message, fault.hint) if each)
    return f"::{fault.severity} {listed}::{told.translate(_IN_MESSAGE)}\n"
