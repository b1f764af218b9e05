"""Courses that are told in lines and not in a table: name, audience, time."""

import re
from dataclasses import dataclass

_TIME = re.compile(
    r"(?:(?:hele|heile|våren|vår|høsten|høst|hausten|tidlig|i løpet av|første halvår|"
    r"andre halvår|[12]\.? halvår|uke \d+|"
    r"\d{1,2}\.(?:[-–]\d{1,2}\.)?\s*)?\s*(?:januar|februar|mars|april|mai|juni|juli|"
    r"august|september|oktober|november|desember)?"
    r"\s*(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?|våren|høsten|hausten|kontinuerlig|løpende|"
    r"januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\.?$",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"(?:\b(?:nye|alle|erfarne|aktuelle|unge|våre|lokale)\s+)?(?:hovedtillitsvalgte?|"
    r"hovudtillitsvalde?|plasstillitsvalgte?|tillitsvalgte?|"
    r"tillitsvalde?|klubbstyre(?:ne|r)?|klubbleder(?:e|ne)?|styret?(?:s medlemmer)?|"
    r"styremedlemmer|medlemmer|medlemmene|medlemer|"
    r"yrkesseksjon(?:en|ene)?s?(?:styrer?)?|ungdomsutvalget|unge|pensjonister|verneombud|"
    r"lærlinger|studenter|seksjonsledere|htv|alle)"
    r"(?:\s*(?:og|,|/)\s*(?:nye |alle )?\w+(?:valgte?|styret?|ledere?|medlemmer|utvalget|"
    r"seksjonene?|ombud))*$",
    re.IGNORECASE,
)
_SIGNS = " ,;:–-|"


@dataclass(frozen=True, slots=True)
class Told:
    """A course in three parts; each but the name may be empty.  `sure` where the parts were told apart."""

    name: str
    audience: str
    time: str
    sure: bool = True


def course_of(lines: list[str]) -> Told:
    """The course that the lines of its row, the cells' lines one after the other, tell of."""
    text = " ".join(lines)
    match = _TIME.search(text)
    time = match[0].strip() if match and match[0].strip() else ""
    rest = text[: match.start()].rstrip(_SIGNS) if match and time else text
    last = lines[-1]
    if len(lines) > 1 and last[:1].isupper() and len(rest) > len(text) - len(last):
        head = " ".join(lines[:-1]).rstrip(_SIGNS)
        return Told(head, rest[len(" ".join(lines[:-1])) :].strip(_SIGNS), time)
    audience = _AUDIENCE.search(rest)
    if audience and audience.start() > 0:
        return Told(rest[: audience.start()].rstrip(_SIGNS), audience[0].strip(_SIGNS), time)
    return Told(rest, "", time, sure=not time)


def ends_course(text: str) -> bool:
    """Whether the line ends with a time: the last column."""
    return _TIME.search(text) is not None
