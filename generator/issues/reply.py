"""What is said to whoever opened the issue."""

from dataclasses import dataclass
from pathlib import Path

from generator import markup
from generator.diagnostics import Diagnostic, Message, message
from generator.language import Language
from generator.model import Body
from generator.press import NO_PAGE, Press
from generator.reports.report import visible
from generator.writing.edited import Edit


@dataclass(frozen=True, slots=True)
class Said:
    """What was found, and what to write instead."""

    what: Message
    instead: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What became of the issue: what is `told` of the change, or the faults for which there is none.

    `place` is the plan, in a few letters.  What is `private` should not stand in the issue either.
    """

    subject: Message
    place: str = ""
    union: str = ""
    period: str = ""
    told: tuple[Message, ...] = ()
    warnings: tuple[Said, ...] = ()
    faults: tuple[Said, ...] = ()
    private: bool = False


def changed(body: Body, edit: Edit, found: tuple[Diagnostic, ...]) -> Reply:
    """What is said of a change that was made, in which the rules found something."""
    union = next(each for each in body.unions if each.id == edit.plan.union)
    return Reply(
        place=f"{union.id} {edit.plan.period.id}: ",
        subject=edit.title,
        union=union.name,
        period=edit.plan.period.title,
        told=edit.told(),
        warnings=_said(found),
        private=_is_private(found),
    )


def refused(found: tuple[Diagnostic, ...]) -> Reply:
    """What is said where nothing was changed."""
    subject = message("The proposal cannot be taken in as it stands")
    return Reply(subject=subject, faults=_said(found), private=_is_private(found))


def impossible(reason: Message) -> Reply:
    """What is said where the plan does not let itself be changed by a form."""
    return Reply(subject=message("The proposal cannot be taken in as it stands"), faults=(Said(reason),))


def text(root: Path, reply: Reply, language: Language) -> str:
    """The subject, a blank line, and what is said, in Markdown."""
    press = Press(root / "templates", language, encode=_harmless)
    subject = markup.unlinked(visible(f"{reply.place}{language.text(reply.subject)}"))
    return f"{subject}\n\n{press.piece('issue_reply', reply, NO_PAGE)}"


def _said(found: tuple[Diagnostic, ...]) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(Said(each.message, each.hint) for each in found))


def _is_private(found: tuple[Diagnostic, ...]) -> bool:
    return any(each.rule.private for each in found)


def _harmless(value: object) -> str:
    return markup.encode(markup.unlinked(str(value)))
