"""Rules on personal data, which no plan may publish.  No message repeats whole what was found."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type
from stdnum.exceptions import ValidationError
from stdnum.no import fodselsnummer, kontonr

from generator.checks.rule import Finding, private_text, private_text_warning
from generator.checks.texts import Text, Texts
from generator.checks.words_of_persons import GIVEN_NAMES, NAMED_AFTER, NO_SURNAME, OFFICE, PLACES
from generator.diagnostics import message

_words = re.compile(r"\w+").findall

_DIGITS = re.compile(r"\d(?:[\s.()–-]{0,2}\d){7}")
"""What each number below begins to look like; most texts have nothing of the kind."""

_IDENTITY = re.compile(r"(?<!\d)(\d\d)([\s.–-]?)(\d\d)\2(?:19|20)?(\d\d)[\s.–-]?(\d{3})\s?(\d\d)(?!\d)")
_ACCOUNT = re.compile(r"(?<!\d)\d{4}(?P<gap>[\s.]?)\d\d(?P=gap)\d{5}(?!\d)|\bNO\d\d(?:\s?\d{4}){2}\s?\d{3}\b")
_TELEPHONE = re.compile(
    r"(?<![\w,/+-])(?<!\d[. \u00a0])(?:(?:(?:\+|00)47[ \u00a0]?)?"
    r"(?:\d{8}|\d\d(?:[. \u00a0]\d\d){3}|\d{3}[. \u00a0]\d\d[. \u00a0]\d{3}|\d{4}[ \u00a0](?!20)\d{4})"
    r"|(?:\+|00[1-9])\d[\d ()\u00a0-]{6,14}\d)(?![\w%]|[., \u00a0/-]\d)"
)
_COUNTED = re.compile(r"(?:\bkr\.?|\buke(?:ne|r)?|\bside(?:ne|r)?|\bsak\w*\.?|\bkap\w*)\s*$", re.IGNORECASE)
_OF_COUNT = re.compile(r"\s?(?:kr\b|kroner|,-|prosent|mill|medl)", re.IGNORECASE)
_OF_PERSONS = {
    PhoneNumberType.FIXED_LINE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE,
    PhoneNumberType.MOBILE,
    PhoneNumberType.PERSONAL_NUMBER,
    PhoneNumberType.VOIP,
}
_MAIL = re.compile(
    r"(?<![\w.+-])([\w.+-]{1,64})(?:@|\s?[(\[](?:at|a)[)\]]\s?)(\w[\w-]{0,63}(?:\.\w[\w-]{0,63}){1,9})"
)
_MONTHS = range(1, 13)
_ADDED_TO_MONTH = (0, 40, 65, 80)
"""What marks numbers of test persons: of the health service, of Nav, and of the tax administration."""

_CAPITALISED = re.compile(
    r"([A-ZÆØÅ](?<!\w.)[a-zæøåéèü]+(?:-[A-ZÆØÅ][a-zæøåéèü]+)?"
    r"(?:[ \n\u00a0][A-ZÆØÅ][\w-]*[a-zæøåéèü]\b)+)(?:\s(\w+))?"
)
_HEALTH_STEMS = (
    *("kmeld", "kemeld", "dssyk", "dssjuk", "sk syk", "sk sjuk", "gravid", "ufør", "diagnose"),
    *("kreft", "depr", "utbrent", "operert", "innlagt", "rusavh", "alko"),
)
"""One of these is in every text that the pattern below finds."""
_HEALTH = re.compile(
    r"\b(?:(?:langtids)?(?:syk|syke|sjuk|sjuke)meld(?:t|ing|ingen|inga)|langtidss(?:yk|juk)|gravid"
    r"|ufør(?:e?trygde?t|epensjonert)?|diagnosen?|kreft(?:syk)?|depresjon(?:en)?|deprimert|utbrent|operert|innlagt"
    r"|rusavhengig|alkoholiker|psykisk s(?:yk|juk))\b",
    re.IGNORECASE,
)
_ONE_PERSON = re.compile(
    r"h[au]n|ho|henne|ham|hennes|hans|hennar|vedkommende|\w*leder(?:en)?|\w*leiar(?:en)?|\w*sekretær(?:en)?"
    r"|kasserer(?:en)?|\w*tillitsvalgt|\w*tillitsvald|\w*ansvarlig|styremedlemm?(?:et)?|medlemmet|kollega(?:en)?"
)
_IN_GENERAL = frozenset(_words("alle dersom eller eventuelt hver hvis kan når om skal som viss"))

_AT_MOST = 100
"""What is looked at in one text by one rule; a text that holds more is no plan's."""


_Match = tuple[Text, re.Match[str]]


def _matches(pattern: re.Pattern[str], texts: Iterable[Text]) -> Iterator[_Match]:
    """What the pattern finds in the texts, each with its text."""
    for text in texts:
        for match in islice(pattern.finditer(text.words), _AT_MOST):
            yield text, match


@private_text
def national_identity_number(texts: Texts) -> Iterator[Finding]:
    """A text holds a national identity number, which nobody but its owner may spread.

    D-numbers and numbers made up for tests count too. Delete it, and tell the federation's data
    protection officer where it was published before. Only where the digits are something else is
    an exception right.
    """
    for text, match in _matches(_IDENTITY, texts.that_match(_DIGITS)):
        if _is_identity("".join(match.group(1, 3, 4, 5, 6))):
            yield Finding(
                text.position,
                message("The text holds a national identity number (“{masked}”).", masked=_masked(match[0])),
                message("Delete it."),
            )


