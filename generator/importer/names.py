"""Ids of what a plan holds: made of the plan's own numbers and titles, unique, the same at each import."""

from collections.abc import Iterable

from generator import forms

_LONGEST = 40


class Names:
    """Gives each area and item an id that no other has."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._areas = set(taken)
        self._items: set[str] = set()

    def area(self, title: str) -> str:
        """The id of an area of the union's own."""
        return _free(_shortened(forms.slug(title)) or "omrade", self._areas)

    def item(self, area: str, kind: str, number: int, printed: str = "") -> str:
        """The id of the area's nth goal (`m`) or measure (`t`), of its printed number where one can be."""
        made = forms.slug(printed) if "." in printed else ""
        if made and made not in self._items:
            self._items.add(made)
            return made
        return _free(f"{area}-{kind}{number}", self._items)

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
