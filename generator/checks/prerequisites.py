"""Rules on the order of measures: which of them comes after which."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, repeat

from generator.checks.rule import Finding, Subject, error, warning
from generator.deadlines import Deadline, Precision
from generator.diagnostics import Position, did_you_mean, message
from generator.model import Measure, Plan, Prerequisite
from generator.roles import spelling_key

_NEVER_ENDS = {Precision.RECURRING, Precision.CONTINUOUS}
_AT_MOST = 8
"""How many measures of a circle are named, and for how many unknown ones a known one is looked for."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A measure of a plan, with the deadline that counts for it: its own or else its area's."""

    place: int
    area: str
    measure: Measure
    deadline: Deadline | None


@dataclass(frozen=True, slots=True)
class _Link:
    """What a measure says that it comes after."""

    step: _Step
    earlier: _Step
    position: Position


class _Steps:
    """The measures of a plan, found by id or number."""

    def __init__(self, plan: Plan) -> None:
        pairs = [(area, measure) for area in plan.areas for measure in area.measures]
        self.all = [
            _Step(place, area.id, measure, measure.deadline or area.deadline)
            for place, (area, measure) in enumerate(pairs)
        ]
        self._by_id = {step.measure.id: step for step in reversed(self.all)}
        self._by_number: dict[tuple[str | None, str], list[_Step]] = defaultdict(list)
        for step in self.all:
            if step.measure.number:
                for area in (step.area, None):
                    self._by_number[area, spelling_key(step.measure.number)].append(step)

    def found(self, words: str, area: str) -> list[_Step]:
        """The measure of the id, or those of the number: of the area, or else of the plan."""
        if words in self._by_id:
            return [self._by_id[words]]
        key = spelling_key(words)
        return self._by_number.get((area, key)) or self._by_number.get((None, key)) or []

    @property
    def known(self) -> list[str]:
        """All that finds a measure."""
        return [words for step in self.all for words in (step.measure.id, step.measure.number) if words]

    def links(self) -> Iterator[_Link]:
        """What comes after what, as far as that is clear."""
        for step in self.all:
            for each in step.measure.after:
                found = self.found(each.words, step.area)
                if len(found) == 1:
                    yield _Link(step, found[0], each.position)


def _ordered(subject: Subject) -> Iterator[_Steps]:
    """The measures of each plan that says of any of them what it comes after."""
    for plan in subject.plans:
        if any(measure.after for area in plan.areas for measure in area.measures):
            yield _Steps(plan)


@error
def unknown_measure(subject: Subject) -> Iterator[Finding]:
    """A measure is to come after one that the plan does not have, or that cannot be told from others.

    Write under “etter” the id of a measure of the same plan, or a number that only one of them has.
    """
    for steps in _ordered(subject):
        hints = islice(repeat(steps.known), _AT_MOST)
        for step in steps.all:
            for each in step.measure.after:
                found = steps.found(each.words, step.area)
                if not found:
                    yield _unknown(each, next(hints, []))
                elif len(found) > 1:
                    yield _ambiguous(each)


def _unknown(each: Prerequisite, known: list[str]) -> Finding:
    hint = did_you_mean(each.words, known) or message("Write the id of a measure of the same plan.")
    return Finding(each.position, message("The plan has no measure “{found}”.", found=each.words), hint)


def _ambiguous(each: Prerequisite) -> Finding:
    return Finding(
        each.position,
        message("Several measures have the number “{found}”.", found=each.words),
        message("Write the id of the one that is meant."),
    )


@error
def circular_order(subject: Subject) -> Iterator[Finding]:
    """Measures are to come after each other in a circle, so that none of them could be the first.

    Take out of “etter” what is wrong.
    """
    for steps in _ordered(subject):
        for circle, position in _circles(steps):
            names = ", ".join(step.measure.name for step in circle[:_AT_MOST])
            more = " …" if len(circle) > _AT_MOST else ""
            text = (
                message("These measures are to come after each other: {found}.", found=names + more)
                if len(circle) > 1
                else message("{found} is to come after itself.", found=names)
            )
            yield Finding(position, text, message("Take out of “etter” what is wrong."))


def _circles(steps: _Steps) -> Iterator[tuple[list[_Step], Position]]:
    """The beginning of each circle, with the place that closes it."""
    links: dict[int, list[_Link]] = defaultdict(list)
    for each in steps.links():
        links[each.step.place].append(each)
    done: set[int] = set()
    for start in steps.all:
        trail, depth, waiting = [start], {start.place: 0}, [iter(links[start.place])]
        while start.place not in done:
            link = next(waiting[-1], None)
            if link is None:
                waiting.pop()
                place = trail.pop().place
                done.add(place)
                del depth[place]
            elif link.earlier.place in depth:
                begin = depth[link.earlier.place]
                yield trail[begin : begin + _AT_MOST + 1], link.position
            elif link.earlier.place not in done:
                depth[link.earlier.place] = len(trail)
                trail.append(link.earlier)
                waiting.append(iter(links[link.earlier.place]))


@warning
def deadline_before_prerequisite(subject: Subject) -> Iterator[Finding]:
    """A measure is due before another one that it is to come after.

    It cannot be done in time then, unless the other is done early. Correct one of the deadlines. What
    recurs or never ends has no end to wait for and does not count.
    """
    for link in (link for steps in _ordered(subject) for link in steps.links()):
        own, other = link.step.deadline, link.earlier.deadline
        if own is None or other is None or own.interval is None or other.interval is None:
            continue
        if other.precision not in _NEVER_ENDS and own.interval.end < other.interval.end:
            yield _too_early(link, own, other)


def _too_early(link: _Link, own: Deadline, other: Deadline) -> Finding:
    written = link.step.measure.deadline
    return Finding(
        written.position if written else link.position,
        message(
            "“{found}” ends before “{other}”, the deadline of {measure}, which comes first.",
            found=own.words,
            other=other.words,
            measure=link.earlier.measure.name,
        ),
        message("Correct one of the deadlines, or “etter”."),
    )
