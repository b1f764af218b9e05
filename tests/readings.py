"""Sources as plain values: as the generator reads them, as editors do, and what is said against them."""

import re
from collections.abc import Callable
from pathlib import Path

import yaml

from generator import parse, sources
from generator.checks import RULES
from generator.diagnostics import Collector, Position, Span, errors
from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.silences import silence

Plain = str | list["Plain"] | dict[str, "Plain"]
"""The values of a source, all of them texts."""


def files(root: Path) -> dict[Path, str]:
    """The sources that are there, with their kind."""
    found = sources.find(root)
    kinds = dict.fromkeys(found.strategies, "strategi") | {found.federation: "forbund"}
    for union in found.unions:
        kinds |= {union.union: "fagforening"} | dict.fromkeys(union.plans, "plan")
    return {path: kind for path, kind in kinds.items() if path.is_file()}


def as_texts(path: Path, root: Path) -> Plain | None:
    """The file as the generator reads it; None where it cannot."""
    node = sources.read(path, root).root
    return None if node is None else _plain(node)


def _plain(node: Node) -> Plain:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [_plain(item) for item in node.items]
    return {key.text: _plain(value) for key, value in node.entries}


def refused(source: str, values: Plain) -> set[str]:
    """The rules that the generator says the values break when it reads them."""
    collector = Collector()
    _PARSE[source](_node(values), collector)
    found = [*collector.found, *silence([], collector.silences, RULES)]
    return {each.rule.name for each in errors(found)}


_PARSE: dict[str, Callable[[Node, Collector], object]] = {
    "forbund": parse.federation,
    "strategi": parse.strategy,
    "fagforening": lambda node, faults: parse.union(node, "vik", faults),
    "plan": lambda node, faults: parse.plan(node, "vik", faults),
}
_PLACE = Position("plans/x.yml")


def _node(values: Plain) -> Node:
    match values:
        case str():
            return Scalar(values, _PLACE)
        case list():
            return Sequence(tuple(_node(each) for each in values), _PLACE)
    entries = tuple((Scalar(key, _PLACE), _node(value)) for key, value in values.items())
    return Mapping(entries, _PLACE, Span(_PLACE, Position("plans/x.yml", 2)))


class _Core(yaml.CSafeLoader):
    """The core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[object, object] = {}  # noqa: RUF012 - as PyYAML wants it


def _whole_number(loader: _Core, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))


def _number(loader: _Core, node: yaml.ScalarNode) -> float:
    return float(loader.construct_scalar(node))


for _tag, _pattern in {
    "null": r"(?:null|Null|NULL|~|)$",
    "bool": r"(?:true|True|TRUE|false|False|FALSE)$",
    "int": r"[-+]?[0-9]+$",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+)(?:[eE][-+]?[0-9]+)?$",
}.items():
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), None)
_Core.add_constructor("tag:yaml.org,2002:int", _whole_number)
_Core.add_constructor("tag:yaml.org,2002:float", _number)


def as_editors_read(path: Path) -> object:
    """The file as the YAML server of an editor reads it."""
    return yaml.load(path.read_text(encoding="utf-8-sig"), _Core)  # noqa: S506 - a safe loader
