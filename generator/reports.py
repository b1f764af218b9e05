"""Floor 11: diagnostics to text."""

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Message, Severity, errors, message
from generator.language import Language

_SEVERITIES = {Severity.ERROR: message("error"), Severity.WARNING: message("warning")}


def as_text(found: Iterable[Diagnostic], language: Language) -> str:
    """One line a fault, `file:line:column: severity: what [rule]`, and below it what to write instead."""
    return "".join(_lines(each, language) for each in found)


def _lines(fault: Diagnostic, language: Language) -> str:
    severity = language.text(_SEVERITIES[fault.severity])
    line = f"{fault.position}: {severity}: {language.text(fault.message)} [{fault.rule.name}]\n"
    return line + (f"    {language.text(fault.hint)}\n" if fault.hint else "")


def count(found: tuple[Diagnostic, ...]) -> Message:
    """How many errors and warnings there are."""
    wrong = len(errors(found))
    return message("{errors} errors, {warnings} warnings", errors=wrong, warnings=len(found) - wrong)
