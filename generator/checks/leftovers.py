"""Rules on what was left behind: guidance of the template, empty sections, sentences that broke."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from operator import eq

from generator.checks.rule import Finding, Subject, text_warning, warning
from generator.checks.texts import Text, Texts
from generator.diagnostics import Message, message
from generator.model import Section

_RUNNING = frozenset({"tekst", "punkter", "innledning", "begrunnelse", "grunn"})
_PROSE = _RUNNING | {"tittel", "merknad", "navn", "målgruppe", "tidspunkt", "kilde", "organ", "nr"}


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(phrases: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in phrases.split(","))


_HINTS = _phrases(
    """
    skriv inn, fyll inn, fyll ut, sett inn, tekst, her formulerer, her skriv, her fyll, her set, målset,
    re realistiske, eventuelle organisatoriske, klikk, lorem, xx, x.x, [, <, __, ...., ……, stryk det,
    slett det, t element
    """
)
"""One of these is in every text that the pattern finds; to look for them first saves time."""

_GUIDANCE = re.compile(
    r"""
      \bskriv\ inn\b | (?:^|[\[(<«:.]\s*)(?:sett|fyll)\ inn\b | \bfyll\ ut\ (?:her|tekst|navn|dato|tabell)
    | \bteksten\ (?:(?:må|kan|skal|bør)\ )?tilpass(?:es|ast)\b | \btilpass\ teksten\b
    | \bher\ (?:formulerer|skriv(?:er)?|fyll(?:er)?|set(?:ter)?)
        \ (?:fagforeningen|fagforeininga|dere|de|du|styret)\b
    | \bbegrunnelsen?\ for\ målsettingene\b | \bgrunngjevinga?\ for\ målsetjingane\b
    | \bdisse\ skal\ være\ realistiske\b | \bdesse\ skal\ vere\ realistiske\b
    | \beventuelle\ organisatoriske\ utfordringe?[rn]\w*\ som\ ikk(?:e|je)\ følg\w+\ av\ strategiplanen\b
    | \bklikk\ (?:eller\ trykk\ )?her\ for\ å\b | \bvelg?\ ei?t\ element\b | \blorem\ ipsum\b
    | \b(?:eksempel|hjelpe|veilednings|rettleiings)tekst(?:en)?\b | \b(?:stryk|slett)\ det\ som\ ikk(?:e|je)\b
    | [\[<]\s*(?:(?:navn|namn|dato|sted|stad|år|tekst|tittel|fagforening|fagforeining|antall|tal|beløp
        |periode|rolle|leder|leiar|kommune|skriv|sett|fyll|legg)\b|x+|_+|\.{2,}|…)[^\]>]{0,80}[\]>]
    | \bx{2,}\b | \bx{1,2}\.x{1,2}\b | _{3,} | \.{4,} | …{2,}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MARKS = re.compile(r"\b(?:TODO|TBD|FIXME|NN|N\.N\.)(?!\w)")
_MARK_SIGNS = ("TODO", "TBD", "FIXME", "NN", "N.N.")
_NOTHING_SAID = re.compile(r"[\s.…?*_–-]+")

_NEVER_TWICE = _each("og å eller at men en et ei ein eit ikke ikkje skal kan må vi jeg eg dei av fra frå ved")
_MAY_BE_TWICE = _each(
    "mange veldig lenge stadig langt aldri hele heile først fremst svært gang ganger bare berre"
)
_LONG_WORD = 4
_CONJUNCTIONS = _each("og eller å at samt fordi dersom hvis viss både enten anten men")
_PREPOSITIONS = _each(
    "mellom hos hjå blant innenfor innanfor utenfor utanfor vedrørende vedrørande angående ifølge"
)
_ENDS_OF_POINTS = _each("og eller samt")
_GARBLED = re.compile(r"\ufffd|ï¿½|Ã[¸¥¦˜…†©¤¶¼¨´]|â€.|Â[\xa0«»§°·]")
_GARBLED_SIGNS = ("\ufffd", "ï¿½", "Ã", "â€", "Â")
_QUOTATION_MARKS = '"“”„'
_HYPHEN = re.compile(
    r"-\s+(?!(?:og|eller|samt|men|som|enn|til|i|på|ikke|ikkje|versus|kontra)\b)[a-zæøå]{2,}(?![\wæøå,-])"
)
_BROKEN_WORD = re.compile(rf"(?<![\w-])[A-ZÆØÅ]?[a-zæøå]{{2,}}{_HYPHEN.pattern}")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?![.\d])")
_LIST_MARKER = re.compile(r"(?:^|\s)\w{1,3}\)|[:;]-?\)")
_AROUND = 24
_TAIL = 80
"""How many letters are shown beside a fault, and looked at to find an end."""


@text_warning
def template_guidance(texts: Texts) -> Iterator[Finding]:
    """Guidance of the plan template, or a place left open in it, stands in the plan.

    “Skriv inn”, “Her formulerer fagforeningen …”, “[navn]” or “xx” was written for whoever filled in the
    template, not for the members. Delete it, or write what it asks for.
    """
    unsaid = [
        each for each in texts.all if not each.words[:1].isalnum() and _NOTHING_SAID.fullmatch(each.words)
    ]
    hinting = (*texts.that_hold_folded(_HINTS), *texts.that_hold(_MARK_SIGNS))
    for text in dict.fromkeys((*unsaid, *hinting)):
        found = _left(text.words.replace("\n", " ").strip()) if text.key in _PROSE else None
        if found:
            yield Finding(
                text.position,
                message("“{found}” is left from the template.", found=found[:80]),
                message("Delete it, or write what it asks for."),
            )


def _left(words: str) -> str | None:
    """What stands there of the template; all the words where they say nothing."""
    if _NOTHING_SAID.fullmatch(words):
        return words
    found = _GUIDANCE.search(words) or _MARKS.search(words)
    return found and found[0].strip(" :")


@warning
def section_empty(subject: Subject) -> Iterator[Finding]:
    """A chapter, or a part of the situation, has a title and nothing below it.

    Readers see a heading and then the next one. Write “tekst:” or “punkter:” below the title, or delete it.
    """
    for plan in subject.plans:
        for section in _sections((*plan.situation, *plan.chapters)):
            if not (section.paragraphs or section.points or section.parts):
                yield Finding(
                    plan.position,
                    message("“{title}” has nothing below its title.", title=section.title),
                    message("Write “tekst:” or “punkter:” below it, or delete it."),
                )


def _sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _sections(section.parts)


@text_warning
def broken_sentence(texts: Texts) -> Iterator[Finding]:
    """A sentence breaks off, or signs in it are broken, most often since the text was copied.

    It ends in “og”, “å”, “at” or a comma; a word or full stop stands twice; a bracket or quotation mark
    has no counterpart; a word is divided by a hyphen that belonged to the end of a line; or letters are
    garbled (“Ã¸” for “ø”). Compare the place with the adopted plan. Each kind is reported once in a text.
    """
    running = texts.under(_RUNNING)
    for find in (_garbled, _divided, _stopped_twice, _unpaired, _unquoted, _said_twice, _broken_off):
        for text, fault in find(running):
            yield Finding(text.position, fault, message("Compare it with the plan as it was adopted."))


_Faults = Iterator[tuple[Text, Message]]


def _garbled(texts: Texts) -> _Faults:
    for text in texts.that_hold(_GARBLED_SIGNS):
        found = _GARBLED.search(text.words)
        if found:
            yield text, message("Letters are garbled: “{found}”.", found=_around(text.words, found))


def _divided(texts: Texts) -> _Faults:
    for text in texts.that_match(_HYPHEN):
        found = _BROKEN_WORD.search(text.words)
        if found:
            yield text, message("A word is divided: “{found}”.", found=found[0])


def _stopped_twice(texts: Texts) -> _Faults:
    for text in texts.that_hold(("..",)):
        found = _TWO_STOPS.search(text.words)
        if found:
            yield text, message("There are two full stops: “{found}”.", found=_around(text.words, found))


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - _AROUND) : found.end() + _AROUND]


