"""What several kinds of source have in common: resolutions, what is in doubt, what is gone."""

from generator.fields import Fields
from generator.model import Doubt, Gone, Resolution, ResolutionKind


def resolution(fields: Fields) -> Resolution:
    """One entry of `vedtak`."""
    return Resolution(
        body=fields.required_text("organ"),
        date=fields.date("dato"),
        kind=fields.required_one_of("type", ResolutionKind),
        position=fields.at("dato", "organ"),
    )


def doubt(fields: Fields) -> Doubt:
    """One entry of `usikkert` at the outermost level."""
    return Doubt(
        text=fields.required_text("tekst"),
        page=fields.count("side"),
        line=fields.count("linje"),
        reason=fields.text("grunn"),
        position=fields.at("tekst"),
    )


def gone(fields: Fields) -> Gone:
    """One entry of `nedlagt`."""
    return Gone(
        address=fields.required_address("adresse"),
        name=fields.text("navn"),
        reason=fields.required_text("grunn"),
        position=fields.at("adresse"),
    )
