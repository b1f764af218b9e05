"""Words on a page of a PDF to lines of layout: columns, sizes, room left."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SAME_LINE = 3.0
"""Points between the tops of words of one line."""

_COLUMN_GAP = 12.0
"""Points without letters that may part two columns."""

_SHARE_IN_COLUMNS = 0.6
_FEWEST_IN_COLUMNS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word and its box, in points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    font: str
    size: float

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
    """The words of a line, from the left."""

    words: tuple[Word, ...]

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
    return any(each.top <= middle <= each.bottom and abs(each.bottom - word.bottom) < word.size for each in line[-3:])


def in_reading_order(rows: list[Row]) -> list[Row]:
    """The lines of a page with two columns: the left one down, then the right; others as they are."""
    gutter = _gutter(rows)
    if gutter is None:
        return rows
    ordered: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        before = tuple(word for word in row.words if word.x1 <= gutter)
        after = tuple(word for word in row.words if word.x0 >= gutter)
        if len(before) + len(after) < len(row.words) or (before and after and not _parted(before, after)):
            ordered += [*left, *right, row]
            left, right = [], []
            continue
        left += [Row(before)] if before else []
        right += [Row(after)] if after else []
    return [*ordered, *left, *right]


def _parted(before: Sequence[Word], after: Sequence[Word]) -> bool:
    return after[0].x0 - before[-1].x1 >= _COLUMN_GAP


def _gutter(rows: list[Row]) -> float | None:
    """Where two columns part, None where the page has one."""
    starts: Counter[int] = Counter()
    for row in rows:
        for one, other in zip(row.words, row.words[1:], strict=False):
            if other.x0 - one.x1 >= _COLUMN_GAP:
                starts[round(other.x0 / 4)] += 1
    if not starts:
        return None
    at, times = starts.most_common(1)[0]
    gutter = at * 4 - _COLUMN_GAP / 2
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    in_the_middle = left + 0.3 * (right - left) < gutter < left + 0.7 * (right - left)
    crossing = sum(1 for row in rows if any(word.x0 < gutter < word.x1 for word in row.words))
    if times < _FEWEST_IN_COLUMNS or not in_the_middle or crossing > len(rows) * (1 - _SHARE_IN_COLUMNS):
        return None
    return gutter
