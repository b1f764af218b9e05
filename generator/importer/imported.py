"""Documents to a plan, with what came from where: all of the import in one place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Message
from generator.importer.composing import Composer
from generator.importer.draft import Draft, Trace
from generator.importer.knowledge import knowledge
from generator.importer.lines import REASONS, Document
from generator.importer.opening import read
from generator.importer.recognition import recognised
from generator.importer.wishes import Wishes
from generator.model import Body, Plan


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the report: where in the document, what it says, its key in the draft, why not or why so."""

    place: str
    text: str
    key: str
    why: Message | None


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of the documents."""

    document: Document
    draft: Draft
    plan: Plan

    @property
    def rows(self) -> tuple[Row, ...]:
        """What came from where, in the order of the documents; what stands at page edges last."""
        margins = [Trace(each.place, each.text, reason=each.reason) for each in self.document.dropped]
        return tuple(_row(trace) for trace in [*self.draft.traces, *margins] if trace.text)


def imported(paths: Sequence[Path], body: Body, wishes: Wishes) -> Imported:
    """The plan that the files hold; raises UnreadableError for a file that cannot be read."""
    document = read(paths)
    known = knowledge(body, wishes.strategy)
    draft = recognised(document, known.area_of, known.knows_role)
    plan = Composer(replace(wishes, files=document.names), known).plan(draft)
    return Imported(document, draft, plan)


def _row(trace: Trace) -> Row:
    where = (trace.place.page, trace.place.line)
    place = ":".join(str(each) for each in where if each)
    return Row(place, trace.text, trace.key, trace.doubt or (REASONS[trace.reason] if trace.reason else None))
