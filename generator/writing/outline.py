"""Which keys a record has, in which order, and how their values are read: what canonical sources go by.

It is all taken from what the parse functions ask for, as the schemas for editors are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.parse import READERS
from generator.schema.kinds import Kind, Way
from generator.schema.recorder import Definitions, Recorder, recorded

_IN_A_ROW = {Way.EXACT, Way.LINE}
_BODY = "tekst"
_SILENCES = "unntak"
_SELDOM = {_SILENCES, "tidligere"}
"""Lists that a record seldom has, and that do not keep the others from being a row."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The keys of a record."""

    kinds: Mapping[str, Kind]
    parts: Mapping[str, "Outline"]
    records: Mapping[str, "Outline"]
    """Those that lists of any record hold, by name."""

    @property
    def order(self) -> tuple[str, ...]:
        """The keys in the order that they are written in."""
        return (*(key for key in self.kinds if key != _SILENCES), *self.parts, _SILENCES)

    @property
    def is_row(self) -> bool:
        """Whether the record is a few short values, which one line may hold."""
        own = {key: kind for key, kind in self.kinds.items() if key not in _SELDOM}
        short = all(kind.way in _IN_A_ROW for kind in own.values())
        return short and not self.parts and _BODY not in own

    def way(self, key: str) -> Way:
        """How the value of the key is read."""
        kind = self.kinds.get(key)
        return kind.way if kind else Way.EXACT

    def below(self, key: str) -> "Outline":
        """The record below the key, or each in the list there."""
        kind = self.kinds.get(key)
        return self.parts.get(key) or self.records.get(kind.record if kind else "") or _NONE


_NONE = Outline({}, {}, {})


@cache
def outline(source: str) -> Outline:
    """The outline of a whole source of that kind."""
    definitions = Definitions({})
    records: dict[str, Outline] = {}
    whole = _of(recorded(source, READERS[source], definitions), records)
    records |= {name: _of(each, records) for name, each in definitions.recorders.items()}
    return whole


def _of(recorder: Recorder, records: Mapping[str, Outline]) -> Outline:
    kinds = {**recorder.kinds, _SILENCES: recorder.silences}
    return Outline(kinds, {key: _of(part, records) for key, part in recorder.parts.items()}, records)
