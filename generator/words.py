"""Floor 1: Norwegian words as they are compared: one written form, stems, parts of compounds, synonyms.

`docs/assets/search/words.js` does the same to what a reader types; a test holds the two together.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import yaml

_LETTERS = str.maketrans("æøåäöéèôóü", "aoaaoeeoou")
_DIGRAPHS = re.compile("aa|ae|oe")
_SUFFIXES = ("enes", "anes", "ende", "ene", "ane", "ens", "ets", "ers", "ede", "ete", "en", "et", "er", "ar",
             "es", "ne", "te", "de", "e", "a", "s")  # fmt: skip
_SHORTEST_STEM = 3
_WORD = re.compile(r"[^\W_]+(?:[.:][^\W_]+)*")
SMALL = frozenset(
    _WORD.findall("""
    alt av blir blant da de dei deira den denne der deres det dette disse du eg ei ein eit en er et for fra
    frå ha han har hos i ikkje inn inne kan med men må ned når og også om opp oss på sammen samt seg sin
    sitt sine skal slik som så til under ut ved vi vil vår våre vårt være vere å åt
    """)
)
"""Words that hold sentences together and tell nothing of what they are about."""

_HANGING = re.compile(r"\b(\w{3,})- (?:og|eller|samt) (\w+)")
"""A compound that the next one ends: `klima- og energiplaner`."""
_JOINTS = ("", "s", "e")
_SHORTEST_HEAD, _SHORTEST_PART, _SHORTEST_TAIL = 3, 4, 3
_LONGEST = 80
"""What has more letters is no compound but rubbish, and would take long to part."""

_BEGINNING = re.compile(r"(?!(?:[lmnr][^aeiouy]|het|lig|s))[^aeiouy]")
"""How a word may begin that is no ending; an s is the joint before it."""

WORDS = Path(__file__).parent / "words.yml"
"""The reviewed words: written forms and synonyms."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Patterns of other written forms with what they become, and groups of words of one meaning."""

    forms: tuple[tuple[str, str], ...]
    synonyms: tuple[tuple[str, ...], ...]


@cache
def tables() -> Tables:
    """The reviewed words."""
    plain: dict[str, list[list[str]]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return Tables(
        forms=tuple((pattern, becomes) for pattern, becomes in plain["forms"]),
        synonyms=tuple(tuple(group) for group in plain["synonyms"]),
    )


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """What finds any other written form, and each with what it becomes."""
    anyone = "|".join(pattern for pattern, _ in tables().forms)
    return re.compile(anyone), tuple((re.compile(pattern), becomes) for pattern, becomes in tables().forms)


def words(text: str) -> list[str]:
    """The words of a text in small letters; numbers keep their inner points."""
    return _WORD.findall(text.lower())


@cache
def canonical(word: str) -> str:
    """The word in one written form and without the letters that not every keyboard has."""
    plain = _DIGRAPHS.sub(lambda match: "o" if match[0] == "oe" else "a", word.lower().translate(_LETTERS))
    anyone, each = _patterns()
    if anyone.search(plain):
        for pattern, becomes in each:
            plain = pattern.sub(becomes, plain)
    return plain


@cache
def stem(word: str) -> str:
    """A canonical word without its inflection; a rough one, for comparing."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            word = word.removesuffix(suffix)
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1:] == word[-2:-1] else word


class Vocabulary:
    """All words of the plans, which tell where a compound can be parted."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._seen = {word for text in texts for word in words(text) if not word[0].isdigit()}
        self.words = {canonical(word) for word in self._seen}
        self._stems = {stem(word) for word in self.words if len(word) >= _SHORTEST_HEAD}
        self._hidden: dict[str, tuple[str, ...]] = {}

    def hidden(self, word: str) -> tuple[str, ...]:
        """What a word as it is written is found by too: its one written form, parts of that, synonyms."""
        if word not in self._hidden:
            plain = canonical(word)
            synonyms = (others for pattern, others in _words_with_synonyms() if pattern.fullmatch(word))
            found = (plain, *self.parts(plain), *chain.from_iterable(synonyms))
            self._hidden[word] = tuple(
                each for each in dict.fromkeys(found) if len(each) > 1 or each.isdigit()
            )
        return self._hidden[word]

    def known(self) -> set[str]:
        """The words that a search may find: those of the plans, and their synonyms."""
        synonyms = (others for pattern, others in _words_with_synonyms() if self._holds(pattern))
        return self.words.union(*synonyms)

    def _holds(self, pattern: re.Pattern[str]) -> bool:
        return any(pattern.fullmatch(word) for word in self._seen)

    def parts(self, word: str) -> tuple[str, ...]:
        """The words that end the compound, longest first: `stillinger` of `heltidsstillinger`."""
        if len(word) > _LONGEST:
            return ()
        places = range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1)
        return tuple(word[at:] for at in places if self._parts_at(word, at) or self._begins_new(word, at))

    def ends(self, word: str) -> tuple[str, ...]:
        """The known words that end a word of which the beginning may be unknown."""
        places = range(_SHORTEST_HEAD, len(word) - _SHORTEST_PART + 1)
        return tuple(word[at:] for at in places if self._knows(word[at:]))

    def _parts_at(self, word: str, at: int) -> bool:
        return self._knows(word[at:]) and any(
            self._knows(word[:at].removesuffix(joint)) for joint in _JOINTS if word[:at].endswith(joint)
        )

    def _begins_new(self, word: str, at: int) -> bool:
        """Whether a word that stands nowhere by itself follows a known one: `tur` of `medlemstur`."""
        head, tail = word[:at], word[at:]
        joined = head.endswith("s") and head[:-1] in self.words
        whole = head[:-1] if joined else head
        shortest = _SHORTEST_TAIL if joined else _SHORTEST_PART
        known = len(whole) > _SHORTEST_PART and whole in self.words
        return known and len(tail) >= shortest and bool(_BEGINNING.match(tail))

    def _knows(self, part: str) -> bool:
        """Whether the part is a word, and long enough to be no chance."""
        if len(part) < _SHORTEST_PART:
            return part in _SHORT_HEADS
        root = stem(part)
        return part not in _ENDINGS and (
            part in self.words or (len(root) > _SHORTEST_STEM and root in self._stems)
        )


