"""Floor 3: texts that must have a certain form: ids, dates, periods, references, web addresses.

Readers and schemas use the same patterns, which are therefore written in what regular expressions
of Python and of JavaScript have in common, and match the whole text.
"""

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.diagnostics import Message, Rule, message
from generator.periods import Period, period
from generator.reading_rules import (
    INVALID_ADDRESS,
    INVALID_DATE,
    INVALID_HASH,
    INVALID_ID,
    INVALID_MAP_SQUARE,
    INVALID_NUMBER,
    INVALID_OWNER,
    INVALID_PERIOD,
    INVALID_REFERENCE,
    INVALID_WEB_ADDRESS,
)

_Said_co = TypeVar("_Said_co", covariant=True)

Cited = tuple[Period | None, str, str | None]
"""The edition that a reference names, the area, the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Generic[_Said_co]):
    """`says` makes a value of a text that matches, or None where it says nothing, such as 31 June.

    `fault` is what to tell of another text, with the value `found`; `instead`, what to write.
    """

    pattern: re.Pattern[str]
    says: Callable[[re.Match[str]], _Said_co | None]
    rule: Rule
    fault: Message
    instead: Message

    def read(self, text: str) -> _Said_co | None:
        """What the text says; None where it does not have the form."""
        match = self.pattern.fullmatch(text)
        return None if match is None else self.says(match)


def _whole(match: re.Match[str]) -> str:
    return match[0]


def _as_mention(match: re.Match[str]) -> str:
    return f"@{match[1]}"


def _day(match: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(match[0])
    except ValueError:
        return None


def _period(match: re.Match[str]) -> Period | None:
    return period(match[0])


def _cited(match: re.Match[str]) -> Cited | None:
    edition = period(match[1]) if match[1] else None
    return None if match[1] and edition is None else (edition, match[2], match[3])


def _earlier(match: re.Match[str]) -> tuple[Period, str] | None:
    of = period(match[1])
    return None if of is None else (of, match[2])


def _count(match: re.Match[str]) -> int:
    return int(match[0])


def _share(match: re.Match[str]) -> float:
    return float(match[0])


def _square(match: re.Match[str]) -> tuple[int, int]:
    return ord(match[1]) - ord("A") + 1, int(match[2])


_YEAR = "(?:19|20)[0-9]{2}"
_EDITION = f"{_YEAR}(?:-{_YEAR})?"
_ITEM = "([a-z0-9-]+)(?:/([a-z0-9-]+))?"
_ID_PARTS = re.compile("[a-z0-9]+").findall

IDENTIFIER = Form(
    pattern=re.compile("(?!index$)(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*"),
    says=_whole,
    rule=INVALID_ID,
    fault=message("“{found}” cannot be an id."),
    instead=message("Use the letters a-z, digits and hyphens only, for example “hele-stillinger”."),
)
"""Part of an address, in which `index` is taken, and of a file name, which cannot be long."""

DATE = Form(
    pattern=re.compile(
        "[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-9])|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)"
    ),
    says=_day,
    rule=INVALID_DATE,
    fault=message("“{found}” is not a date."),
    instead=message("Write the date as year-month-day, for example 2025-01-28."),
)
PERIOD = Form(
    pattern=re.compile(rf"\s*{_YEAR}(?:[-–]{_YEAR})?\s*"),
    says=_period,
    rule=INVALID_PERIOD,
    fault=message("“{found}” is not a period."),
    instead=message("Write one year, or two with a hyphen: 2025 or 2024-2025."),
)
EARLIER_ITEM = Form(
    pattern=re.compile(rf"\s*({_EDITION})/([a-z0-9-]+)\s*"),
    says=_earlier,
    rule=INVALID_REFERENCE,
    fault=message("“{found}” does not point to an item of an earlier plan."),
    instead=message("Write period/id, for example 2022-2023/3-1-1."),
)
COUNT = Form(
    pattern=re.compile(r"\s*[1-9][0-9]{0,5}\s*"),
    says=_count,
    rule=INVALID_NUMBER,
    fault=message("“{found}” is not a whole number from 1."),
    instead=message("Write the number in digits, for example 3, or delete the line."),
)
SHARE = Form(
    pattern=re.compile(r"\s*(?:0(?:[.][0-9]{1,6})?|1(?:[.]0{1,6})?)\s*"),
    says=_share,
    rule=INVALID_NUMBER,
    fault=message("“{found}” is not a number from 0 to 1."),
    instead=message("Write it with a point, for example 0.62, or delete the line."),
)
SHA256 = Form(
    pattern=re.compile("[0-9a-f]{64}"),
    says=_whole,
    rule=INVALID_HASH,
    fault=message("“{found}” is no SHA-256 hash."),
    instead=message("Let “planverk fetch --update” write it."),
)
MAP_SQUARE = Form(
    pattern=re.compile("([A-Z])([1-9][0-9]?)"),
    says=_square,
    rule=INVALID_MAP_SQUARE,
    fault=message("“{found}” is not a square of the map."),
    instead=message("Write a letter for the column and a number for the row, for example C5."),
)
OWNER = Form(
    pattern=re.compile(r"@?([A-Za-z0-9](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9_])?(?:/[A-Za-z0-9_.-]{1,99}){0,4})"),
    says=_as_mention,
    rule=INVALID_OWNER,
    fault=message("This is no team or account of the code host."),
    instead=message(
        "Write the name of a team, for example fagforbundet/lillehammer; never an e-mail address."
    ),
)
"""A team or an account, as code hosts have them; said with the sign that marks it as one.

What is no such thing is not told, for it may be the address of a person.
"""

WEB_ADDRESS = Form(
    pattern=re.compile(r"""https://[^\s<>"'()\\]+"""),
    says=_whole,
    rule=INVALID_WEB_ADDRESS,
    fault=message("“{found}” is not a web address."),
    instead=message("Write the whole address, beginning with https://."),
)
ADDRESS = Form(
    pattern=re.compile(r"(?:fagforeninger|fylker|roller|strategi)(?:/[a-z0-9-]+)+/(?:#[a-z0-9-]+)?"),
    says=_whole,
    rule=INVALID_ADDRESS,
    fault=message("“{found}” is no address of this site."),
    instead=message("Write it as after the site's own address: fagforeninger/as/2024-2025/#tiltak-3-1."),
)
"""Of what may not vanish once it is published; the other pages are made of it."""

REFERENCE = Form(
    pattern=re.compile(rf"\s*(?:({_EDITION})/)?{_ITEM}\s*"),
    says=_cited,
    rule=INVALID_REFERENCE,
    fault=message("“{found}” does not point to an item of a strategy."),
    instead=message("Write area/item, for example heltid/hele-stillinger."),
)
REFERENCE_WITH_EDITION = Form(
    pattern=re.compile(rf"\s*({_EDITION})/{_ITEM}\s*"),
    says=_cited,
    rule=INVALID_REFERENCE,
    fault=REFERENCE.fault,
    instead=REFERENCE.instead,
)


def slug(words: str) -> str:
    """An id made of the letters and digits of the words: `3.1.1` becomes `3-1-1`."""
    plain = words.casefold().replace("ø", "o").replace("æ", "a").replace("å", "a")
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "-".join(_ID_PARTS(ascii_only))