def _is_identity(digits: str) -> bool:
    """Whether the check digits are right and the rest is a birthday; the day it is plays no part."""
    checks = fodselsnummer.calc_check_digit1(digits) + fodselsnummer.calc_check_digit2(digits)
    if digits[9:] != checks:
        return False
    months = (int(digits[2:4]) - added for added in _ADDED_TO_MONTH)
    return any(_is_birthday(f"{digits[:2]}{month:02}{digits[4:]}") for month in months if month in _MONTHS)


def _is_birthday(digits: str) -> bool:
    try:
        fodselsnummer.get_birth_date(digits)
    except ValidationError:
        return False
    return True


@private_text
def bank_account_number(texts: Texts) -> Iterator[Finding]:
    """A text holds the number of a bank account, which invites fraud and may be a person's.

    Delete it and say where the number can be had. Where the union's own account shall be
    published, make an exception and give the reason.
    """
    for text, match in _matches(_ACCOUNT, texts.that_match(_DIGITS)):
        digits = "".join(filter(str.isdecimal, match[0]))
        sure = match["gap"] in (".", None)
        if sure or (kontonr.is_valid(digits) and not _is_identity(digits)):
            yield Finding(
                text.position,
                message("The text holds a bank account number (“{masked}”).", masked=_masked(match[0])),
                message("Delete it, and say where the number can be had."),
            )


@private_text
def telephone_number(texts: Texts) -> Iterator[Finding]:
    """A text holds a telephone number: people change, and a number may be private.

    Plans name roles; how the union is reached belongs on its own page. Numbers of switchboards
    with five digits, and free ones, do not count.
    """
    for text, match in _matches(_TELEPHONE, texts.that_match(_DIGITS)):
        if _is_telephone(match[0]) and not _is_counted(match):
            yield Finding(
                text.position,
                message("The text holds a telephone number (“{masked}”).", masked=_masked(match[0])),
                message("Delete it, and name the role instead."),
            )


def _is_telephone(words: str) -> bool:
    found = PhoneNumberMatcher(words, "NO", leniency=Leniency.VALID)
    return any(number_type(each.number) in _OF_PERSONS for each in found)


def _is_counted(match: re.Match[str]) -> bool:
    """Whether the words around say that the digits are an amount, a week or a page."""
    before = match.string[max(match.start() - 20, 0) : match.start()]
    return bool(_COUNTED.search(before) or _OF_COUNT.match(match.string, match.end()))


@private_text
def personal_e_mail(texts: Texts) -> Iterator[Finding]:
    """A text holds an e-mail address of a person, or one of which nobody can tell.

    Write an address that belongs to a role or an office, such as post@, leder@ or avd059@, or none.
    """
    for text, match in _matches(_MAIL, texts.that_hold(("@", "(a", "[a"))):
        if not _is_of_office(match[1]):
            yield Finding(
                text.position,
                message(
                    "The text holds a person’s e-mail address (“{masked}”).",
                    masked=f"{match[1][0]}…@{match[2]}",
                ),
                message("Write an address of a role, such as post@, leder@ or avd059@, or none."),
            )


def _is_of_office(local: str) -> bool:
    """Whether the part before @ is made of words for roles and places."""
    words = re.findall(r"[^\W\d_]+", local.casefold())
    offices = [word for word in words if OFFICE.match(word)]
    known = all(word in offices or word in PLACES for word in words)
    return bool(words) and (known or (bool(offices) and GIVEN_NAMES.isdisjoint(map(str.capitalize, words))))


@private_text_warning
def personal_name(texts: Texts) -> Iterator[Finding]:
    """A text seems to name a person: a common first name, and a surname after it.

    Plans name roles, for persons change and have a right not to be published. Write the role. For
    a street, a book or somebody of public life, make an exception.
    """
    for text, match in _matches(_CAPITALISED, texts.all):
        name = None if NAMED_AFTER.fullmatch(match[2] or "") else _name(match[1].split())
        if name:
            yield Finding(
                text.position,
                message("The text seems to name a person (“{masked}”).", masked=name),
                message("Write the role instead of the name."),
            )


def _name(words: list[str]) -> str | None:
    """The first name and the initial of the surname, where the capitalised words hold any."""
    surname = words[-1]
    given = next((word for word in words[:-1] if word.split("-")[0] in GIVEN_NAMES), None)
    return None if given is None or NO_SURNAME.fullmatch(surname) else f"{given} {surname[0]}."


@private_text_warning
def health_word(texts: Texts) -> Iterator[Finding]:
    """A text seems to say something of one person’s health.

    Such data is protected by law above all other, also where no name stands: in a union everybody
    knows who the treasurer is. Write what it meant for the work, such as that the post was vacant.
    """
    for text, match in _matches(_HEALTH, texts.that_hold_folded(_HEALTH_STEMS)):
        start, end = match.span()
        if _is_of_one(text.words[max(start - 80, 0) : start], text.words[end : end + 40]):
            yield Finding(
                text.position,
                message("The text seems to tell of one person’s health (“{found}”).", found=match[0]),
                message("Write what it meant for the work, for example that the post was vacant."),
            )


def _is_of_one(before: str, after: str) -> bool:
    """Whether one person is named in the same sentence before, or in the word after."""
    sentence = re.split(r"[.:;!?]|\n\s*\n", before)[-1]
    words = _words(sentence)
    near = [*words, *re.findall(r"\A\s+(\w+)", after)]
    if not _IN_GENERAL.isdisjoint(word.casefold() for word in words):
        return False
    return any(word in GIVEN_NAMES or _ONE_PERSON.fullmatch(word.casefold()) for word in near)


def _masked(words: str) -> str:
    """The words with every digit but the first two hidden."""
    digits = [at for at, sign in enumerate(words) if sign.isdecimal()]
    return "".join("•" if at in digits[2:] else sign for at, sign in enumerate(words))
