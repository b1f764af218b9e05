"""`strategi/<period>.yml`: an edition of the federation's strategy."""

from collections.abc import Iterator
from functools import partial

from generator.diagnostics import Collector
from generator.fields import Fields, read
from generator.model import (
    AreaSign,
    ItemKind,
    Level,
    Proposal,
    Reference,
    Strategy,
    StrategyArea,
    StrategyItem,
    Wording,
)
from generator.nodes import Node
from generator.parse.common import doubt, gone, resolution


def strategy(root: Node, faults: Collector) -> Strategy | None:
    """The edition that the file describes; None where what identifies it is missing."""
    return read(root, faults, read_strategy)


def read_strategy(fields: Fields) -> Strategy:
    """The edition that the fields of the whole file describe."""
    return Strategy(
        period=fields.required_period("periode"),
        title=fields.required_text("tittel"),
        wording=fields.required_one_of("ordlyd", Wording),
        source=fields.required_text("kilde"),
        resolutions=fields.records("vedtak", resolution),
        introduction=fields.paragraphs("innledning"),
        areas=fields.records("områder", _strategy_area),
        gone=fields.records("nedlagt", gone),
        doubts=fields.records("usikkert", doubt),
        position=fields.at("periode"),
    )


def _strategy_area(fields: Fields) -> StrategyArea:
    return StrategyArea(
        id=fields.required_identifier("id"),
        title=fields.required_text("tittel"),
        sign=fields.one_of("tegn", AreaSign),
        continues=_continues(fields),
        former=fields.identifiers("tidligere"),
        introduction=fields.paragraphs("innledning"),
        items=tuple(_items(fields)),
        doubt=fields.text("usikkert"),
        position=fields.at("id"),
    )


def _items(fields: Fields) -> Iterator[StrategyItem]:
    """The main goals, then the measures by level."""
    yield from fields.records("hovedmål", partial(_strategy_item, ItemKind.MAIN_GOAL, None))
    levels = fields.part("tiltak")
    if levels is None:
        return
    for level in Level:
        yield from levels.records(level.value, partial(_strategy_item, ItemKind.STRATEGIC_MEASURE, level))
    levels.finish()


def _strategy_item(kind: ItemKind, level: Level | None, fields: Fields) -> StrategyItem:
    return StrategyItem(
        id=fields.required_identifier("id"),
        kind=kind,
        text=fields.required_text("tekst"),
        level=level,
        continues=_continues(fields),
        former=fields.identifiers("tidligere"),
        proposals=fields.records("forslag", _predecessor),
        doubt=fields.text("usikkert"),
        position=fields.at("id"),
    )


def _continues(fields: Fields) -> Reference | None:
    """The item or area of an earlier edition that lives on in this one."""
    return fields.reference("viderefører", None)


def _predecessor(fields: Fields) -> Proposal:
    """What of an earlier edition perhaps lives on, until somebody says so."""
    return Proposal(
        reference=fields.required_reference("viderefører", None),
        score=fields.share("treff"),
        position=fields.at("viderefører"),
    )
