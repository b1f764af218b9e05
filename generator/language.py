"""Floor 2: the language of messages and pages: gettext catalogues and dates.

Message ids are English; a catalogue `locale/<language>/LC_MESSAGES/planverk.po` translates
them.  Bokmål is complete; a language without a catalogue is shown in English.
"""

import datetime
import gettext
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_interval
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.diagnostics import Message

_AFTER_Z = str.maketrans("æäøöå", "{{||}")
"""ASCII characters that follow z, for the letters that do in Norwegian."""

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


class Language:
    """One language, by its code in BCP 47: `nb`, `nn`, `en`."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.translations = _translations(code)
        self._locale = Locale.parse(code, sep="-")

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


def alphabetical(words: str) -> str:
    """What to sort words by: the order of the Norwegian alphabet, whatever the case."""
    return words.casefold().translate(_AFTER_Z)


def of_messages(environment: Mapping[str, str]) -> Language:
    """The language of messages: the one that `PLANVERK_LANGUAGE` names, or else Bokmål."""
    return Language(environment.get("PLANVERK_LANGUAGE", "nb"))
