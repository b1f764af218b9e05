"""What all of the open data is made of: reports, deadlines, chapters, counts, closed words."""

import datetime
import json
from collections.abc import Iterable, Mapping

from generator import standing
from generator.addresses import Address
from generator.coverage import Stance
from generator.deadlines import Deadline, Precision
from generator.model import Federation, Gone, Licence, Resolution, Section, Status, StatusEntry
from generator.periods import Period
from generator.standing import Phase, Summary

Data = dict[str, object]

PRECISIONS = {
    Precision.DAY: "dag",
    Precision.WEEK: "uke",
    Precision.MONTH: "måned",
    Precision.QUARTER: "kvartal",
    Precision.HALF_YEAR: "halvår",
    Precision.SEASON: "årstid",
    Precision.YEAR: "år",
    Precision.EARLY_OR_LATE: "tidlig eller sent",
    Precision.PERIOD: "periode",
    Precision.WHOLE_PERIOD: "hele perioden",
    Precision.RECURRING: "gjentas",
    Precision.CONTINUOUS: "hele tiden",
    Precision.UNKNOWN: "ikke forstått",
}
PHASES = {Phase.TO_COME: "kommer", Phase.IN_FORCE: "gjelder", Phase.OVER: "over"}
STANCES = {
    Stance.MEASURE: "tiltak",
    Stance.GOAL: "mål",
    Stance.DEVIATION: "eget hovedmål",
    Stance.DECLINED: "ikke prioritert",
    Stance.CARRIED: "uendret hovedmål",
    Stance.SILENT: "sier ingenting",
}


LICENCES = {
    Licence.ATTRIBUTION: ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    Licence.NO_RIGHTS: ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    Licence.NORWEGIAN: ("NLOD 2.0", "https://data.norge.no/nlod/no/2.0"),
}
"""What each licence is called, in the version that is meant, and where it stands."""


def as_json(data: Mapping[str, object]) -> str:
    """The data as a file; the same data gives the same bytes."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def identifier(name: str) -> str:
    """What a schema is known by: a name and no address, since where the site lies is not fixed."""
    return f"urn:planverk:data:{name}:1"


def where(address: Address | None, site: str) -> str | None:
    """The whole address, or from the site's root where its own is not known."""
    return None if address is None else address.absolute(site)


def gone(every: Iterable[Gone], site: str) -> list[Data]:
    """What there is no longer, by the address that it had, whole as those of `where` are."""
    root = site.removesuffix("/")
    return [{"adresse": f"{root}/{each.address}", "navn": each.name, "grunn": each.reason} for each in every]


def licence(federation: Federation) -> Data | None:
    """What the data may be used under, where the federation says so."""
    if federation.licence is None:
        return None
    name, address = LICENCES[federation.licence]
    return {"navn": name, "adresse": address}


def day(date: datetime.date | None) -> str | None:
    """The day as ISO 8601 has it."""
    return None if date is None else date.isoformat()


def period(of: Period) -> Data:
    """The years, and the days that they span."""
    return {"id": of.id, "fra": day(of.interval.start), "til": day(of.interval.end)}


def deadline(of: Deadline | None) -> Data | None:
    """The plan's words, the days they span, and how finely they fix the time."""
    if of is None:
        return None
    span = of.interval
    return {
        "ord": of.words,
        "fra": day(span.start) if span else None,
        "til": day(span.end) if span else None,
        "presisjon": PRECISIONS[of.precision],
    }


def entry(of: StatusEntry | None) -> Data | None:
    """What is reported; None is *not reported*."""
    if of is None:
        return None
    return {"status": of.status.value, "dato": day(of.date), "grunn": of.reason}


def entries(every: Iterable[StatusEntry], today: datetime.date) -> list[Data | None]:
    """All that is reported until the day, in the order of the plan."""
    return [entry(each) for each in every if standing.is_known(each, today)]


def resolutions(every: Iterable[Resolution]) -> list[Data]:
    """Which bodies did what, and when."""
    return [{"organ": each.body, "type": each.kind.value, "dato": day(each.date)} for each in every]


def sections(every: Iterable[Section]) -> list[Data]:
    """Chapters with their parts."""
    return [
        {
            "nr": each.number,
            "tittel": each.title,
            "tekst": each.paragraphs,
            "punkter": each.points,
            "deler": sections(each.parts),
        }
        for each in every
    ]


def summary(of: Summary) -> Data:
    """How many there are, how many of them are reported, and with which status."""
    counts = dict(of.by_status)
    by_status = {status.value: counts.get(status, 0) for status in Status}
    return {"antall": of.total, "rapportert": of.reported, "etter_status": by_status}
