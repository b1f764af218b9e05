"""What was aimed at, and what came of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from bench.growth import exponent
from bench.phases import DOWNLOADS, SEARCH, of
from bench.planverk import COLD, RESTORED
from bench.results import Figure, Results, Size

AT = 1000
"""Unions that the goals speak of; where so many were not measured, the most that were below."""

_STOCK, _PLAIN, _HUGO = "material-lunr", "material", "hugo-json"


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that is to be `least` at least, or `most` at most, and the unions that it was measured at.

    Neither is there where it was not measured.
    """

    name: str
    figure: float | None = None
    unions: int | None = None
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
    """All of them, in order, each at the size that the goals speak of among those where its builds were."""
    yield _goal("stock", near(results, _STOCK), lambda at: at[_STOCK].ratio, least=8)
    yield _goal("hugo", near(results, _HUGO), lambda at: 1 / at[_HUGO].ratio, most=1)
    yield _goal("search", near(results, _STOCK, _PLAIN), _search, most=1)
    yield _goal("downloads", near(results), lambda at: of(DOWNLOADS, at[COLD].phases), most=1)
    yield _goal("changed", near(results, _STOCK, RESTORED), _changed, least=20)
    for what in ("html", "bytes", "pages"):
        points = results.points(COLD, what)
        unknown = Goal(f"growth-{what}", most=1.1)
        largest = results.sizes[-1].unions
        yield replace(unknown, figure=exponent(points), unions=largest) if len(points) > 1 else unknown
    yield _goal("memory", near(results), lambda at: at[COLD].megabytes, most=250)


def _search(at: Mapping[str, Figure]) -> float:
    """What our search takes of what lunr adds."""
    return of(SEARCH, at[COLD].phases) / (at[_STOCK].seconds - at[_PLAIN].seconds)


def _changed(at: Mapping[str, Figure]) -> float:
    return at[_STOCK].seconds / at[RESTORED].seconds


def _goal(
    name: str,
    size: Size | None,
    figure: Callable[[Mapping[str, Figure]], float],
    least: float | None = None,
    most: float | None = None,
) -> Goal:
    unknown = Goal(name, least=least, most=most)
    found = figure(size.figures) if size else None
    return replace(unknown, figure=found, unions=size.unions) if size and found else unknown


def near(results: Results, *builds: str) -> Size | None:
    """The size that the goals are measured at where these builds were; None where they were at none."""
    fitting = [size for size in results.sizes if size.unions <= AT and size.figures.keys() >= set(builds)]
    return max(fitting, key=lambda size: size.unions, default=None)
