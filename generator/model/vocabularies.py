"""The closed words of sources."""

from enum import StrEnum


class Level(StrEnum):
    """Who carries out a strategic measure."""

    NATIONAL = "nasjonalt"
    COUNTY = "fylkeskrets"
    UNION = "fagforening"


class Wording(StrEnum):
    """Whether a source holds the adopted wording or restates it in other words."""

    ADOPTED = "vedtatt"
    RESTATED = "gjengitt"


class Status(StrEnum):
    """What is reported of a measure, goal, area or plan.  Not reported is no status."""

    DONE = "gjennomført"
    ACHIEVED = "oppnådd"
    PARTLY = "delvis"
    UNDER_WAY = "i gang"
    NOT_STARTED = "ikke startet"
    NOT_ACHIEVED = "ikke oppnådd"
    DROPPED = "utgått"


class ResolutionKind(StrEnum):
    """What a body did with the plan."""

    ADOPTED = "vedtatt"
    APPROVED = "godkjent"
    CONSIDERED = "behandlet"

    @property
    def adopts(self) -> bool:
        """Whether the plan counts from then on."""
        return self is not ResolutionKind.CONSIDERED


class DeviationKind(StrEnum):
    """How a plan's main goals differ from the strategy's."""

    WORDING = "ordlyd"
    OMITTED = "utelatt"
    ADDED = "tillegg"


class AreaSign(StrEnum):
    """The picture, and with it the colour, that a strategy area is known by on the site."""

    CLOCK = "klokke"
    HOUSE = "hus"
    PEOPLE = "folk"
    SCHOOL = "skole"
    HANDS = "hender"
    SCREEN = "skjerm"
    HEART = "hjerte"
    LEAF = "blad"
    SCALES = "vekt"
    HORN = "ropert"


class Licence(StrEnum):
    """What the open data may be used under."""

    ATTRIBUTION = "cc by"
    NO_RIGHTS = "cc0"
    NORWEGIAN = "nlod"


class ItemKind(StrEnum):
    """What an item of a strategy is."""

    MAIN_GOAL = "hovedmål"
    STRATEGIC_MEASURE = "strategisk tiltak"