def _unpaired(texts: Texts) -> _Faults:
    for opening, closing in ("()", "[]", "«»"):
        for text in texts.that_hold((opening, closing)):
            surplus = text.words.count(closing) - text.words.count(opening)
            if surplus and not (closing == ")" and 0 < surplus <= len(_LIST_MARKER.findall(text.words))):
                yield (
                    text,
                    message(
                        "“{opening}” and “{closing}” are not equally many.", opening=opening, closing=closing
                    ),
                )


def _unquoted(texts: Texts) -> _Faults:
    for text in texts.that_hold(_QUOTATION_MARKS):
        if sum(map(text.words.count, _QUOTATION_MARKS)) % 2:
            yield text, message("A quotation mark has no counterpart.")


def _said_twice(texts: Texts) -> _Faults:
    for text in texts.all:
        words = text.words.split()
        if any(map(eq, words, words[1:])):
            twice = (one for one, other in pairwise(words) if one == other and _is_never_twice(one))
            for one in islice(twice, 1):
                yield text, message("A word stands twice: “{found}”.", found=f"{one} {one}")


def _is_never_twice(word: str) -> bool:
    return word in _NEVER_TWICE or (word.isalpha() and len(word) >= _LONG_WORD and word not in _MAY_BE_TWICE)


def _broken_off(texts: Texts) -> _Faults:
    for text in texts.all:
        for paragraph in text.words.split("\n\n"):
            end = paragraph[-_TAIL:]
            if _breaks_off(text.key, end):
                yield text, message("The text breaks off: “… {found}”.", found=" ".join(end.split()[-4:]))
                break


def _breaks_off(key: str, end: str) -> bool:
    """Whether it ends where no sentence ends; points of a list may end in “og” or a comma."""
    words = end.rsplit(maxsplit=1)
    if not words:
        return False
    last = words[-1].casefold()
    if key == "punkter" and (last in _ENDS_OF_POINTS or last.endswith(",")):
        return False
    return last.endswith(",") or last in _PREPOSITIONS or last.rstrip(".") in _CONJUNCTIONS
