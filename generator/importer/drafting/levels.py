"""Headings of a strategy that say who carries out the measures under them."""

import re

from generator.importer.recognising.headings import normal
from generator.model import Level

_LONGEST = 9
_BEFORE = (
    r"(?:(?:strategiske |prioriterte )?(?:tiltak(?:ene|a)?|oppgave(?:r|ne)|oppgåve(?:r|ne))\s*"
    r"(?:[-–:,]|for|i|på|til|hos)?\s*)?(?:(?:på|i|for) )?(?:den |det |dei |de )?"
)
_AFTER = (
    r"(?: (?:nivå(?:et)?|ledd(?:et)?|sentralt|nasjonalt|lokalt|regionalt))*"
    r"(?: (?:skal|må|bør|vil|har ansvar(?:et)? for(?: å)?))?(?: [-–] tiltak| (?:sine )?tiltak)?"
    r"(?:\s*\([^)]*\))?"
)
_WHO = (
    (
        Level.NATIONAL,
        r"nasjonal(?:t|e)?|sentral(?:t|e)?|(?:fag)?forbundet(?: sentralt)?(?: og seksjonene)?|landsstyret",
    ),
    (
        Level.COUNTY,
        r"fylkeskrets(?:en|ene|ane|ar|er)?(?:s|es)?|fylke(?:t|ne|ts)?|fylkesnivå(?:et)?|regional(?:t|e)?",
    ),
    (
        Level.UNION,
        r"(?:lokale )?(?:fag|lokal)?fore?i?ning(?:en|ene|er|a|ane|ar)?(?:s|es)?|lokal(?:t|e)?",
    ),
)
_HEADINGS = tuple(
    (level, re.compile(rf"{_BEFORE}(?:{words}){_AFTER}", re.IGNORECASE)) for level, words in _WHO
)


def level_of(text: str) -> Level | None:
    """The level that a heading of these words is about; None where it is none."""
    said = normal(text).lstrip("0123456789. )")
    if len(said.split()) > _LONGEST:
        return None
    return next((level for level, pattern in _HEADINGS if pattern.fullmatch(said)), None)


def is_federation(text: str) -> bool:
    """Whether the heading names the federation, which may head its goals as well."""
    return "forbundet" in normal(text)
