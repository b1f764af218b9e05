"""What was aimed at, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.growth import exponent
from bench.phases import SEARCH, of
from bench.planverk import COLD
from bench.results import Results, Size

AT = 1000
"""Unions that the goals speak of; where so many were not measured, the most that were below."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that is to be `least` at least, or `most` at most; none where it was not measured."""

    name: str
    figure: float | None
    least: float | None = None
    most: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether it is; not known where nothing was measured."""
        if self.figure is None:
            return None
        return (self.least is None or self.figure >= self.least) and (
            self.most is None or self.figure <= self.most
        )


def goals(results: Results) -> Iterator[Goal]:
    """All of them, in order."""
    size = near(results)
    cold, stock = size.figures[COLD], size.figures.get("material-lunr")
    plain, hugo = size.figures.get("material"), size.figures.get("hugo-json")
    restored = size.figures.get("planverk-restored")
    yield Goal("stock", stock.ratio if stock else None, least=8)
    yield Goal("hugo", 1 / hugo.ratio if hugo else None, most=1)
    told = of(SEARCH, cold.phases) if cold.phases and plain and stock else None
    yield Goal("search", told, most=stock.seconds - plain.seconds if plain and stock else None)
    yield Goal("changed", stock.seconds / restored.seconds if stock and restored else None, least=20)
    for what in ("html", "bytes", "pages"):
        points = results.points(COLD, what)
        yield Goal(f"growth-{what}", exponent(points) if len(points) > 1 else None, most=1.1)
    yield Goal("memory", cold.megabytes or None, most=250)


def near(results: Results) -> Size:
    """The size that the goals are measured at."""
    fitting = [size for size in results.sizes if size.unions <= AT]
    return max(fitting or results.sizes[:1], key=lambda size: size.unions)
