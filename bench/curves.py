"""The picture of how the builds' times grow, on logarithmic axes, as values for its template."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from bench.planverk import COLD
from bench.results import Results
from bench.tables import Words

SHOWN = {
    COLD: (3.0, "none"),
    "planverk-restored": (3.0, "6 4"),
    "material-lunr": (1.5, "none"),
    "zensical": (1.5, "8 3"),
    "hugo-json": (1.5, "2 3"),
    "hugo": (1.5, "8 3 2 3"),
}
"""The contenders in the picture, how thick their lines are, and how they are dashed."""

WIDTH, TOP, LEFT, RIGHT, BOTTOM = 400, 30, 44, 380, 280
_KEYS = BOTTOM + 60
_KEY = 20


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, and its number."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A place in the picture."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A contender's line, its values in words, and where its key stands."""

    name: str
    told: str
    width: float
    dashes: str
    dots: tuple[Dot, ...]
    key: int

    @property
    def path(self) -> str:
        """The line, as SVG draws it."""
        return "M" + "L".join(f"{dot.x} {dot.y}" for dot in self.dots)


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture."""

    height: int
    across: tuple[Tick, ...]
    down: tuple[Tick, ...]
    lines: tuple[Line, ...]
    width: int = WIDTH
    top: int = TOP
    left: int = LEFT
    right: int = RIGHT
    bottom: int = BOTTOM


@dataclass(frozen=True, slots=True)
class _Axis:
    """From the least to the greatest logarithm, on so many pixels."""

    least: float
    most: float
    begin: int
    end: int

    def at(self, value: float) -> float:
        """Where the value stands."""
        share = (log10(value) - self.least) / ((self.most - self.least) or 1)
        return round(self.begin + share * (self.end - self.begin), 1)


def picture(results: Results, words: Words) -> Picture:
    """The lines of those that were measured."""
    points = {name: results.points(name, "html") for name in SHOWN}
    seconds = [y for each in points.values() for _, y in each]
    numbers = [size.unions for size in results.sizes]
    across = _Axis(log10(min(numbers)), log10(max(numbers)), LEFT, RIGHT)
    down = _Axis(floor(log10(min(seconds))), ceil(log10(max(seconds))), BOTTOM, TOP)
    there = [name for name, each in points.items() if each]
    lines = (
        Line(
            words.of("contenders", name),
            ", ".join(words.number(y) for _, y in points[name]),
            *SHOWN[name],
            _dots(points[name], across, down),
            _KEYS + _KEY * at,
        )
        for at, name in enumerate(there)
    )
    return Picture(
        height=_KEYS + _KEY * len(there),
        across=tuple(Tick(across.at(each), words.number(each)) for each in numbers),
        down=tuple(_decades(down, words)),
        lines=tuple(lines),
    )


def _dots(points: Sequence[tuple[float, float]], across: _Axis, down: _Axis) -> tuple[Dot, ...]:
    return tuple(Dot(across.at(x), down.at(y)) for x, y in points)


def _decades(axis: _Axis, words: Words) -> list[Tick]:
    powers = range(int(axis.least), int(axis.most) + 1)
    return [Tick(axis.at(10.0**power), words.number(10**power)) for power in powers]
