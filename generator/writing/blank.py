"""The sources of a new union: who it is, and a plan that holds the strategy's areas and nothing yet."""

from generator.diagnostics import Collector
from generator.model import NOWHERE, ItemKind, Strategy, StrategyArea, Union, Wording
from generator.nodes import Mapping, Node, Scalar, compose
from generator.periods import Period
from generator.writing.from_model import listed, record
from generator.writing.layout import laid_out
from generator.writing.outline import outline
from generator.writing.places import Path
from generator.writing.remarks import Remark, with_remarks

_SCHEMA = "# yaml-language-server: $schema=../../../docs/skjema/{source}.json"
"""Tells editors where the explanations of the keys are."""

_TO_WRITE = Scalar("", NOWHERE)


def union_source(union: Union) -> str:
    """`fagforening.yml` of the union."""
    language = listed([union.language]) if union.language else None
    root = record(navn=union.name, nr=union.number, fylke=union.county, språk=language)
    return _with_remarks(root, "fagforening", {})


def plan_source(period: Period, strategy: Strategy, title: str) -> str:
    """A plan for the period with the strategy's areas, each with places for goals and measures."""
    root = record(
        periode=period.id,
        strategi=strategy.period.id,
        ordlyd=Wording.ADOPTED,
        kilde=title,
        områder=listed(record(område=each.id, mål=_TO_WRITE, tiltak=_TO_WRITE) for each in strategy.areas),
    )
    remarks: dict[Path, Remark] = {
        ("områder", number): Remark([f"# {line}" for line in _said_of(each)])
        for number, each in enumerate(strategy.areas)
    }
    return _with_remarks(root, "plan", remarks)


def _said_of(area: StrategyArea) -> list[str]:
    """The area's title, and its main goals as references."""
    goals = [f"- {area.id}/{item.id}" for item in area.items if item.kind is ItemKind.MAIN_GOAL]
    return [area.title, *goals]


def _with_remarks(root: Mapping, source: str, remarks: dict[Path, Remark]) -> str:
    text = laid_out(root, outline(source))
    nodes: Node = compose(text, "", Collector()) or root
    return with_remarks(text, nodes, {(): Remark([_SCHEMA.format(source=source)]), **remarks})
