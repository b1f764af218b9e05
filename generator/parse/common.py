"""What strategies and plans have in common: resolutions."""

from generator.fields import Fields
from generator.model import Resolution, ResolutionKind


def resolution(fields: Fields) -> Resolution:
    """One entry of `vedtak`."""
    return Resolution(
        body=fields.required_text("organ"),
        date=fields.date("dato"),
        kind=fields.required_one_of("type", ResolutionKind),
        position=fields.at("dato", "organ"),
    )
