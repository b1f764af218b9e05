"""Floor 8: which area of the strategy a heading means, however it is worded."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.matching.wordings import Index, Wordings
from generator.model import StrategyArea
from generator.words import words

_LEAST = 0.21
"""A heading that is less like any title names no area of the strategy."""

_LONGEST = 200
"""What has more letters is no heading."""

_AHEAD = 1.15
"""So many times as like as the next area must the first be."""

_NUMBER = re.compile(
    r"""
      ^\s* (?:(?:kapittel|satsingsområde|satsingsområdet|område|del)\s+)?
      (?:\d+(?:\.\d+)*|[ivx]+|[a-f]) [.:)–-]* \s+ | ^\s*(?:satsingsområde|område)\s*:?\s+
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SHORTENED = re.compile(r"\b[^\W\d_]{3,}(?=\.)")
"""A word that ends in a full stop may be the beginning of one."""


@dataclass(frozen=True, slots=True)
class AreaMatch:
    """The id of an area, which lives on across editions, and how like its title is, from 0 to 1."""

    id: str
    likeness: float


class Titles:
    """Knows the titles that areas have in all editions."""

    def __init__(self, areas: Iterable[StrategyArea]) -> None:
        known = tuple(areas)
        titles = dict.fromkeys((area.title, area.id) for area in known)
        self._ids = [area for _, area in titles]
        self._words = sorted({word for title, _ in titles for word in words(title)})
        texts = (text for area in known for text in (*area.introduction, *(item.text for item in area.items)))
        self._wordings = Wordings([title for title, _ in titles], texts)
        self._index = Index([self._wordings.weigh(title) for title, _ in titles])

    def area_of(self, title: str) -> AreaMatch | None:
        """The area that a heading with the title means; None where it is like none, or like two."""
        if len(title) > _LONGEST:
            return None
        weights = self._wordings.weigh(self._written_out(_NUMBER.sub("", title)))
        by_area: dict[str, float] = {}
        for number, likeness in self._index.likenesses(weights).items():
            area = self._ids[number]
            by_area[area] = max(likeness, by_area.get(area, 0.0))
        ranked = sorted(by_area.items(), key=lambda each: (-each[1], each[0]))
        (area, best), (_, next_best) = (*ranked, ("", 0.0), ("", 0.0))[:2]
        return AreaMatch(area, round(best, 2)) if best >= max(_LEAST, _AHEAD * next_best) else None

    def _written_out(self, title: str) -> str:
        """The title with each shortened word as the only word of the titles that begins with it."""
        return _SHORTENED.sub(lambda match: self._whole(match[0]), title)

    def _whole(self, beginning: str) -> str:
        whole = [word for word in self._words if word.startswith(beginning.casefold())]
        return whole[0] if len(whole) == 1 else beginning
