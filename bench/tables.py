"""The tables of the results, in words and numbers of a language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from babel.numbers import format_decimal

from bench.goals import Goal, goals, near
from bench.growth import LANGUAGES, LARGE, Site, exponent, forecast
from bench.results import Asked, Built, Figure, Results

_SPANS = (("d", 86_400.0), ("h", 3_600.0), ("min", 60.0), ("s", 1.0))
_TEN = 10


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the words above the columns, and rows, each of a name and its cells."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


class Words:
    """What is said in a language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._said = _words()[language]

    def __getitem__(self, key: str) -> str:
        return str(self._said[key])

    def keys(self) -> frozenset[str]:
        """What it has words for."""
        groups = {name: said for name, said in self._said.items() if isinstance(said, dict)}
        return frozenset(self._said) | {f"{name}.{key}" for name, said in groups.items() for key in said}

    def of(self, group: str, key: object) -> str:
        """A word of a group; the key itself where there is none."""
        found = self._said[group]
        return str(found.get(key, key)) if isinstance(found, dict) else str(key)

    def number(self, value: float) -> str:
        """Three digits or so; whole numbers as they are."""
        if isinstance(value, int) or value >= 10 * _TEN:
            digits = "#,##0"
        else:
            digits = "#,##0.0" if value >= _TEN else "#,##0.00"
        return format_decimal(value, digits, locale=self._language)

    def megabytes(self, value: float) -> str:
        """Bytes as MB or GB."""
        many = value >= 1e9  # noqa: PLR2004 - a gigabyte
        return f"{self.number(value / (1e9 if many else 1e6))} {'GB' if many else 'MB'}"

    def span(self, seconds: float) -> str:
        """A time in the largest unit of which it has two or more."""
        unit, length = next(((unit, span) for unit, span in _SPANS if seconds >= 2 * span), _SPANS[-1])
        return f"{self.number(seconds / length)} {self.of('units', unit)}"


@cache
def _words() -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = yaml.safe_load(
        Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
    )
    return found


def names(results: Results) -> list[str]:
    """The contenders that were measured, in their order."""
    return list(dict.fromkeys(name for size in results.sizes for name in size.figures))


def time_table(results: Results, words: Words) -> Table:
    """Seconds and ratios by size, and how they grow."""
    sizes = tuple(words["unions"].format(words.number(size.unions)) for size in results.sizes)

    def cell(figure: Figure | None) -> str:
        return f"{words.number(figure.html)} ({words.number(figure.ratio)})" if figure else "–"

    rows = (
        (
            words.of("contenders", name),
            (*(cell(size.figures.get(name)) for size in results.sizes), _growth(results, name, words)),
        )
        for name in names(results)
    )
    return Table(words["time"], (words["builder"], *sizes, words["growth"]), tuple(rows))


def _growth(results: Results, name: str, words: Words) -> str:
    points = results.points(name, "html")
    return words.number(exponent(points)) if len(points) > 1 else "–"


def weight_table(results: Results, words: Words) -> Table:
    """Pages, bytes and memory at the size that the goals speak of."""
    size = near(results)
    unions = words["unions"].format(words.number(size.unions))
    head = ("builder", "pages", "megabytes", "largest", "memory", "search_memory")

    def cells(figure: Figure) -> tuple[str, ...]:
        weights = (figure.bytes / 1e6, figure.largest / 1e3, figure.megabytes, figure.search_megabytes)
        return words.number(figure.pages), *map(words.number, weights)

    rows = ((words.of("contenders", name), cells(each)) for name, each in size.figures.items())
    return Table(words["weight"].format(unions), tuple(words[each] for each in head), tuple(rows))


def goal_table(results: Results, words: Words) -> Table:
    """What was aimed at, and what came of it."""
    unions = words["unions"].format(words.number(near(results).unions))
    rows = ((words.of("goals", each.name), _came_of(each, words)) for each in goals(results))
    head = (words["goal"], words["wanted"], words["measured"], words["met"])
    return Table(f"{words['goal']} ({unions})", head, tuple(rows))


def _came_of(goal: Goal, words: Words) -> tuple[str, str, str]:
    bound = words["least" if goal.most is None else "most"].format(words.number(goal.least or goal.most or 0))
    if goal.figure is None:
        return bound, words["unknown"], "–"
    factor = words.of("factors", goal.name)
    figure = words.number(goal.figure)
    return bound, factor.format(figure) if "{}" in factor else figure, words["yes" if goal.met else "no"]


def forecast_tables(results: Results, words: Words) -> Iterator[Table]:
    """What many more unions would cost, as one site and split."""
    costs = tuple(words[each] for each in ("build", "change", "papers", "memory", "pages", "size", "index"))
    one, many = [], []
    for unions in LARGE:
        for languages in LANGUAGES:
            cast = forecast(results, unions, languages)
            name = f"{words.number(unions)}, {words.of('languages', languages)}"
            one.append((name, _costs(cast.one, words)))
            split = (words.number(cast.sites), words.number(cast.each.unions))
            many.append((name, (*split, *_costs(cast.each, words))))
    yield Table(words["one_site"], (words["case"], *costs), tuple(one))
    yield Table(words["many_sites"], (words["case"], words["sites"], words["each"], *costs), tuple(many))


def _costs(site: Site, words: Words) -> tuple[str, ...]:
    return (
        words.span(site.seconds),
        words.span(site.changed),
        words.span(site.papers_seconds),
        words.number(site.megabytes),
        words.number(site.pages),
        words.megabytes(site.whole),
        words.megabytes(site.index),
    )


def federation_table(results: Results, words: Words) -> Table | None:
    """The same unions as one site and as several, if that was tried."""
    tried = results.federation
    if tried is None:
        return None

    def cells(built: list[Built], asked: Asked) -> tuple[str, ...]:
        return (
            words.number(len(built)),
            words.span(max(each.seconds for each in built)),
            words.number(max(each.megabytes for each in built)),
            words.megabytes(max(each.bytes for each in built)),
            words.number(sum(each.pages for each in built)),
            words.number(asked.requests),
            words.number(asked.kilobytes),
            words.number(asked.milliseconds),
        )

    head = ("case", "sites", "slowest", "memory", "heaviest", "pages", "requests", "kilobytes", "first")
    rows = (
        (words["one_site"], cells([tried.whole], tried.alone)),
        (words["many_sites"], cells(tried.parts, tried.together)),
    )
    title = words["tried"].format(words.number(tried.whole.unions))
    return Table(title, tuple(words[each] for each in head), rows)


def facts(results: Results, words: Words) -> Iterator[str]:
    """Where and how it was measured, and with what."""
    machine = results.machine
    told = words["processor"].format(
        processor=machine.processor,
        cores=machine.cores,
        gigabytes=round(machine.gigabytes),
        system=machine.system,
    )
    yield f"{words['machine']}: {told}"
    yield words["rounds"].format(results.rounds)
    used = {"Python": machine.python, **results.versions}
    yield f"{words['versions']}: {', '.join(f'{name} {version}' for name, version in used.items())}"
    missing = ", ".join(words.of("contenders", name) for name in results.missing)
    yield f"{words['missing']}: {missing or words['nothing']}"
