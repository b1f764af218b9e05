"""A summary as text: Markdown for a code host, or the same for a terminal; or as data for other programs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator import markup
from generator.language import Language
from generator.press import NO_PAGE, Press
from generator.reports.report import visible
from generator.review.summary import Summary, to_json
from generator.texts import folded

_TEMPLATE = "change_summary"


@dataclass(frozen=True, slots=True)
class Comment:
    """What is told on a pull request: the summary, and where the check ran that made it."""

    summary: Summary
    run: str


def _for_hosts(value: object) -> str:
    """The value where a code host reads it: no markup, no link, no mention, no command."""
    return markup.encode(markup.unlinked(visible(folded(str(value)))))


def _for_terminals(value: object) -> str:
    return visible(folded(str(value)))


def markdown(summary: Summary, root: Path, language: Language) -> str:
    """The summary as Markdown in which every text is a text."""
    return _press(root, language, _for_hosts).page(_TEMPLATE, summary, NO_PAGE).text


def comment(told: Comment, root: Path, language: Language) -> str:
    """The comment as Markdown; its first line says whose it is."""
    press = _press(root, language, _for_hosts)
    inside = press.piece(_TEMPLATE, told.summary, NO_PAGE)
    run = Markup(markup.encode(told.run))  # noqa: S704 - encoded; an address that is made of ids
    return press.page("change_comment", told, NO_PAGE, summary=inside, run=run).text


def plain(summary: Summary, root: Path, language: Language) -> str:
    """The summary for a terminal: the same text, its words as they are but for what cannot be seen."""
    return _press(root, language, _for_terminals).page(_TEMPLATE, summary, NO_PAGE).text


def _press(root: Path, language: Language, encode: Callable[[object], str]) -> Press:
    return Press(root / "templates", language, encode=encode)


def _json(summary: Summary, _root: Path, _language: Language) -> str:
    return to_json(summary)


def _labels(summary: Summary, _root: Path, _language: Language) -> str:
    return "".join(f"{each}\n" for each in summary.labels)


FORMATS: Mapping[str, Callable[[Summary, Path, Language], str]] = {
    "plain": plain,
    "markdown": markdown,
    "json": _json,
    "labels": _labels,
}
"""Every way to tell a summary, by its name."""
