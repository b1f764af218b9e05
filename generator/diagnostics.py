"""Floor 1: what a check has to say, as values.  Imports nothing from the project."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from generator.value_types import quickly_pickled

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """An error stops the plan it stands in; a warning is published all the same."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A place in a source file: path below the project root; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """The place in one line; what a file name may hold unseen is shown as its code."""
        name = "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in self.file)
        return f"{name}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start`, included, to `end`, not included, in one file."""

    start: Position
    end: Position

    def holds(self, place: Position) -> bool:
        """Whether the place lies in the span."""
        return place.file == self.start.file and self.start <= place < self.end


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Message:
    """An English message id with its values, to be translated when it is shown."""

    text: str
    values: tuple[tuple[str, str], ...] = ()


def message(text: str, **values: object) -> Message:
    """A message, each value in one line; the catalogue tools collect the first argument."""
    return Message(text, tuple((name, " ".join(str(value).split())) for name, value in values.items()))


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a rule finds: its name in kebab-case, how grave that is, the text that explains it.

    The text's first paragraph says what is wrong; the others, why it matters and what to do.
    Only what can be published all the same can be silenced.  What a private rule finds is not
    shown with the line it stands in, for logs are read by many.
    """

    name: str
    text: Message
    severity: Severity = Severity.ERROR
    silenceable: bool = False
    private: bool = False


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One fault: where it is, which rule found it, what is wrong, what to write instead."""

    position: Position
    rule: Rule
    message: Message
    hint: Message | None = None

    @property
    def severity(self) -> Severity:
        """How grave it is: as grave as its rule."""
        return self.rule.severity


@quickly_pickled
@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A rule that is not to speak in the span, with the reason; `position` is where that is written."""

    rule: str
    reason: str | None
    span: Span
    position: Position


def in_order(found: "Iterable[Diagnostic]") -> tuple[Diagnostic, ...]:
    """Each diagnostic once, by file, line, column and rule."""
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda each: (each.position, each.rule.name, each.message.text)))


def errors(found: "Iterable[Diagnostic]") -> tuple[Diagnostic, ...]:
    """Those that stop the plan they stand in."""
    return tuple(each for each in found if each.severity is Severity.ERROR)


@dataclass(slots=True)
class Collector:
    """Gathers the diagnostics and the silences of one run, so that reading goes on after a fault."""

    found: list[Diagnostic] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)

    def report(self, position: Position, rule: Rule, text: Message, hint: Message | None = None) -> None:
        """Notes a fault."""
        self.found.append(Diagnostic(position=position, rule=rule, message=text, hint=hint))


def nearest(found: str, known: "Iterable[str]") -> str | None:
    """The known word that is most like the found one; None where none is like it."""
    folded = {word.casefold(): word for word in known}
    near = get_close_matches(found.casefold(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None


def did_you_mean(found: str, known: "Iterable[str]", *, at_most: int = 12) -> Message | None:
    """A hint that names the nearest known word, or else the known words (the first `at_most`).

    None where nothing is known.
    """
    words = sorted(set(known))
    if not words:
        return None
    near = nearest(found, words)
    if near is not None:
        return message("Did you mean “{nearest}”?", nearest=near)
    listed = ", ".join(words[:at_most]) + (" …" if len(words) > at_most else "")
    return message("Write one of: {known}.", known=listed)
