"""An edition of the strategy as the nodes of its source: all that is read from one, and nothing else."""

from collections.abc import Iterable

from generator.model import Level, Reference, Strategy, StrategyArea, StrategyItem
from generator.nodes import Mapping, Sequence
from generator.writing.from_model import doubt, gone, listed, paragraphs, record, resolution, share


def of_strategy(strategy: Strategy) -> Mapping:
    """The whole source of the edition."""
    return record(
        periode=strategy.period.id,
        tittel=strategy.title,
        ordlyd=strategy.wording,
        kilde=strategy.source,
        vedtak=listed(map(resolution, strategy.resolutions)),
        innledning=paragraphs(strategy.introduction),
        områder=listed(map(_area, strategy.areas)),
        nedlagt=listed(map(gone, strategy.gone)),
        usikkert=listed(map(doubt, strategy.doubts)),
    )


def _area(area: StrategyArea) -> Mapping:
    return record(
        id=area.id,
        tittel=area.title,
        tegn=area.sign,
        viderefører=_continued(area.continues),
        tidligere=listed(area.former),
        innledning=paragraphs(area.introduction),
        hovedmål=_items(each for each in area.items if each.level is None),
        tiltak=_measures(area),
        usikkert=area.doubt,
    )


def _measures(area: StrategyArea) -> Mapping | None:
    by_level = {
        level.value: _items(each for each in area.items if each.level is level)
        for level in Level
        if any(each.level is level for each in area.items)
    }
    return record(**by_level) if by_level else None


def _items(items: Iterable[StrategyItem]) -> Sequence | None:
    return listed(map(_item, items))


def _item(item: StrategyItem) -> Mapping:
    return record(
        id=item.id,
        tekst=item.text,
        viderefører=_continued(item.continues),
        tidligere=listed(item.former),
        forslag=listed(
            record(viderefører=str(each.reference), treff=share(each.score)) for each in item.proposals
        ),
        usikkert=item.doubt,
    )


def _continued(earlier: Reference | None) -> str | None:
    return str(earlier) if earlier else None
