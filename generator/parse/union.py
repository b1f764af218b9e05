"""`fagforening.yml`: who the union is."""

from functools import partial

from generator.diagnostics import Collector
from generator.fields import Fields, read
from generator.model import Union
from generator.nodes import Node


def union(root: Node, folder: str, faults: Collector) -> Union | None:
    """The union of the folder, without its plans; None where name or county is missing."""
    return read(root, faults, partial(read_union, folder))


def read_union(folder: str, fields: Fields) -> Union:
    """The union that the fields of the whole file describe."""
    return Union(
        id=folder,
        name=fields.required_text("navn"),
        county=fields.required_identifier("fylke"),
        number=fields.text("nr"),
        position=fields.at("fylke"),
    )
