"""For a terminal: the faults of each file together, with the source line and a caret, in colour.

The colours are ANSI sequences; whoever prints takes them out where they are not wanted.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from click import style

from generator.diagnostics import Diagnostic, Severity
from generator.reports.excerpts import excerpt
from generator.reports.report import Report, visible

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def render(report: Report) -> str:
    """A block a file: its name, and each fault with its line; an empty line after each fault."""
    files = groupby(report.found, key=lambda fault: fault.position.file)
    return "".join(_file(name, tuple(faults), report) for name, faults in files)


def _file(name: str, faults: tuple[Diagnostic, ...], report: Report) -> str:
    lines = report.lines(name)
    told = ("\n".join(_fault(each, lines, report)) + "\n\n" for each in faults)
    return style(visible(name), bold=True) + "\n" + "".join(told)


def _fault(fault: Diagnostic, lines: Sequence[str], report: Report) -> Iterator[str]:
    line, column = fault.position.line, fault.position.column
    colour = _COLOURS[fault.severity]
    severity = style(report.severity(fault), fg=colour, bold=True)
    yield f"  {line}:{column} {severity}: {report.sentence(fault)}"
    gutter = " " * len(f"    {line}")
    bar = style("|", dim=True)
    if line <= len(lines) and not fault.rule.private:
        shown, before = excerpt(lines[line - 1], column)
        yield f"    {style(str(line), dim=True)} {bar} {shown}"
        yield f"{gutter} {bar} {before}{style('^', fg=colour, bold=True)}"
    if fault.hint:
        yield f"{gutter}   {report.words(fault.hint)}"
