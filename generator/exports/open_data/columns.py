"""The tables of the open data: which there are, what their columns hold, and what those mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.addresses import Address, data_table
from generator.coverage import Stance
from generator.diagnostics import Message, message
from generator.exports.open_data.values import PHASES, PRECISIONS, STANCES
from generator.model import DeviationKind, Status


class Kind(StrEnum):
    """What the cells of a column hold, in the words of data packages."""

    TEXT = "string"
    WHOLE_NUMBER = "integer"
    YES_OR_NO = "boolean"
    DAY = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column, whose cells are never empty where it is `needed`, and hold none but `words` where those are.

    A cell of one of `several` holds any number of texts, with a bar between.
    """

    name: str
    means: Message
    kind: Kind = Kind.TEXT
    needed: bool = False
    several: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is called, what its rows are, its columns, and those that tell the rows apart.

    Those are none where one of them may be empty.
    """

    name: str
    title: Message
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def address(self) -> Address:
        """Where the table lies as CSV."""
        return data_table(self.name)

    @property
    def file(self) -> str:
        """The name of that file."""
        return f"{self.name}.csv"


def _needed(name: str, means: Message, kind: Kind = Kind.TEXT) -> Column:
    return Column(name, means, kind, needed=True)


def _one_of(name: str, means: Message, words: Iterable[str], *, needed: bool = True) -> Column:
    return Column(name, means, needed=needed, words=tuple(map(str, words)))


_UNION = _needed("fagforening", message("The union's id."))
_PERIOD = _needed("periode", message("The plan's period."))
_AREA = _needed("omrade", message("The area's id."))
_ADDRESS = _needed("adresse", message("The permanent address."))
_TIME = (
    Column("fra", message("The first day of the time that the words span."), Kind.DAY),
    Column("til", message("The last day of that time."), Kind.DAY),
    _one_of("presisjon", message("How finely the words fix the time."), PRECISIONS.values(), needed=False),
)

ITEMS = Table(
    "tiltak-og-mal",
    message("Measures, local goals, and main goals that differ from the strategy's"),
    (
        _UNION,
        _needed("fagforening_navn", message("The union's name.")),
        _needed("fylke", message("The county's id.")),
        _PERIOD,
        _needed("strategi", message("The edition of the strategy that the plan builds on.")),
        _AREA,
        _needed("omrade_tittel", message("The area's title.")),
        _needed("eget_omrade", message("Whether the area is the union's own."), Kind.YES_OR_NO),
        _one_of("type", message("What the row is."), ("hovedmål", "mål", "tiltak")),
        _needed("id", message("The item's id.")),
        Column("nr", message("The number that the plan prints.")),
        Column("tekst", message("The plan's text.")),
        Column("roller", message("The ids of the roles that are responsible."), several=True),
        Column("ansvar", message("Who is responsible, in the plan's own words."), several=True),
        Column("frist", message("The deadline that counts, in the plan's own words.")),
        *_TIME,
        Column("fristen_er_omradets", message("Whether that deadline is the whole area's."), Kind.YES_OR_NO),
        _needed(
            "frist_ute",
            message("Whether it has passed and nobody has reported how it went."),
            Kind.YES_OR_NO,
        ),
        _one_of(
            "status",
            message("The newest status. Empty is not reported, never not achieved."),
            Status,
            needed=False,
        ),
        Column("status_dato", message("When it was reported."), Kind.DAY),
        Column("status_grunn", message("The reason that was given.")),
        Column("folger", message("What it follows in the strategy: period/area/item."), several=True),
        _one_of(
            "avvik", message("How a main goal differs from the strategy’s."), DeviationKind, needed=False
        ),
        _ADDRESS,
    ),
    ("fagforening", "periode", "omrade", "type", "id"),
)
STATUSES = Table(
    "statuser",
    message("Everything that is reported"),
    (
        _UNION,
        _PERIOD,
        _one_of("type", message("What is reported on."), ("plan", "område", "mål", "tiltak")),
        Column("omrade", message("The area's id; empty for the whole plan.")),
        Column("id", message("The item's id; empty for a whole area or plan.")),
        _needed(
            "linje", message("Which of its reports this is, in the order of the plan."), Kind.WHOLE_NUMBER
        ),
        _one_of("status", message("The status."), Status),
        Column("dato", message("When it was reported."), Kind.DAY),
        Column("grunn", message("The reason that was given.")),
        _needed("siste", message("Whether it is the newest."), Kind.YES_OR_NO),
    ),
    (),
)
COURSES = Table(
    "kurs",
    message("Courses"),
    (
        _UNION,
        _PERIOD,
        _AREA,
        _needed("id", message("The course's id.")),
        _needed("navn", message("The course's name.")),
        Column("malgruppe", message("Whom the course is for.")),
        Column("tidspunkt", message("When it is held, in the plan's own words.")),
        *_TIME,
        _ADDRESS,
    ),
    ("fagforening", "periode", "id"),
)
UNIONS = Table(
    "fagforeninger",
    message("Unions with the figures of their current plan"),
    (
        _needed("id", message("The union's id.")),
        _needed("navn", message("The union's name.")),
        Column("nummer", message("The union's number.")),
        _needed("fylke", message("The county's id.")),
        _needed("fylke_navn", message("The county's name.")),
        _needed("planer", message("How many plans are published."), Kind.WHOLE_NUMBER),
        _needed("periode", message("The period of the current plan.")),
        _one_of("fase", message("Whether the period is to come, counts now or is over."), PHASES.values()),
        _needed("mal", message("Local goals in it."), Kind.WHOLE_NUMBER),
        _needed("tiltak", message("Measures in it."), Kind.WHOLE_NUMBER),
        _needed("rapportert", message("Measures that are reported."), Kind.WHOLE_NUMBER),
        _needed("fulgt", message("Items of the strategy that it follows up."), Kind.WHOLE_NUMBER),
        _needed(
            "spurt", message("Items of the strategy that unions are asked to follow up."), Kind.WHOLE_NUMBER
        ),
        _ADDRESS,
    ),
    ("id",),
)
FOLLOWING = Table(
    "oppfolging",
    message("How each union stands to the items of the strategy"),
    (
        _UNION,
        _needed("strategi", message("The edition of the strategy.")),
        _needed("referanse", message("The item: period/area/item.")),
        _one_of(
            "mate",
            message("How the union stands to it; what it says nothing of is left out."),
            (words for stance, words in STANCES.items() if stance is not Stance.SILENT),
        ),
    ),
    ("fagforening", "referanse"),
)
FORMER = Table(
    "tidligere-adresser",
    message("Addresses that have changed, or that are gone"),
    (
        Column("fagforening", message("The union’s id; empty where it is of none that there is.")),
        _needed("tidligere", message("The address that was published.")),
        Column("adresse", message("The address now; empty where what it led to is gone.")),
        Column("navn", message("What is there, or was.")),
        Column("grunn", message("Why it is gone.")),
    ),
    ("tidligere",),
)

OF_UNIONS = (ITEMS, STATUSES, COURSES, UNIONS, FOLLOWING)
"""The tables whose rows are each of one union, and stand in the order of unions."""

TABLES = (*OF_UNIONS, FORMER)
"""All tables, in the order in which they are told of."""
