"""How figures grow with the number of unions, and what they would be where nobody measured."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, exp, log

from bench.planverk import COLD
from bench.results import Papers, Results

Points = Sequence[tuple[float, float]]
"""Values by the number of unions, the fewest first."""

LIMIT = 1_000_000_000
"""Bytes that a site on GitHub Pages may have: https://docs.github.com/pages, "GitHub Pages limits"."""

LARGE = 10_000, 100_000
LANGUAGES = 1, 3


def exponent(points: Points) -> float:
    """The `e` of values that grow as the number to the power of `e`: least squares on logarithms.

    Raises ValueError where there are not two numbers at least.
    """
    xs, ys = [log(x) for x, _ in points], [log(y) for _, y in points]
    mean_x, mean_y = sum(xs) / max(len(xs), 1), sum(ys) / max(len(ys), 1)
    spread = sum((x - mean_x) ** 2 for x in xs)
    if not spread:
        raise ValueError("growth shows in two sizes at least")
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread


def value(points: Points, unions: float) -> float:
    """What it would be at so many unions.

    Between two that were measured on the straight line of their logarithms; below the first as
    the first; beyond the last it grows from there as all do, and never slower than the number.
    """
    numbers = [x for x, _ in points]
    at = bisect_left(numbers, unions)
    if at == 0:
        return points[0][1]
    (x, y) = points[at - 1]
    if at < len(points):
        power = exponent(points[at - 1 : at + 1])
    else:
        power = max(1, exponent(points)) if len(points) > 1 else 1
    return y * exp(power * log(unions / x))


@dataclass(frozen=True, slots=True)
class Site:
    """What one site of so many unions in so many languages would cost; papers are those of all plans."""

    unions: int
    seconds: float
    changed: float
    megabytes: float
    pages: int
    bytes: int
    index: int
    papers_bytes: int
    papers_seconds: float

    @property
    def whole(self) -> int:
        """Bytes to be published."""
        return self.bytes + self.papers_bytes


@dataclass(frozen=True, slots=True)
class Forecast:
    """What so many unions would cost, as one site, and as each of as many as the host's limit asks for."""

    languages: int
    one: Site
    sites: int
    each: Site


def forecast(results: Results, unions: int, languages: int) -> Forecast:
    """What it would cost, computed from what was measured in one language."""
    most = _most(results, languages)
    sites = ceil(unions / most)
    each = site(results, ceil(unions / sites), languages)
    return Forecast(languages, site(results, unions, languages), sites, each)


def site(results: Results, unions: int, languages: int) -> Site:
    """One site: pages, their time and their index are once for each language, papers once for all.

    Memory is not: one language is built after the other.
    """

    def at(what: str, name: str = COLD) -> float:
        return value(results.points(name, what), unions)

    plans = value([(size.unions, size.plans) for size in results.sizes], unions)
    index = value([(size.unions, size.index) for size in results.sizes], unions)
    papers = results.papers or Papers(0, 0, 0)
    return Site(
        unions=unions,
        seconds=languages * at("seconds"),
        changed=languages * at("seconds", "planverk-restored"),
        megabytes=at("megabytes"),
        pages=round(languages * at("pages")),
        bytes=round(languages * at("bytes")),
        index=round(languages * index),
        papers_bytes=round(plans * papers.bytes),
        papers_seconds=plans * papers.seconds,
    )


def _most(results: Results, languages: int) -> int:
    """Unions that one site has room for, at least one."""
    least, most = 1, 1
    while site(results, most, languages).whole <= LIMIT:
        least, most = most, most * 2
    while most - least > 1:
        middle = (least + most) // 2
        if site(results, middle, languages).whole <= LIMIT:
            least = middle
        else:
            most = middle
    return least
