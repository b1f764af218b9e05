"""What a page of the preview tells of faults in its sources."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.diagnostics import Diagnostic, Severity, errors
from generator.language import Language
from generator.preview.sources import Sources
from generator.reports.report import Report

SHOWN = 20
"""Faults told on a page; the terminal tells all."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fault as a page tells it."""

    place: str
    severity: str
    sentence: str
    hint: str


def of_page(sources: Sources, path: str) -> tuple[Diagnostic, ...]:
    """Errors first: on a union's page what is wrong with its sources, on others all errors there are."""
    checked = sources.of_folder(addresses.union_of(path))
    if checked is None:
        return sources.errors
    rest = (each for each in checked.found if each.severity is not Severity.ERROR)
    return (*errors(sources.general), *checked.errors, *rest)


def told_on_page(found: Sequence[Diagnostic], language: Language, page: str) -> Mapping[str, object]:
    """The faults for the theme, and a mark that changes when they do or what makes the `page` does."""
    report = Report(tuple(found), language)
    told = [_told(report, each) for each in found[:SHOWN]]
    mark = hashlib.sha256(repr((page, told, len(found))).encode()).hexdigest()
    return {"faults": told, "has_errors": bool(errors(found)), "count": len(found), "mark": mark}


def _told(report: Report, fault: Diagnostic) -> Told:
    return Told(
        place=str(fault.position),
        severity=fault.severity.value,
        sentence=report.sentence(fault),
        hint=report.words(fault.hint) if fault.hint else "",
    )
