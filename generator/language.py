"""Floor 2: the language of messages and pages: gettext catalogues and dates.

Message ids are English; a catalogue `locale/<language>/LC_MESSAGES/planverk.po` translates
them.  What a catalogue lacks is said in the site's first language, or else in English.
"""

import datetime
import gettext
from collections.abc import Mapping
from copy import copy
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_interval
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.diagnostics import Message

OF_PLANS = ("nb", "nn", "se", "sma", "smj", "en")
"""What plans are written in: the languages of Norway's administration, and English."""

_AS_IN = {"en": "en-150"}
"""Where a language is at home, for its dates: English as in Europe, the day before the month."""

_CATALOGUES = Path(__file__).parent / "locale"


def available() -> tuple[str, ...]:
    """The codes of the languages with a catalogue, and English, which needs none."""
    return ("en", *sorted(folder.name for folder in _CATALOGUES.iterdir() if folder.is_dir()))


@cache
def _translations(code: str) -> gettext.NullTranslations:
    source = _CATALOGUES / code / "LC_MESSAGES" / "planverk.po"
    if not source.is_file():
        return gettext.NullTranslations()
    compiled = BytesIO()
    with source.open("rb") as catalogue:
        write_mo(compiled, read_po(catalogue, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def _written(day: datetime.date, form: str, locale: Locale) -> str:
    return format_date(day, form, locale=locale)


@cache
def _written_interval(first: datetime.date, last: datetime.date, locale: Locale) -> str:
    return format_interval(first, last, "yMMMd", locale=locale)


@cache
def _with_fallback(code: str, first: str) -> gettext.NullTranslations:
    """The code's catalogue; what it lacks is said as in that of the site's first language."""
    translations = copy(_translations(code))
    if isinstance(translations, gettext.GNUTranslations) and first != code:
        translations.add_fallback(_translations(first))
    return translations


class Language:
    """One language, by its code in BCP 47: `nb`, `nn`, `en`; `first` is that of the site's first language."""

    def __init__(self, code: str, first: str = "") -> None:
        self.code = code
        self.first = first or code
        self.translations = _with_fallback(code, self.first)
        self._locale = Locale.parse(_AS_IN.get(code, code), sep="-")

    @property
    def is_first(self) -> bool:
        """Whether it is the site's first language."""
        return self.code == self.first

    @property
    def name(self) -> str:
        """What the language calls itself: `Nynorsk`."""
        words = Locale.parse(self.code, sep="-").get_display_name() or self.code
        return words.removeprefix("norsk ").capitalize()

    def text(self, message: Message) -> str:
        """The message translated, its values filled in where it has any."""
        text = self.translations.gettext(message.text)
        return text.format_map(dict(message.values)) if message.values else text

    def date(self, day: datetime.date) -> str:
        """The day written out: `28. januar 2025`."""
        return _written(day, "long", self._locale)

    def month(self, day: datetime.date) -> str:
        """The day's month: `januar`."""
        return _written(day, "LLLL", self._locale)

    def month_of_year(self, day: datetime.date) -> str:
        """The day's month and year, to stand by themselves: `Januar 2025`."""
        words = _written(day, "LLLL y", self._locale)
        return words[:1].upper() + words[1:]

    def short_month(self, day: datetime.date) -> str:
        """The day's month in few letters: `jan`."""
        return _written(day, "LLL", self._locale)

    def interval(self, first: datetime.date, last: datetime.date) -> str:
        """From the first to the last day: `1. jan.–30. juni 2025`."""
        return _written_interval(first, last, self._locale)


def of_messages(environment: Mapping[str, str]) -> Language:
    """The language of messages: the one that `PLANVERK_LANGUAGE` names, or else Bokmål."""
    return Language(environment.get("PLANVERK_LANGUAGE", "nb"))
