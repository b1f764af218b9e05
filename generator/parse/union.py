"""`fagforening.yml`: who the union is."""

from functools import partial

from generator import language
from generator.diagnostics import Collector, message
from generator.fields import Fields, read
from generator.model import Union
from generator.nodes import Node
from generator.parse.common import gone
from generator.reading_rules import UNKNOWN_LANGUAGE


def union(root: Node, folder: str, faults: Collector) -> Union | None:
    """The union of the folder, without its plans; None where name or county is missing."""
    return read(root, faults, partial(read_union, folder))


def read_union(folder: str, fields: Fields) -> Union:
    """The union that the fields of the whole file describe."""
    return Union(
        id=folder,
        name=fields.required_name("navn"),
        number=fields.text("nr"),
        county=fields.required_identifier("fylke"),
        language=_language(fields),
        owners=fields.owners("eiere"),
        former=fields.identifiers("tidligere"),
        gone=fields.records("nedlagt", gone),
        position=fields.at("fylke"),
    )


def _language(fields: Fields) -> str:
    """The language of the union's plans; empty where it is the federation's first."""
    fault = message("Plans cannot be in “{found}”.")
    return next(iter(fields.known_texts("språk", language.OF_PLANS, UNKNOWN_LANGUAGE, fault)), "")
