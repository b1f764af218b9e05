"""The federation: its counties, roles, and the other sites that it names."""

from dataclasses import dataclass, field

from generator.diagnostics import Position
from generator.model.common import NOWHERE, Gone
from generator.model.vocabularies import Licence


@dataclass(frozen=True, slots=True)
class County:
    """`map_square` is its column from the west and its row from the north, both from 1.

    `former`, here and elsewhere, are the ids that it had in addresses before.
    """

    id: str
    name: str
    map_square: tuple[int, int] | None = None
    former: tuple[str, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Role:
    """A body or office that carries measures out; never a person."""

    id: str
    name: str
    spellings: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)

    @property
    def words(self) -> tuple[str, ...]:
        """All that a plan may write for the role."""
        return (self.id, self.name, *self.spellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Another site whose unions are listed here: a copy of their plans lies in `kilder/<id>/`.

    `site` is where it is published; `data`, the published data that the copy is made of; `sha256`, what that
    was when somebody saw to it.
    """

    id: str
    name: str
    site: str
    data: str | None = None
    sha256: str | None = None
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Home:
    """Where the pages of a union are that is another site's: the site's name, the union's folder there."""

    site: str
    folder: str


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Federation:
    """`licence` is what the open data may be used under; None where the federation does not say.

    `owners` are the teams that are asked about changes, but for what has owners of its own.
    """

    name: str
    languages: tuple[str, ...]
    links: tuple[Link, ...]
    licence: Licence | None = None
    owners: tuple[str, ...] = ()
    counties: tuple[County, ...]
    roles: tuple[Role, ...]
    gone: tuple[Gone, ...] = ()
    sources: tuple[Source, ...] = ()
