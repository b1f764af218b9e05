"""`forbund.yml`: the federation, its counties and its roles."""

from generator.diagnostics import Collector
from generator.fields import Fields, read
from generator.model import County, Federation, Link, Role
from generator.nodes import Node


def federation(root: Node, faults: Collector) -> Federation | None:
    """The federation that the file describes; None where its name is missing."""
    return read(root, faults, _federation)


def _federation(fields: Fields) -> Federation:
    return Federation(
        name=fields.required_text("navn"),
        languages=fields.texts("språk") or ("nb",),
        links=fields.records("lenker", _link),
        counties=fields.records("fylker", _county),
        roles=fields.records("roller", _role),
    )


def _link(fields: Fields) -> Link:
    return Link(fields.required_text("tittel"), fields.required_web_address("adresse"))


def _county(fields: Fields) -> County:
    return County(fields.required_identifier("id"), fields.required_text("navn"))


def _role(fields: Fields) -> Role:
    return Role(fields.required_identifier("id"), fields.required_text("navn"), fields.texts("skrivemåter"))
