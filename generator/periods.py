"""Floor 2: spans of days and plan periods.  Knows no plan."""

import re
from dataclasses import dataclass
from datetime import date

from generator.value_types import quickly_pickled

_PERIOD = re.compile(r"(?P<first>(?:19|20)\d\d)(?:-(?P<last>(?:19|20)\d\d))?")


@quickly_pickled
@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Whole days from `start` to `end`, both included."""

    start: date
    end: date


@quickly_pickled
@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The calendar years that a plan or a strategy covers, both included."""

    first: int
    last: int

    @property
    def id(self) -> str:
        """The period in sources and addresses: `2023`, `2024-2025`."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    @property
    def title(self) -> str:
        """The period as printed: `2023`, `2024–2025`."""
        return self.id.replace("-", "–")

    @property
    def interval(self) -> Interval:
        """From New Year's Day of the first year to New Year's Eve of the last."""
        return Interval(date(self.first, 1, 1), date(self.last, 12, 31))


def period(words: str) -> Period | None:
    """The period that `2023` or `2024-2025` names; None where the words name none."""
    match = _PERIOD.fullmatch(words.strip().replace("–", "-"))
    if match is None:
        return None
    first = int(match["first"])
    last = int(match["last"] or first)
    return Period(first, last) if first <= last else None
