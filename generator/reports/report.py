"""What a format tells, and the words that formats share."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unicodedata import category

from generator.diagnostics import Diagnostic, Message, Severity, message
from generator.language import Language

Lines = Callable[[str], Sequence[str]]
"""The lines of a source file, by its path below the project root; none where it cannot be read."""

_COMMANDS = re.compile(r"##(?=\[)|^\s*:(?=:)")
"""Both ways of GitHub's runner: https://github.com/actions/runner, ActionCommand.cs."""

_SEVERITIES = {Severity.ERROR: message("error"), Severity.WARNING: message("warning")}


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, the language to tell it in, and where the lines of the sources come from."""

    found: tuple[Diagnostic, ...]
    language: Language
    lines: Lines = lambda _: ()

    def words(self, text: Message) -> str:
        """The message for people: translated, with nothing in it that cannot be seen."""
        return visible(self.language.text(text))

    def severity(self, fault: Diagnostic) -> str:
        """How grave the fault is, in a word."""
        return self.words(_SEVERITIES[fault.severity])

    def sentence(self, fault: Diagnostic) -> str:
        """What the fault is and which rule found it, in one line."""
        return f"{self.words(fault.message)} [{fault.rule.name}]"


def visible(text: str) -> str:
    """The text with the code in the place of each character that no terminal may be sent.

    What a runner of workflows would take for a command, were it to see it in a log, is broken in two.
    """
    seen = text if text.isprintable() else "".join(map(_seen, text))
    return _COMMANDS.sub(r"\g<0> ", seen) if "##[" in seen or "::" in seen else seen


def _seen(character: str) -> str:
    can_be = character.isprintable() or category(character) == "Zs"
    return character if can_be else f"\\x{ord(character):02x}"
