"""Floor 8: how alike two texts are, by the rare words and parts of words that both have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from generator.words import SMALL, Vocabulary, canonical, hidden_words, stem, words

Weights = Mapping[str, float]
"""How much each stem and each run of letters counts in a text; the squares add up to 1."""

_SMALL = frozenset(map(canonical, SMALL))
_HIDDEN = 0.65
"""What a part or a synonym of a word counts beside the word itself."""

_RUN = 4
"""Letters of a run; runs find what stems do not: parts of compounds, other inflections, misspellings."""

_LONGEST = 5_000
"""So many letters of a text are compared; what plans say of a goal or measure has fewer."""

_MARK = "~"
"""Before a run, so that it is no stem."""


class Wordings:
    """Weighs words by how rare they are in a body of texts.

    Compounds are parted by the words of these texts and of `others`, which play no part in what is rare.
    """

    def __init__(self, texts: Iterable[str], others: Iterable[str] = ()) -> None:
        each = tuple(dict.fromkeys(texts))
        self._vocabulary = Vocabulary((*each, *others))
        self._texts = len(each)
        self._stems = Counter(stem for text in each for stem in self._stems_of(text))
        self._runs = Counter(run for text in each for run in _runs_of(text))

    def weigh(self, text: str) -> Weights:
        """The stems and the runs of letters of the text; each kind makes up one half."""
        beginning = text[:_LONGEST]
        stems = self._unit(self._stems_of(beginning), self._stems)
        runs = self._unit(_runs_of(beginning), self._runs)
        return {key: weight * sqrt(0.5) for key, weight in (*stems.items(), *runs.items())}

    def _unit(self, found: Mapping[str, float], frequency: Counter[str]) -> dict[str, float]:
        """The weights by rarity, made to have the length 1."""
        rarity = {key: log((self._texts + 1) / (frequency[key] + 0.5)) for key in found}
        weights = {key: found[key] * rare for key, rare in rarity.items() if rare > 0}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {key: weight / length for key, weight in weights.items()}

    def _stems_of(self, text: str) -> dict[str, float]:
        plain = [word for word in map(canonical, words(text)) if word not in _SMALL]
        hidden = [word for word in map(canonical, hidden_words(text, self._vocabulary)) if word not in _SMALL]
        beginnings = (word.removesuffix(part) for word in plain for part in self._vocabulary.parts(word))
        found = {stem(word): _HIDDEN for word in (*hidden, *beginnings) if len(word) > 1}
        return found | {stem(word): 1.0 for word in plain if len(word) > 1}


def _runs_of(text: str) -> dict[str, float]:
    """The runs of letters of the words, each with how often it is there; a mark stands at a word's edges."""
    marked = (f"^{word}$" for word in map(canonical, words(text)) if word not in _SMALL)
    runs = (_MARK + word[at : at + _RUN] for word in marked for at in range(len(word) - _RUN + 1))
    return dict(Counter(runs))


class Index:
    """Finds those of some texts, by their number, that are like another."""

    def __init__(self, texts: Sequence[Weights]) -> None:
        self._holding: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, weights in enumerate(texts):
            for key, weight in weights.items():
                self._holding[key].append((number, weight))

    def likenesses(self, text: Weights) -> dict[int, float]:
        """How alike each is, from 0 to 1; those that have nothing in common with the text are left out."""
        found: defaultdict[int, float] = defaultdict(float)
        for key, weight in text.items():
            for number, other in self._holding.get(key, ()):
                found[number] += weight * other
        return dict(found)
