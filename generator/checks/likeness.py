"""Rules on texts that are, or nearly are, another text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from math import ceil

from generator.checks.rule import Finding, Subject, warning
from generator.checks.wording import excerpt
from generator.diagnostics import Position, message
from generator.model import DeviationKind, Goal, Measure, Plan, PlanArea, Reference, Wording
from generator.thread import Thread
from generator.word_steps import marked, share_kept, steps
from generator.words import SMALL

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=\w{4})(?:enes|anes|ene|ane|ens|ets|ers|en|et|er|ar|es|e|a|s|r)$")
_MOST = 0.75
"""The share of the longer text's words that two texts that say the same have in common."""

_NEARLY_ALL = 0.85
"""The share when each text also has words that the other has not."""

_FEW = 3
"""With fewer words than this, only the same words are the same text."""

_CANDIDATES = 50
"""How many earlier texts with the same rare words are compared, so that no plan takes long."""

_CLOSE = 0.75
"""The share of words in the same order that nearly equal wordings have in common."""

_SHORT, _LONG = 5, 120
"""Wordings of so many words at least, and at most, are compared word by word."""

_ADDED = 2
"""With more words than this put in, and none left out, a wording is the union's own."""


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return _ENDING.sub("", word)


def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell something; all words where none does."""
    words = frozenset(_WORD.findall(text.casefold()))
    return frozenset(map(_stem, words - SMALL)) or words


def say_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether texts of these words say the same, or one of them the same with some more words."""
    if one == other:
        return True
    shared = len(one & other)
    if shared < _FEW or any(word.isdigit() for word in one ^ other):
        return False
    shorter, longer = sorted((len(one), len(other)))
    return shared >= longer * (_MOST if shared == shorter else _NEARLY_ALL)


@dataclass(frozen=True, slots=True)
class _Said:
    item: Goal | Measure
    words: frozenset[str]

    def repeats(self, earlier: "_Said") -> bool:
        """Whether it says the same, and not of another time or of somebody else."""
        return say_the_same(self.words, earlier.words) and not _differ(self.item, earlier.item)


def _differ(one: Goal | Measure, other: Goal | Measure) -> bool:
    """Whether two measures both say who or when, and say it differently."""
    if isinstance(one, Goal) or isinstance(other, Goal):
        return False
    if one.deadline and other.deadline and one.deadline.words != other.deadline.words:
        return True
    return bool(one.responsible and other.responsible and one.responsible != other.responsible)


@warning
def item_repeated(subject: Subject) -> Iterator[Finding]:
    """A goal or measure says the same, or nearly the same, as an earlier one in the plan.

    What is written twice is reported on twice, and sooner or later the two differ. Keep one of them; it
    can follow several items of the strategy, also in other areas than its own. Measures that name
    different deadlines or different people responsible are not taken to be the same.
    """
    for plan in subject.plans:
        yield from _repetitions(plan)


def _repetitions(plan: Plan) -> Iterator[Finding]:
    items = (item for area in plan.areas for item in area.goals_and_measures)
    said = [_Said(item, telling(item.text)) for item in items]
    ranks = _ranks(said)
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(said):
        rarest = _rarest_shared(each.words, ranks)
        candidates = dict.fromkeys(chain.from_iterable(by_word[word] for word in rarest))
        compared = (said[other] for other in islice(candidates, _CANDIDATES))
        earlier = next((other for other in compared if each.repeats(other)), None)
        if earlier is not None:
            yield _repetition(each.item, earlier.item)
            continue
        for word in rarest:
            if len(by_word[word]) < _CANDIDATES:
                by_word[word].append(number)


def _ranks(said: Iterable[_Said]) -> dict[str, int]:
    """The words that stand in several of the texts, the rarest first, each with its number in this order."""
    frequency = Counter(chain.from_iterable(each.words for each in said))
    shared = sorted((times, word) for word, times in frequency.items() if times > 1)
    return {word: number for number, (_, word) in enumerate(shared)}


def _rarest_shared(words: frozenset[str], ranks: Mapping[str, int]) -> list[str]:
    """So many of the rarest words that a text which says the same has one of them, less those none has."""
    shared = [word for word in words if word in ranks]
    enough = len(shared) - ceil(len(words) * _MOST) + 1
    return sorted(shared, key=ranks.__getitem__)[:enough] if enough > 0 else []


def _repetition(item: Goal | Measure, earlier: Goal | Measure) -> Finding:
    return Finding(
        item.position,
        message(
            "“{found}” says nearly the same as line {line}, “{earlier}”.",
            found=excerpt(item.text),
            line=earlier.position.line,
            earlier=excerpt(earlier.text),
        ),
        message("Keep one of them, with everything it follows under “følger:”."),
    )


@warning
def wording_drifts(subject: Subject) -> Iterator[Finding]:
    """The plan's wording is nearly, but not quite, that of the strategy item that it follows.

    Most often a word was lost or changed in copying, and the reader is left to wonder what is meant.
    Take the strategy's words, or write clearly what is the union's own. In the message, [-…-] is what
    only the strategy says and {+…+} what only the plan says. A main goal with “merknad:” is left in
    peace, for there the plan says why. Sources in other words than the adopted (“ordlyd: gjengitt”)
    are not compared.
    """
    for plan in subject.plans:
        if plan.wording is Wording.ADOPTED:
            for area in plan.areas:
                yield from _drifting(area, subject.thread)


def _drifting(area: PlanArea, thread: Thread) -> Iterator[Finding]:
    for text, position, references in _worded(area):
        for reference in references:
            item = thread.items.get(reference)
            strategy = thread.strategies.get(reference.period)
            if item and strategy and strategy.wording is Wording.ADOPTED:
                change = _change(item.text, text)
                if change:
                    yield _drift(position, reference, change)
                    break


def _worded(area: PlanArea) -> Iterator[tuple[str, Position, tuple[Reference, ...]]]:
    """The plan's wordings, each with what it words."""
    for deviation in area.deviations:
        if deviation.kind is DeviationKind.WORDING and deviation.goal and not deviation.note:
            yield deviation.text or "", deviation.position, (deviation.goal,)
    for item in area.goals_and_measures:
        yield item.text, item.position, item.follows


def _drift(position: Position, reference: Reference, change: str) -> Finding:
    return Finding(
        position,
        message("Nearly the words of {item}: {change}", item=reference, change=change),
        message("Take the strategy's words as they are, or word it clearly as the union's own."),
    )


def _change(theirs: str, ours: str) -> str:
    """The difference of two wordings that are nearly the same, word by word; otherwise nothing."""
    old, new = _in_words(theirs), _in_words(ours)
    if old == new or min(len(old), len(new)) < _SHORT or max(len(old), len(new)) > _LONG:
        return ""
    least = _CLOSE * (len(old) + len(new)) / 2
    if (Counter(old) & Counter(new)).total() < least:
        return ""
    taken = steps(old, new)
    differing = [step for step in taken if not step.kept]
    lost = any(step.before for step in differing)
    added = sum(len(step.after) for step in differing)
    if share_kept(taken) < _CLOSE or (added > _ADDED and not lost):
        return ""
    return marked(taken)


def _in_words(text: str) -> list[str]:
    """The words as they stand, without a capital to begin with or a full stop at the end."""
    first, *others = text.rstrip(". ").split() or [""]
    return [first.lower() if first[1:].islower() else first, *others]
