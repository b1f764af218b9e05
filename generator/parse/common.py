"""What strategies and plans have in common: resolutions, references."""

import re

from generator.diagnostics import Collector, message
from generator.fields import Fields
from generator.model import Reference, Resolution, ResolutionKind
from generator.nodes import Scalar
from generator.periods import Period, period
from generator.reading_rules import INVALID_REFERENCE

_REFERENCE = re.compile(r"(?:(?P<period>\d{4}(?:-\d{4})?)/)?(?P<area>[a-z0-9-]+)(?:/(?P<item>[a-z0-9-]+))?")


def resolution(fields: Fields) -> Resolution:
    """One entry of `vedtak`."""
    return Resolution(
        body=fields.required_text("organ"),
        kind=fields.required_one_of("type", ResolutionKind),
        date=fields.date("dato"),
    )


def reference(written: Scalar, edition: Period | None, faults: Collector) -> Reference | None:
    """`area/item` in the edition, or `period/area/item` in another; None and a fault otherwise."""
    match = _REFERENCE.fullmatch(written.text.strip())
    named = match["period"] if match else None
    of = period(named) if named else edition
    if match is None or of is None:
        faults.report(
            written.position,
            INVALID_REFERENCE,
            message("“{found}” does not point to an item of a strategy.", found=written.text),
            message("Write area/item, for example heltid/hele-stillinger."),
        )
        return None
    return Reference(of, match["area"], match["item"], written.position)


def references(fields: Fields, key: str, edition: Period, faults: Collector) -> tuple[Reference, ...]:
    """The references that the key lists."""
    found = [reference(each, edition, faults) for each in fields.scalars(key)]
    return tuple(each for each in found if each is not None)
