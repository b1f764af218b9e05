"""Documents to a plan or a strategy, with what came from where: all of the import in one place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Message
from generator.importer.composing.editions import earlier_editions
from generator.importer.composing.knowledge import knowledge
from generator.importer.composing.plans import PlanComposer
from generator.importer.composing.strategies import StrategyComposer
from generator.importer.composing.wishes import StrategyWishes, Wishes
from generator.importer.drafting.draft import Draft, Trace
from generator.importer.drafting.levels import level_of
from generator.importer.drafting.plans import PlanDrafter
from generator.importer.drafting.strategies import StrategyDrafter
from generator.importer.drafting.strategy_tables import columns_apart
from generator.importer.readers.lines import REASONS, Document
from generator.importer.readers.opening import read
from generator.importer.recognising.sequence import events_of, is_styled
from generator.model import Body, Plan, Strategy


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the report: where in the document, what it says, its key in the draft, why not or why so."""

    place: str
    text: str
    key: str
    why: Message | None


@dataclass(frozen=True, slots=True)
class Read:
    """What was in the documents."""

    document: Document
    draft: Draft

    @property
    def rows(self) -> tuple[Row, ...]:
        """What came from where, in the order of the documents; what stands at page edges last."""
        margins = [Trace(each.place, each.text, reason=each.reason) for each in self.document.dropped]
        return tuple(_row(trace) for trace in [*self.draft.traces, *margins] if trace.text)


@dataclass(frozen=True, slots=True)
class Imported(Read):
    """What came of the documents of a plan."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class ImportedStrategy(Read):
    """What came of the documents of a strategy."""

    strategy: Strategy


def imported(paths: Sequence[Path], body: Body, wishes: Wishes) -> Imported:
    """The plan that the files hold; raises UnreadableError for a file that cannot be read."""
    document = read(paths)
    known = knowledge(body, wishes.strategy)
    events = events_of(document, known.area_of, lambda _: False)
    draft = PlanDrafter(events, known.knows_role, styled=is_styled(events)).run()
    plan = PlanComposer(replace(wishes, files=document.names), known).plan(draft)
    return Imported(document, draft, plan)


def imported_strategy(paths: Sequence[Path], body: Body, wishes: StrategyWishes) -> ImportedStrategy:
    """The edition of the strategy that the files hold; raises UnreadableError as `imported` does."""
    document = read(paths)
    earlier = earlier_editions(body, wishes.period)
    events = events_of(columns_apart(document), earlier.area_of, lambda text: level_of(text) is not None)
    draft = StrategyDrafter(events).run()
    strategy = StrategyComposer(replace(wishes, files=document.names), earlier).strategy(draft)
    return ImportedStrategy(document, draft, strategy)


def _row(trace: Trace) -> Row:
    where = (trace.place.page, trace.place.line)
    place = ":".join(str(each) for each in where if each)
    return Row(place, trace.text, trace.key, trace.doubt or (REASONS[trace.reason] if trace.reason else None))
