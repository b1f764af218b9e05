"""What several kinds of source have in common: resolutions, and what is gone."""

from generator.fields import Fields
from generator.model import Gone, Resolution, ResolutionKind


def resolution(fields: Fields) -> Resolution:
    """One entry of `vedtak`."""
    return Resolution(
        body=fields.required_text("organ"),
        date=fields.date("dato"),
        kind=fields.required_one_of("type", ResolutionKind),
        position=fields.at("dato", "organ"),
    )


def gone(fields: Fields) -> Gone:
    """One entry of `nedlagt`."""
    return Gone(
        address=fields.required_address("adresse"),
        name=fields.text("navn"),
        reason=fields.required_text("grunn"),
        position=fields.at("adresse"),
    )
