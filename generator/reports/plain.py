"""Plain text: one line a fault, the same in a pipe, a log and a file."""

from generator.diagnostics import Diagnostic
from generator.reports.report import Report


def render(report: Report) -> str:
    """`file:line:column: severity: what [rule]`, and below it what to write instead."""
    return "".join(_lines(each, report) for each in report.found)


def _lines(fault: Diagnostic, report: Report) -> str:
    line = f"{fault.position}: {report.severity(fault)}: {report.sentence(fault)}\n"
    return line + (f"    {report.words(fault.hint)}\n" if fault.hint else "")