_SHORT_HEADS = frozenset({"fag", "ar", "hel", "del", "hms", "arbeid", "verv", "lov", "by", "nett"})
"""Canonical words of few letters that begin compounds."""

_ENDINGS = frozenset({"ingen", "inger", "ingene", "skap", "skapet", "elle", "ende", "lige", "heter", "eren"})
"""Words that are endings far more often than they are parts of compounds."""

_GROWN = r"\w{0,4}"
"""A synonym may be inflected."""


@cache
def _in_other_words(group: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(canonical(word) for each in group for word in words(each)))


@cache
def _words_with_synonyms() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """What a single word with synonyms looks like, and their words."""
    groups = (([each for each in group if " " not in each], group) for group in tables().synonyms)
    return tuple(
        (re.compile(f"(?:{'|'.join(map(re.escape, single))}){_GROWN}", re.IGNORECASE), _in_other_words(group))
        for single, group in groups
        if single
    )


@cache
def _phrases_with_synonyms() -> Mapping[str, tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]]:
    """The same for phrases, by their first word, which few texts hold."""
    found: dict[str, list[tuple[re.Pattern[str], tuple[str, ...]]]] = {}
    for group in tables().synonyms:
        for phrase in (each for each in group if " " in each):
            pattern = re.compile(rf"(?<!\w){re.escape(phrase)}{_GROWN}(?!\w)", re.IGNORECASE)
            found.setdefault(words(phrase)[0], []).append((pattern, _in_other_words(group)))
    return {first: tuple(each) for first, each in found.items()}


def hidden_words(text: str, vocabulary: Vocabulary) -> list[str]:
    """What else the text shall be found by: parts of compounds, other written forms, synonyms."""
    seen = dict.fromkeys(words(text))
    found = {each: None for word in seen for each in vocabulary.hidden(word)}
    for first, second in _HANGING.findall(text):
        found.update({canonical(first) + part: None for part in vocabulary.ends(canonical(second))})
    phrases = chain.from_iterable(each for first, each in _phrases_with_synonyms().items() if first in seen)
    for pattern, others in phrases:
        found.update(dict.fromkeys(others) if pattern.search(text) else {})
    return [word for word in found if word not in seen]
