"""`strategi/<period>.yml`: an edition of the federation's strategy."""

from functools import partial

from generator.diagnostics import Collector
from generator.fields import Fields, read
from generator.model import ItemKind, Level, Reference, Strategy, StrategyArea, StrategyItem, Wording
from generator.nodes import Node
from generator.parse.common import reference, resolution


def strategy(root: Node, faults: Collector) -> Strategy | None:
    """The edition that the file describes; None where what identifies it is missing."""
    return read(root, faults, partial(_strategy, faults=faults))


def _strategy(fields: Fields, faults: Collector) -> Strategy:
    return Strategy(
        period=fields.required_period("periode"),
        title=fields.required_text("tittel"),
        wording=fields.required_one_of("ordlyd", Wording),
        source=fields.required_text("kilde"),
        resolutions=fields.records("vedtak", resolution),
        introduction=fields.paragraphs("innledning"),
        areas=fields.records("områder", partial(_area, faults=faults)),
        position=fields.at("periode"),
    )


def _area(fields: Fields, faults: Collector) -> StrategyArea:
    goals = fields.records("hovedmål", partial(_item, ItemKind.MAIN_GOAL, None, faults))
    levels = fields.part("tiltak")
    measures: list[StrategyItem] = []
    for level in Level if levels else ():
        build = partial(_item, ItemKind.STRATEGIC_MEASURE, level, faults)
        measures += levels.records(level.value, build) if levels else ()
    if levels:
        levels.finish()
    return StrategyArea(
        id=fields.required_identifier("id"),
        title=fields.required_text("tittel"),
        introduction=fields.paragraphs("innledning"),
        items=(*goals, *measures),
        continues=_continues(fields, faults),
        position=fields.at("id"),
    )


def _item(kind: ItemKind, level: Level | None, faults: Collector, fields: Fields) -> StrategyItem:
    return StrategyItem(
        id=fields.required_identifier("id"),
        kind=kind,
        text=fields.required_text("tekst"),
        level=level,
        continues=_continues(fields, faults),
        position=fields.at("id"),
    )


def _continues(fields: Fields, faults: Collector) -> Reference | None:
    """The item or area of an earlier edition that lives on in this one."""
    written = fields.optional("viderefører")
    return None if written is None else reference(written, None, faults)
