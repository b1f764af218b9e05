"""Words on a page of a PDF to lines of layout: columns, sizes, room left."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_SAME_LINE = 3.0
"""Points between the tops of words of one line."""

_COLUMN_GAP = 3.5
"""Points without letters that may part two columns."""

_FEWEST_IN_COLUMNS = 8
"""Lines that a page has at least where columns are looked for."""

_CLEAR = 0.6
"""Points to both sides of a gutter that are free of letters."""

_MOST_ACROSS = 0.12
"""Of the lines, at most this share stands across the gutter: headings."""

_LEAST_BESIDE = 0.15
"""Of the words, at least this share stands to each side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word and its box, in points from the page's upper left corner; or a table, by its number."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    font: str = ""
    size: float = 0.0
    table: int | None = None

    @property
    def strong(self) -> bool:
        """Whether the letters are bold."""
        return any(each in self.font for each in ("bold", "black", "semibold", "heavy", "demi"))

    @property
    def slanted(self) -> bool:
        """Whether the letters are slanted."""
        return any(each in self.font for each in ("italic", "oblique"))


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a line, from the left; `edge` is how far lines of its column reach."""

    words: tuple[Word, ...]
    edge: float = 0.0

    @property
    def table(self) -> int | None:
        """The number of the table that stands here in place of words."""
        return self.words[0].table

    @property
    def text(self) -> str:
        """The words with spaces between."""
        return " ".join(word.text for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def size(self) -> float:
        """The size of most of the letters."""
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[round(word.size, 1)] += len(word.text)
        return sizes.most_common(1)[0][0]

    @property
    def letter(self) -> float:
        """The usual width of a letter, in points."""
        return sum(word.x1 - word.x0 for word in self.words) / max(1, sum(len(w.text) for w in self.words))


def rows_of(words: Iterable[Word]) -> list[Row]:
    """The words in lines, from the top."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda each: (each.bottom, each.x0)):
        middle = (word.top + word.bottom) / 2
        if lines and _holds(lines[-1], middle, word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Row(tuple(sorted(line, key=lambda each: each.x0))) for line in lines]


def _holds(line: Sequence[Word], middle: float, word: Word) -> bool:
    return any(
        each.top <= middle <= each.bottom and abs(each.bottom - word.bottom) < word.size for each in line[-3:]
    )


def in_reading_order(words: Sequence[Word]) -> list[Row]:
    """The lines of a page; of one with two columns the left one down, then the right."""
    rows = rows_of(words)
    gutter = _gutter(words, len(rows))
    if gutter is None:
        return _with_edges(rows)
    ordered: list[Row] = []
    side_by_side: list[Word] = []
    for row in rows:
        if _crosses(row, gutter):
            ordered += [*_columns(side_by_side, gutter), row]
            side_by_side = []
        else:
            side_by_side += row.words
    ordered += _columns(side_by_side, gutter)
    sides = (
        [row for row in ordered if row.x1 <= gutter],
        [row for row in ordered if row.x0 >= gutter],
        [row for row in ordered if row.x0 < gutter < row.x1],
    )
    edged = {id(row): each for side in sides for row, each in zip(side, _with_edges(side), strict=True)}
    return [edged[id(row)] for row in ordered]


def _with_edges(rows: list[Row]) -> list[Row]:
    """The lines of a column, with how far its longest reaches."""
    edge = max((row.x1 for row in rows if row.table is None), default=0.0)
    return [replace(row, edge=edge) for row in rows]


def _columns(words: Sequence[Word], gutter: float) -> list[Row]:
    left = [word for word in words if word.x1 <= gutter]
    return [*rows_of(left), *rows_of(word for word in words if word.x1 > gutter)]


def _crosses(row: Row, gutter: float) -> bool:
    """Whether the line stands across the gutter: a word does, or two with no more than a space between."""
    if any(word.x0 < gutter < word.x1 for word in row.words):
        return True
    pairs = pairwise(row.words)
    return any(one.x1 <= gutter <= other.x0 and other.x0 - one.x1 < _COLUMN_GAP for one, other in pairs)


def _gutter(words: Sequence[Word], rows: int) -> float | None:
    """Where two columns part, None where the page has one."""
    if rows < _FEWEST_IN_COLUMNS:
        return None
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    places = [left + (right - left) * (0.3 + step / 400) for step in range(161)]
    crossed = [sum(1 for word in words if word.x0 - _CLEAR < place < word.x1 + _CLEAR) for place in places]
    least = min(crossed)
    gutter = _middle([place for place, count in zip(places, crossed, strict=True) if count == least])
    beside = min(sum(1 for w in words if w.x1 <= gutter), sum(1 for w in words if w.x0 >= gutter))
    if least > rows * _MOST_ACROSS or beside < len(words) * _LEAST_BESIDE:
        return None
    return gutter


def _middle(places: list[float]) -> float:
    """The middle of the longest stretch of places side by side."""
    step = min((b - a for a, b in pairwise(places)), default=0.0)
    stretches = [[places[0]]]
    for one, other in pairwise(places):
        if other - one > step * 1.5:
            stretches.append([])
        stretches[-1].append(other)
    longest = max(stretches, key=len)
    return longest[len(longest) // 2]
