"""Ids: made of a plan's own numbers and titles, of a strategy's telling words; the same at each import."""

import re
from collections.abc import Iterable

from generator import forms
from generator.words import SMALL, words

_LONGEST = 40
_TELLING = 2
"""Words that an id of a strategy is made of."""

_WHOM = re.compile(
    r"(?:fagforbund|forbund|fagforening|lokalforening|fylkeskrets|medlem|tillitsvalgt)"
    r"(?:et|en|er|ene|ane|mer|mene|mar|mane|e)?s?"
)
"""Who does it or has it, which nearly every item says."""


class Names:
    """Gives each area and item an id that no other has."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._areas = set(taken)
        self._items: set[str] = set()

    def area(self, title: str) -> str:
        """The id of an area of the union's own."""
        return self.area_named(_shortened(forms.slug(title)) or "omrade")

    def area_named(self, wanted: str) -> str:
        """The id wanted of an area; with a number where it is taken."""
        return _free(wanted, self._areas)

    def item(self, area: str, kind: str, number: int, printed: str = "") -> str:
        """The id of the area's nth goal (`m`) or measure (`t`), of its printed number where one can be."""
        made = forms.slug(printed) if "." in printed else ""
        if made and made not in self._items:
            self._items.add(made)
            return made
        return _free(f"{area}-{kind}{number}", self._items)

    def named(self, wanted: str) -> str:
        """The id wanted of an item; with a number where it is taken."""
        return _free(wanted, self._items)

    def course(self, name: str) -> str:
        """The id of a course."""
        return _free(forms.slug(name) or "kurs", self._items)


def _free(wanted: str, taken: set[str]) -> str:
    """The id wanted, with a number where it is taken."""
    free, number = wanted, 2
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    taken.add(free)
    return free


def _shortened(slug: str) -> str:
    """The words of the id that fit."""
    while len(slug) > _LONGEST and "-" in slug:
        slug = slug.rsplit("-", 1)[0]
    return slug[:_LONGEST]


def telling(text: str) -> str:
    """The longest words of the text, which tell most of what it is about, in their order."""
    plain = dict.fromkeys(word for word in words(text) if word not in SMALL and not word.isdigit())
    found = [word for word in plain if not _WHOM.fullmatch(word)] or [*plain]
    longest = sorted(found, key=len, reverse=True)[:_TELLING]
    return _shortened(forms.slug(" ".join(word for word in found if word in longest)))
