"""Words of plans as values: roles, what came of something, who resolved what and when."""

import re
from collections.abc import Callable
from datetime import date

from generator.deadlines import Precision, understand
from generator.importer.vocabulary import ACTS, BODIES, RESULT
from generator.model import Resolution, ResolutionKind, Status, StatusEntry
from generator.periods import Period

Knows = Callable[[str], bool]
"""Whether words are those of a known role."""

_LIST = re.compile(
    r"\s*(?:[;/\n]|,(?!\s*(?:yrkesseksjon|seksjon))|\bsamt\b|\bsammen med\b|"
    r"\bi samarbeid med\b|\bsaman med\b|\+|&)\s*"
)
_AND = re.compile(r"\s+og\s+")
_ROLE = re.compile(
    r"(?:leder|leiar|nestleder|nestleiar|styret?|fagforeningsstyret|utvalg(?:et|ene)?|"
    r"utval(?:et|a)?|ansvarlig(?:e)?|ansvarleg(?:e)?|"
    r"tillitsvalgte?|tillitsvalde?|htv|ptv|fhtv|seksjon(?:en|ene|er|ar|ane)?|"
    r"seksjonsleder(?:e|ne)?|klubb(?:en|ene|er|ar|ane)?|klubbleder(?:e|ne)?|"
    r"sekretær(?:en)?|kasserer(?:en)?|verneombud(?:et)?|medlemmer|medlemmene|"
    r"valgkomit[eé](?:en)?|komit[eé](?:en)?|"
    r"ledere|lederne|alle|arbeidsutvalget|au|fagforeningen|fagforeninga|"
    r"kontaktperson(?:en)?|gruppa|gruppen|nettverket?)$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2})[./]\s?(?P<year>(?:19|20)?\d\d)\b|"
    r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
)
_WRITTEN = re.compile(
    r"\d{1,2}\.\s?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|"
    r"november|desember)\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
_ANY = 2000
"""A year for days that name their own."""

_STATUSES = (
    (r"utgått|utgår|avlyst", Status.DROPPED),
    (r"i gang|igangsatt|påbegynt|pågår|startet|starta|begynt|under arbeid", Status.UNDER_WAY),
    (r"utsatt", Status.NOT_STARTED),
    (r"gjennomført|gjennomførte|utført|fullført|ferdig(?:stilt)?", Status.DONE),
    (r"oppnådd|nådd|oppfylt|innfridd", Status.ACHIEVED),
)
_NO = {"ikke", "ikkje"}
_PARTLY = {"delvis", "dels", "nesten", "i noen grad", "i stor grad"}
_YES = re.compile(r"(?:ja|ok|x|✓|✔)\.?", re.IGNORECASE)


def roles(words: str, knows: Knows) -> list[str]:
    """The roles that the words name, each in the plan's own words; the whole where they cannot be parted."""
    whole = words.strip(" .,;")
    if not whole or knows(whole):
        return [whole] if whole else []
    found: list[str] = []
    for part in _LIST.split(whole):
        found += _joined_by_and(part.strip(" ."), knows)
    return [each for each in found if each]


def _joined_by_and(words: str, knows: Knows) -> list[str]:
    parts = _AND.split(words)
    if knows(words) or not all(knows(each) or _ROLE.search(each) for each in parts):
        return [words]
    return parts


def status(words: str) -> StatusEntry | None:
    """What the words report, with its day and the words that say why; None where that is not known."""
    match = RESULT.match(words)
    if match is None:
        return StatusEntry(status=Status.DONE) if _YES.fullmatch(words.strip()) else None
    said = next(each for pattern, each in _STATUSES if re.fullmatch(pattern, match["what"], re.IGNORECASE))
    how = (match["how"] or "").casefold()
    if how in _NO:
        said = Status.NOT_ACHIEVED if said in {Status.ACHIEVED, Status.DONE} else Status.NOT_STARTED
    elif how in _PARTLY:
        said = Status.PARTLY
    rest = words[match.end() :].strip(" .,:;–-")
    day, around = dated(rest)
    reason = around.strip(" .,:;–-")
    return StatusEntry(status=said, date=day, reason=_whole(reason) if reason else None)


def _whole(reason: str) -> str:
    """The reason as a sentence of its own: brackets round the whole taken off."""
    if reason.startswith("(") and reason.endswith(")"):
        return reason[1:-1]
    return reason


def dated(words: str) -> tuple[date | None, str]:
    """The first day in the words, and the words without it where it stands at their beginning."""
    match = _DATE.search(words) or _WRITTEN.search(words)
    day = _day(match) if match else None
    if match is None or day is None:
        return None, words
    head = words[: match.start()].strip(" .,:;(–-").casefold()
    if head in {"", "den", "dato"}:
        return day, words[match.end() :].lstrip(" ).,:;–-")
    return day, words


def _day(match: re.Match[str]) -> date | None:
    """The day of a match; None where no calendar has it."""
    said = (
        match[0]
        if match.re is _WRITTEN or match["iso"]
        else f"{match['day']}.{match['month']}.{match['year']}"
    )
    found = understand(said, Period(_ANY, _ANY))
    return found.interval.start if found.interval and found.precision is Precision.DAY else None


def resolutions(words: str) -> list[Resolution]:
    """What bodies resolved, as the words tell: `Godkjent i styret 07.01.2025`."""
    acts = list(ACTS.finditer(words))
    found: list[Resolution] = []
    for number, act in enumerate(acts):
        end = acts[number + 1].start() if number + 1 < len(acts) else len(words)
        after = words[act.end() : end]
        body = BODIES.search(after) or BODIES.search(words[: act.start()])
        match = _DATE.search(after) or _WRITTEN.search(after)
        day = _day(match) if match else None
        if body and day:
            found.append(Resolution(body=_body(body["body"]), kind=_act(act["act"]), date=day))
    return found


def _act(word: str) -> ResolutionKind:
    said = word.casefold()
    if said.startswith("godkj"):
        return ResolutionKind.APPROVED
    return ResolutionKind.ADOPTED if said.startswith("vedt") else ResolutionKind.CONSIDERED


def _body(word: str) -> str:
    said = word.casefold()
    if "årsmøte" in said:
        return "årsmøtet" if "ekstraordinær" not in said else "ekstraordinært årsmøte"
    if said.startswith("styre"):
        return "styret"
    return said
