"""A measure on a line of its own: what, by when, whose, and how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.diagnostics import Message
from generator.due import Due, Shelf
from generator.periods import Interval
from generator.texts import Text
from generator.views.common import (
    Link,
    Owner,
    Report,
    Scene,
    area_title,
    item_label,
    item_report,
    owners,
    union_link,
)

SHORT = 110
"""Characters of a measure's text on its line."""

_MONTH = 31
"""Days that a deadline may span before its words alone mislead about the day it stands at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A measure on its line; `span` is what its deadline spans, where the last day alone would mislead.

    `of_area` says that the deadline is that of the whole area.
    """

    due: Due
    union: Link
    period: str
    label: Message
    area: str
    text: str
    to: Address
    words: str | None
    of_area: bool
    span: Interval | None
    owners: tuple[Owner, ...]
    report: Report


def due_rows(scene: Scene, dues: Iterable[Due]) -> tuple[DueRow, ...]:
    """A row for each, in their order."""
    return tuple(_row(scene, due) for due in dues)


def _row(scene: Scene, due: Due) -> DueRow:
    return DueRow(
        due=due,
        union=union_link(due.union),
        period=due.plan.period.title,
        label=item_label(due.measure, ()),
        area=area_title(scene, due.plan, due.area),
        text=shortened(due.measure.text, SHORT),
        to=addresses.plan_item(due.plan, due.area, due.measure),
        words=due.deadline.words if due.deadline else None,
        of_area=due.deadline is not None and due.measure.deadline is None,
        span=_span(due),
        owners=owners(scene, due.measure.responsible),
        report=item_report(scene, due.area, due.measure),
    )


def _span(due: Due) -> Interval | None:
    if due.interval is None:
        return None
    days = (due.interval.end - due.interval.start).days + 1
    return due.interval if days > _MONTH or due.shelf is Shelf.THROUGHOUT else None


def shortened(text: str, limit: int) -> str:
    """The text, cut between words where it is longer than the limit."""
    if len(text) <= limit:
        return text
    cut = f"{text[:limit].rsplit(maxsplit=1)[0].rstrip(' ,;:.–-')} …"
    return text.with_words(cut) if isinstance(text, Text) else cut
