"""Feeds of what changed, in the form of RFC 4287 (Atom).

Text stands as text, never as markup.  Identities are made of ids, so that they neither depend on
where the site lies nor change when it moves.
"""

import datetime
import uuid
from xml.etree.ElementTree import Element, SubElement

from generator.addresses import Address
from generator.diagnostics import message
from generator.exports.xml_elements import as_file, text
from generator.labels import LABELS
from generator.language import Language
from generator.model import Resolution
from generator.views.changes import ChangeView
from generator.views.feeds import FeedEntry, FeedView

_NAMESPACE = "http://www.w3.org/2005/Atom"
_OURS = uuid.UUID("7d4c3a0e-5b8f-5d0a-9a41-3f2c6b1e8d57")
"""The space in which the ids of feeds and entries are unique; it must never change."""


def feed(view: FeedView, site: str, language: Language) -> str:
    """The feed as a file; links are whole where the site's address is known, or else relative."""
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": language.code})
    text(root, "id", _identity(view.here.page, language))
    text(root, "title", language.text(view.title))
    text(root, "updated", _moment(max(entry.day for entry in view.entries)))
    text(SubElement(root, "author"), "name", view.author)
    _link(root, "self", "application/atom+xml", _where(view, view.here, site))
    _link(root, "alternate", "text/html", _where(view, view.about, site))
    for entry in view.entries:
        _entry(SubElement(root, "entry"), entry, _where(view, entry.to, site), language)
    return as_file(root)


def _entry(into: Element, entry: FeedEntry, to: str, language: Language) -> None:
    summary = ", ".join(language.text(each) for each in entry.tally)
    text(into, "id", _identity(entry.id, language))
    text(into, "title", f"{entry.plan}: {summary}")
    text(into, "updated", _moment(entry.day))
    _link(into, "alternate", "text/html", to)
    lines = [_line(change, language) for change in entry.changes]
    if entry.left_out:
        lines.append("…")
    text(into, "content", "\n".join(lines or [summary]))


def _line(change: ChangeView, language: Language) -> str:
    """What became of what, in one line."""
    where = ", ".join(filter(None, (language.text(change.label), change.area)))
    report = language.text(LABELS[change.report.status]) if change.report else ""
    parts = (language.text(LABELS[change.kind]), where, report, change.about)
    return ": ".join(filter(None, (*parts, _resolution(change.resolution, language))))


def _resolution(resolution: Resolution | None, language: Language) -> str:
    """Who did what with the plan, and when."""
    if resolution is None:
        return ""
    by = language.text(message("by {body}", body=resolution.body))
    day = language.date(resolution.date) if resolution.date else ""
    return " ".join(filter(None, (language.text(LABELS[resolution.kind]), by, day)))


def _link(into: Element, relation: str, kind: str, to: str) -> None:
    SubElement(into, "link", {"rel": relation, "type": kind, "href": to})


def _where(view: FeedView, to: Address, site: str) -> str:
    return to.absolute(site) if site else to.published_seen_from(view.here.page)


def _identity(seed: str, language: Language) -> str:
    further = f"/{language.code}" if language.code != language.first else ""
    return uuid.uuid5(_OURS, f"{seed}{further}").urn


def _moment(day: datetime.date) -> str:
    """The day's first second in UTC (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"
