"""`forbund.yml`: the federation, its counties and its roles."""

from generator import language
from generator.diagnostics import Collector, message
from generator.fields import Fields, read
from generator.model import County, Federation, Licence, Link, Role, Source
from generator.nodes import Node
from generator.parse.common import gone
from generator.reading_rules import UNKNOWN_LANGUAGE


def federation(root: Node, faults: Collector) -> Federation | None:
    """The federation that the file describes; None where its name is missing."""
    return read(root, faults, read_federation)


def read_federation(fields: Fields) -> Federation:
    """The federation that the fields of the whole file describe."""
    return Federation(
        name=fields.required_name("navn"),
        languages=_languages(fields) or ("nb",),
        links=fields.records("lenker", _link),
        licence=fields.one_of("lisens", Licence),
        owners=fields.owners("eiere"),
        counties=fields.records("fylker", _county),
        roles=fields.records("roller", _role),
        gone=fields.records("nedlagt", gone),
        sources=fields.records("kilder", _site_of_others),
    )


def _languages(fields: Fields) -> tuple[str, ...]:
    """The languages that the site can be shown in; others are faults."""
    fault = message("The site cannot be shown in “{found}”.")
    return fields.known_texts("språk", language.available(), UNKNOWN_LANGUAGE, fault)


def _site_of_others(fields: Fields) -> Source:
    return Source(
        id=fields.required_identifier("id"),
        name=fields.required_name("navn"),
        site=fields.required_web_address("nettsted"),
        data=fields.web_address("data"),
        sha256=fields.sha256("sha256"),
        position=fields.at("id"),
    )


def _link(fields: Fields) -> Link:
    return Link(fields.required_text("tittel"), fields.required_web_address("adresse"))


def _county(fields: Fields) -> County:
    return County(
        id=fields.required_identifier("id"),
        name=fields.required_name("navn"),
        map_square=fields.map_square("kartrute"),
        former=fields.identifiers("tidligere"),
        position=fields.at("id"),
    )


def _role(fields: Fields) -> Role:
    return Role(
        fields.required_identifier("id"),
        fields.required_text("navn"),
        fields.texts("skrivemåter"),
        fields.identifiers("tidligere"),
        fields.at("id"),
    )
