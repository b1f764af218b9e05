"""Floor 8: what in an edition of the strategy an item of a later one may continue."""

from generator.matching.wordings import Index, Wordings
from generator.model import ItemKind, Proposal, Reference, Strategy
from generator.words import words

_LEAST = 0.4
"""An item that is less like any is new."""

_CLOSE = 0.75
"""Of the likeness of the likest, at least so much has another that is proposed beside it."""

_ELSEWHERE = 0.8
"""What likeness counts across areas, which items seldom leave."""

_MOST = 2


class Predecessors:
    """Knows the main goals and measures of one edition."""

    def __init__(self, edition: Strategy) -> None:
        found = [(area, item) for area in edition.areas for item in area.items]
        wordings = Wordings(item.text for _, item in found)
        self._wordings = wordings
        self._kinds = [item.kind for _, item in found]
        self._references = [Reference(edition.period, area.id, item.id) for area, item in found]
        self._plain = [_plain(item.text) for _, item in found]
        self._index = Index([wordings.weigh(item.text) for _, item in found])

    def same(self, text: str, kind: ItemKind, area: str) -> Reference | None:
        """The item of the kind that says the same in the same words, one of the area before others."""
        plain = _plain(text)
        same = [number for number in self._of(kind) if self._plain[number] == plain]
        best = min(same, key=lambda number: self._away(number, area), default=None)
        return None if best is None else self._references[best]

    def proposals(self, text: str, kind: ItemKind, area: str) -> tuple[Proposal, ...]:
        """The items of the kind that the text is most like, the likest first; none where it is like none."""
        likenesses = self._index.likenesses(self._wordings.weigh(text))
        scores = {
            number: likenesses.get(number, 0.0) * (_ELSEWHERE if self._away(number, area) else 1.0)
            for number in self._of(kind)
        }
        best = sorted(scores, key=lambda number: (-scores[number], number))[:_MOST]
        least = max(_LEAST, _CLOSE * scores[best[0]]) if best else _LEAST
        return tuple(
            Proposal(self._references[number], round(min(scores[number], 1.0), 2))
            for number in best
            if scores[number] >= least
        )

    def _of(self, kind: ItemKind) -> list[int]:
        return [number for number, each in enumerate(self._kinds) if each is kind]

    def _away(self, number: int, area: str) -> bool:
        return self._references[number].area != area


def _plain(text: str) -> str:
    return " ".join(words(text))
