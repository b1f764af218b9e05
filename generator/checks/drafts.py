"""Rules on what reading a document left to an editor: what is in doubt, what is only proposed."""

from collections.abc import Iterable, Iterator, Mapping

from generator.checks.rule import Finding, Subject, private_warning, warning
from generator.checks.wording import excerpt
from generator.diagnostics import Message, Position, message
from generator.model import Doubt, LocalItem, Plan, Reference, Strategy, StrategyItem
from generator.periods import Period

_SETTLE = message("Compare it with the document, correct what is wrong, and delete “usikkert:”.")
_NOTHING = message("Delete “forslag:”; it points to nothing in the strategy.")
_PLACE = message("Move it to where it belongs, or delete the entry if the plan can do without it.")


@private_warning
def doubt_left(subject: Subject) -> Iterator[Finding]:
    """What was read from a document is still in doubt, or has not found its place in the plan.

    It stands under “usikkert” and is published nowhere. What has no place may be a goal or a measure
    that members would miss. Look it up in the document, put it where it belongs, and delete the entry.
    """
    for strategy in subject.body.strategies:
        yield from _doubts(strategy.doubts, _in_doubt_of(strategy))
    for plan in subject.plans:
        yield from _doubts(plan.doubts, _in_doubt(plan))


def _doubts(without_place: Iterable[Doubt], in_doubt: Iterable[Position]) -> Iterator[Finding]:
    for each in without_place:
        yield Finding(each.position, _without_place(each), _PLACE)
    for position in in_doubt:
        yield Finding(position, message("It is not certain that this was read rightly."), _SETTLE)


def _without_place(doubt: Doubt) -> Message:
    match doubt.page, doubt.line:
        case int(page), int(line):
            return message("What stood on page {page}, line {line}, has no place yet.", page=page, line=line)
        case int(page), None:
            return message("What stood on page {page} has no place yet.", page=page)
        case None, int(line):
            return message("What stood on line {line} has no place yet.", line=line)
        case _:
            return message("Something that stood in the document has no place yet.")


def _in_doubt(plan: Plan) -> Iterator[Position]:
    for area in plan.areas:
        for each in (area, *area.items, *area.courses):
            if each.doubt:
                yield each.position


def _in_doubt_of(strategy: Strategy) -> Iterator[Position]:
    for area in strategy.areas:
        if area.doubt:
            yield area.position
        yield from (item.position for item in area.items if item.doubt)


@warning
def proposal_unconfirmed(subject: Subject) -> Iterator[Finding]:
    """A goal or measure has proposals of what it follows that nobody has confirmed or dropped.

    They were made by comparing words, stand under “forslag”, and count for nothing: until somebody
    who knows the plan has looked, the item follows only what stands under “følger”. Move there what
    is right, and delete “forslag”. In a strategy they say what an item continues: “viderefører”.
    """
    for strategy in subject.body.strategies:
        for each in (item for area in strategy.areas for item in area.items if item.proposals):
            yield _predecessors(each, subject.thread.items)
    for plan in subject.plans:
        for item in (item for area in plan.areas for item in area.items if item.proposals):
            yield _unconfirmed(item, plan.strategy, subject.thread.items)


_Items = Mapping[Reference, StrategyItem]


def _predecessors(item: StrategyItem, items: _Items) -> Finding:
    proposed = [each.reference for each in item.proposals]
    described = "; ".join(_described(each, None, items) for each in proposed)
    known = [each for each in proposed if each in items]
    return Finding(
        item.proposals[0].position,
        message("Proposed and not confirmed: {proposed}.", proposed=described),
        message("If the first is right, write “viderefører: {cited}”. Delete “forslag:”.", cited=known[0])
        if known
        else _NOTHING,
    )


def _unconfirmed(item: LocalItem, edition: Period, items: _Items) -> Finding:
    proposed = [each.reference for each in item.proposals]
    described = "; ".join(_described(each, edition, items) for each in proposed)
    return Finding(
        item.proposals[0].position,
        message("Proposed and not confirmed: {proposed}.", proposed=described),
        _instead(item.follows, [each for each in proposed if each in items], edition),
    )


def _described(reference: Reference, edition: Period | None, items: _Items) -> str:
    """The reference with the words of what it points to, for the editor to judge by."""
    item = items.get(reference)
    return f"{_cited(reference, edition)} – {excerpt(item.text)}" if item else _cited(reference, edition)


def _instead(follows: tuple[Reference, ...], known: list[Reference], edition: Period) -> Message:
    """What to write where the first that points to something is right."""
    if not known:
        return _NOTHING
    cited = ", ".join(_cited(each, edition) for each in dict.fromkeys((*follows, known[0])))
    return message("If the first is right, write “følger: [{cited}]”. Delete “forslag:”.", cited=cited)


def _cited(reference: Reference, edition: Period | None) -> str:
    """As a plan that builds on the edition writes it, or a strategy, which has none."""
    return str(reference).removeprefix(f"{edition.id}/") if edition else str(reference)
