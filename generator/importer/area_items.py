"""An area's goals, measures, courses and reports as the model has them, main goals as references."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.deadlines import Deadline, Precision, understand
from generator.diagnostics import Message, message
from generator.importer import doubts
from generator.importer.draft import Area, Item, Said, Trace
from generator.importer.knowledge import Knowledge
from generator.importer.lines import Reason
from generator.importer.names import Names
from generator.importer.wishes import Wishes
from generator.matching import Likeness
from generator.model import (
    Course,
    Deviation,
    DeviationKind,
    Goal,
    Measure,
    Proposal,
    Reference,
    Responsible,
    StatusEntry,
)

_SURE = 0.45
"""How sure it must be that a text is a main goal for nobody to need to look."""


@dataclass(slots=True)
class AreaItems:
    """Makes the items of one area; `key` is where they stand in the draft."""

    area: Area
    id: str
    key: str
    wishes: Wishes
    knowledge: Knowledge
    names: Names
    local: list[Item] = field(default_factory=list)
    main: list[Item] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.main = list(self.area.main_goals)
        if not self.area.id:
            self.local = [*self.main, *self.area.open_goals]
            self.main = []
        elif not self.main and self._are_main(self.area.open_goals):
            self.main = list(self.area.open_goals)
        else:
            self.local = list(self.area.open_goals)

    def _are_main(self, items: list[Item]) -> bool:
        """Whether a list under a mere «Mål» is that of the strategy: half of it has the same words."""
        found = [self.knowledge.main_goal_of(item.said.text, self.id) for item in items]
        return 2 * sum(1 for each in found if each and each.score >= _SURE) >= len(items) > 0

    def deviations(self) -> Iterator[Deviation]:
        """How the main goals listed differ from the strategy's."""
        seen: set[str | None] = set()
        for number, item in enumerate(self.main, 1):
            found = self.knowledge.main_goal_of(item.said.text, self.id)
            if found is None or found.goal.item in seen:
                yield self._added(item, number)
                continue
            seen.add(found.goal.item)
            if found.likeness is Likeness.OTHER_WORDS:
                yield self._reworded(item, found.goal)
                continue
            self._mark(item.said, f"{self.id}/{found.goal.item}", Reason.INHERITED)
            if found.score < _SURE:
                self.area.doubts.append(message(doubts.GUESSED_GOAL.text, said=item.said.text))
        if self.main:
            for goal in self.knowledge.main_goals(self.id):
                if goal.item not in seen:
                    yield Deviation(kind=DeviationKind.OMITTED, goal=goal)

    def _reworded(self, item: Item, goal: Reference) -> Deviation:
        self._mark(item.said, f"{self.key}/avvik/{goal.item}/tekst")
        return Deviation(
            kind=DeviationKind.WORDING,
            goal=goal,
            text=item.said.text,
            doubt=self.wishes.doubt([doubts.REWORDED]),
        )

    def _added(self, item: Item, number: int) -> Deviation:
        id_ = self.names.item(self.id, "h", number)
        self._mark(item.said, f"{self.key}/avvik/{id_}/tekst")
        return Deviation(
            kind=DeviationKind.ADDED,
            id=id_,
            text=item.said.text,
            proposals=self._proposals(item),
            doubt=self.wishes.doubt([doubts.OWN_MAIN_GOAL]),
        )

    def goals(self) -> Iterator[Goal]:
        """The goals of the union's own."""
        for number, item in enumerate([*self.local, *self.area.goals], 1):
            id_ = self.names.item(self.id, "m", number)
            key = f"{self.key}/mål/{id_}"
            self._mark(item.said, f"{key}/tekst")
            if item.reason:
                self._mark(item.reason, f"{key}/begrunnelse")
            yield Goal(
                id=id_,
                text=item.said.text or self.wishes.told(doubts.NO_TEXT),
                reason=item.reason.text if item.reason else None,
                proposals=self._proposals(item),
                status=_reports(item.results, f"{key}/status"),
                doubt=self.wishes.doubt(_doubts(item, None)),
            )

    def measures(self) -> Iterator[Measure]:
        """The measures."""
        for number, item in enumerate(self.area.measures, 1):
            id_ = self.names.item(self.id, "t", number, item.number)
            key = f"{self.key}/tiltak/{id_}"
            deadline = self._deadline(item, key)
            self._mark(item.said, f"{key}/tekst")
            for said in item.responsible:
                self._mark(said, f"{key}/ansvar")
            yield Measure(
                id=id_,
                text=item.said.text or self.wishes.told(doubts.NO_TEXT),
                number=item.number or None,
                responsible=tuple(Responsible(said.text) for said in item.responsible),
                deadline=deadline,
                proposals=self._proposals(item),
                status=_reports(item.results, f"{key}/status"),
                doubt=self.wishes.doubt(_doubts(item, deadline)),
            )

    def _deadline(self, item: Item, key: str) -> Deadline | None:
        if item.deadline is None or not item.deadline.text:
            return None
        self._mark(item.deadline, f"{key}/frist")
        return understand(item.deadline.text, self.wishes.period)

    def courses(self) -> Iterator[Course]:
        """The courses."""
        for course in self.area.courses:
            id_ = self.names.course(course.name.text)
            key = f"{self.key}/kurs/{id_}"
            for said, name in (
                (course.audience, "målgruppe"),
                (course.time, "tidspunkt"),
                (course.name, "navn"),
            ):
                if said:
                    self._mark(said, f"{key}/{name}")
            yield Course(
                id=id_,
                name=course.name.text,
                audience=course.audience.text if course.audience else None,
                time=course.time.text if course.time else None,
                doubt=self.wishes.doubt(course.doubts),
            )

    def results(self) -> Iterator[StatusEntry]:
        """What came of the whole area."""
        return iter(_reports(self.area.results, f"{self.key}/resultat"))

    def _proposals(self, item: Item) -> tuple[Proposal, ...]:
        return self.knowledge.proposals(item.said.text, self.area.id or None)

    def _mark(self, said: Said, key: str, reason: Reason | None = None) -> None:
        for trace in said.traces:
            trace.key = key
            trace.reason = trace.reason or reason


def _reports(found: list[tuple[StatusEntry, Trace]], key: str) -> tuple[StatusEntry, ...]:
    for _, trace in found:
        trace.key = key
    return tuple(entry for entry, _ in found)


def _doubts(item: Item, deadline: Deadline | None) -> list[Message]:
    found = [*item.doubts]
    if deadline and deadline.precision is Precision.UNKNOWN:
        found.append(doubts.DEADLINE_UNREAD)
    if not item.said.text:
        found.append(doubts.NO_TEXT)
    return found
