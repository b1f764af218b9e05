"""Floor 12: faults to text, one module a format; rules explained."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Message, errors, message
from generator.language import Language
from generator.reports import annotations, findings, plain, sarif, terminal
from generator.reports.report import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A way to tell what was found; one that programs read belongs on standard output."""

    render: Callable[[Report], str]
    for_programs: bool = False


FORMATS = {
    "plain": Format(plain.render),
    "terminal": Format(terminal.render),
    "github": Format(annotations.render, for_programs=True),
    "json": Format(findings.render, for_programs=True),
    "sarif": Format(sarif.render, for_programs=True),
}
"""Every format by its name."""


def as_text(found: Iterable[Diagnostic], language: Language) -> str:
    """The plain format, in which nothing but the faults counts."""
    return plain.render(Report(tuple(found), language))


def count(found: tuple[Diagnostic, ...]) -> Message:
    """How many errors and warnings there are."""
    wrong = len(errors(found))
    return message("{errors} errors, {warnings} warnings", errors=wrong, warnings=len(found) - wrong)
