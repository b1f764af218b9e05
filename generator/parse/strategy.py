"""`strategi/<period>.yml`: an edition of the federation's strategy."""

from functools import partial

from generator.diagnostics import Collector
from generator.fields import Fields, read
from generator.model import (
    AreaSign,
    ItemKind,
    Level,
    Reference,
    Strategy,
    StrategyArea,
    StrategyItem,
    Wording,
)
from generator.nodes import Node
from generator.parse.common import resolution


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
        position=fields.at("periode"),
    )


def _strategy_area(fields: Fields) -> StrategyArea:
    goals = fields.records("hovedmål", partial(_strategy_item, ItemKind.MAIN_GOAL, None))
    levels = fields.part("tiltak")
    measures: list[StrategyItem] = []
    for level in Level if levels else ():
        build = partial(_strategy_item, ItemKind.STRATEGIC_MEASURE, level)
        measures += levels.records(level.value, build) if levels else ()
    if levels:
        levels.finish()
    return StrategyArea(
        id=fields.required_identifier("id"),
        title=fields.required_text("tittel"),
        introduction=fields.paragraphs("innledning"),
        items=(*goals, *measures),
        sign=fields.one_of("tegn", AreaSign),
        continues=_continues(fields),
        position=fields.at("id"),
    )


def _strategy_item(kind: ItemKind, level: Level | None, fields: Fields) -> StrategyItem:
    return StrategyItem(
        id=fields.required_identifier("id"),
        kind=kind,
        text=fields.required_text("tekst"),
        level=level,
        continues=_continues(fields),
        position=fields.at("id"),
    )


def _continues(fields: Fields) -> Reference | None:
    """The item or area of an earlier edition that lives on in this one."""
    return fields.reference("viderefører", None)
