"""Rules on what was left behind: guidance of the template, empty sections, sentences that broke."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from operator import eq

from generator.checks.rule import Finding, Subject, text_warning, warning
from generator.diagnostics import Message, message
from generator.model import Section
from generator.nodes import Scalar

_RUNNING = frozenset({"tekst", "punkter", "innledning", "begrunnelse", "grunn"})
_PROSE = _RUNNING | {"tittel", "merknad", "navn", "målgruppe", "tidspunkt", "kilde", "organ", "nr"}


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(phrases: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in phrases.split(","))


_HINTS = _phrases(
    """
    skriv inn, fyll inn, fyll ut, sett inn, teksten, tilpass teksten, her formulerer, her skriv, her fyll,
    her set, målsettingene, målsetjingane, være realistiske, vere realistiske, eventuelle organisatoriske,
    klikk, lorem, xx, x.x, [, <, __, ...., ……, eksempeltekst, hjelpetekst, veiledningstekst,
    rettleiingstekst, stryk det, slett det, et element, eit element
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
_BROKEN_WORD = re.compile(
    r"(?<![\w-])[A-ZÆØÅ]?[a-zæøå]{2,}-\s+(?!(?:og|eller|samt|men|som|enn|til|i|på|ikke|ikkje|versus|kontra)\b)"
    r"[a-zæøå]{2,}(?![\wæøå,-])"
)
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?![.\d])")
_LIST_MARKER = re.compile(r"(?:^|\s)\w{1,3}\)|[:;]-?\)")
_AROUND = 24
_TAIL = 80
"""How many letters are shown beside a fault, and looked at to find an end."""


@text_warning
def template_guidance(key: str, scalar: Scalar) -> Iterator[Finding]:
    """Guidance of the plan template, or a place left open in it, stands in the plan.

    “Skriv inn”, “Her formulerer fagforeningen …”, “[navn]” or “xx” was written for whoever filled in the
    template, not for the members. Delete it, or write what it asks for.
    """
    if key not in _PROSE:
        return
    text = scalar.text.replace("\n", " ").strip()
    found = text if _NOTHING_SAID.fullmatch(text) else _guidance(text)
    if found:
        yield Finding(
            scalar.position,
            message("“{found}” is left from the template.", found=found[:80]),
            message("Delete it, or write what it asks for."),
        )


def _guidance(text: str) -> str | None:
    folded = text.casefold()
    found = _GUIDANCE.search(text) if any(each in folded for each in _HINTS) else None
    if found is None and any(each in text for each in _MARK_SIGNS):
        found = _MARKS.search(text)
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
def broken_sentence(key: str, scalar: Scalar) -> Iterator[Finding]:
    """A sentence breaks off, or signs in it are broken, most often since the text was copied.

    It ends in “og”, “å”, “at” or a comma; a word or full stop stands twice; a bracket or quotation mark
    has no counterpart; a word is divided by a hyphen that belonged to the end of a line; or letters are
    garbled (“Ã¸” for “ø”). Compare the place with the adopted plan. Each kind is reported once in a text.
    """
    if key in _RUNNING:
        text = scalar.text
        for fault in (*_signs(text), *_pairs(text), *_words(text), *_ends(key, text)):
            yield Finding(scalar.position, fault, message("Compare it with the plan as it was adopted."))


def _signs(text: str) -> Iterator[Message]:
    garbled = _GARBLED.search(text) if any(sign in text for sign in _GARBLED_SIGNS) else None
    if garbled:
        yield message("Letters are garbled: “{found}”.", found=_around(text, garbled))
    broken = _BROKEN_WORD.search(text) if "- " in text or "-\n" in text else None
    if broken:
        yield message("A word is divided: “{found}”.", found=broken[0])
    stops = _TWO_STOPS.search(text) if ".." in text else None
    if stops:
        yield message("There are two full stops: “{found}”.", found=_around(text, stops))


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - _AROUND) : found.end() + _AROUND]


def _pairs(text: str) -> Iterator[Message]:
    for opening, closing in ("()", "[]", "«»"):
        surplus = text.count(closing) - text.count(opening)
        if surplus and not (closing == ")" and 0 < surplus <= len(_LIST_MARKER.findall(text))):
            yield message(
                "“{opening}” and “{closing}” are not equally many.", opening=opening, closing=closing
            )
    if (text.count('"') + text.count("“") + text.count("”") + text.count("„")) % 2:
        yield message("A quotation mark has no counterpart.")


def _words(text: str) -> Iterator[Message]:
    words = text.split()
    if any(map(eq, words, words[1:])):
        twice = (one for one, other in pairwise(words) if one == other and _is_never_twice(one))
        for one in islice(twice, 1):
            yield message("A word stands twice: “{found}”.", found=f"{one} {one}")


def _is_never_twice(word: str) -> bool:
    return word in _NEVER_TWICE or (word.isalpha() and len(word) >= _LONG_WORD and word not in _MAY_BE_TWICE)


def _ends(key: str, text: str) -> Iterator[Message]:
    ends = (paragraph[-_TAIL:].split() for paragraph in text.split("\n\n"))
    for words in islice((words for words in ends if words and _breaks_off(key, words)), 1):
        yield message("The text breaks off: “… {found}”.", found=" ".join(words[-4:]))


def _breaks_off(key: str, words: list[str]) -> bool:
    """Whether the words end where no sentence ends; points of a list may end in “og” or a comma."""
    last = words[-1].casefold()
    if key == "punkter" and (last in _ENDS_OF_POINTS or last.endswith(",")):
        return False
    return last.endswith(",") or last in _PREPOSITIONS or last.rstrip(".") in _CONJUNCTIONS
