"""`forbund.yml`: the federation, its counties and its roles."""

from functools import partial

from generator import language
from generator.diagnostics import Collector, did_you_mean, message
from generator.fields import Fields, read
from generator.model import County, Federation, Link, Role
from generator.nodes import Node
from generator.reading_rules import UNKNOWN_LANGUAGE


def federation(root: Node, faults: Collector) -> Federation | None:
    """The federation that the file describes; None where its name is missing."""
    return read(root, faults, partial(_federation, faults))


def _federation(faults: Collector, fields: Fields) -> Federation:
    return Federation(
        name=fields.required_text("navn"),
        languages=_languages(fields, faults) or ("nb",),
        links=fields.records("lenker", _link),
        counties=fields.records("fylker", _county),
        roles=fields.records("roller", _role),
    )


def _languages(fields: Fields, faults: Collector) -> tuple[str, ...]:
    """The languages that the site can be shown in; others are faults."""
    known = language.available()
    written = fields.scalars("språk")
    for each in written:
        if each.text not in known:
            text = message("The site cannot be shown in “{found}”.", found=each.text)
            faults.report(each.position, UNKNOWN_LANGUAGE, text, did_you_mean(each.text, known))
    return tuple(each.text for each in written if each.text in known)


def _link(fields: Fields) -> Link:
    return Link(fields.required_text("tittel"), fields.required_web_address("adresse"))


def _county(fields: Fields) -> County:
    return County(fields.required_identifier("id"), fields.required_text("navn"), fields.at("id"))


def _role(fields: Fields) -> Role:
    return Role(
        fields.required_identifier("id"),
        fields.required_text("navn"),
        fields.texts("skrivemåter"),
        fields.at("id"),
    )
