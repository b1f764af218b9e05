"""What makes some pages or files of the site, apart from all others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from generator.model import Union
from generator.press import Page


@dataclass(frozen=True, slots=True)
class Part:
    """Makes some pages of the site, each among `places` or below a folder there (with a slash at its end)."""

    places: frozenset[str]
    make: Callable[[], Iterable[Page]]

    def __call__(self) -> Iterable[Page]:
        """The pages, each made when it is asked for."""
        return self.make()

    @classmethod
    def of(cls, make: Callable[..., Iterable[Page]], *of: object, at: Iterable[str]) -> "Part":
        """The part that the function makes of these things, at these places."""
        return cls(frozenset(at), partial(make, *of))


OfUnion = Callable[[Union, Part], Part]
"""What makes a part that is a union's own, perhaps otherwise."""


def as_it_is(_union: Union, part: Part) -> Part:
    """The part itself."""
    return part


def with_folder(page: str) -> list[str]:
    """The page, and the folder of pages with what it has no room for."""
    return [page, f"{page.removesuffix('.md')}/"]
