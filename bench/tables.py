"""The tables of the results, in words and numbers of a language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from babel.numbers import format_decimal

from bench.goals import Goal, goals, near
from bench.growth import LANGUAGES, LARGE, Site, exponent, forecast
from bench.planverk import COLD, RESTORED
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
    """Pages, bytes and memory at the size that the goals speak of, or the smallest."""
    size = near(results) or results.sizes[0]
    unions = words["unions"].format(words.number(size.unions))
    head = ("builder", "pages", "megabytes", "largest", "memory", "search_memory")

    def cells(figure: Figure) -> tuple[str, ...]:
        weights = (figure.bytes / 1e6, figure.largest / 1e3, figure.megabytes, figure.search_megabytes)
        return words.number(figure.pages), *(words.number(each) if each else "–" for each in weights)

    rows = ((words.of("contenders", name), cells(each)) for name, each in size.figures.items())
    return Table(words["weight"].format(unions), tuple(words[each] for each in head), tuple(rows))


def step_table(results: Results, words: Words) -> Table:
    """Where the time of our builds goes, at the size that the goals speak of, or the smallest."""
    size = near(results) or results.sizes[0]
    ours = {name: size.figures[name] for name in (COLD, RESTORED) if name in size.figures}
    head = (words["step"], *(words.of("ways", name) for name in ours))
    rows = (
        (words.of("steps", step), tuple(words.number(each.phases.get(step, 0.0)) for each in ours.values()))
        for step in ours[COLD].phases
    )
    whole = words["whole_build"], tuple(words.number(each.seconds) for each in ours.values())
    title = words["steps_at"].format(words["unions"].format(words.number(size.unions)))
    return Table(title, head, (*rows, whole))


def goal_table(results: Results, words: Words) -> Table:
    """What was aimed at, and what came of it."""
    rows = ((words.of("goals", each.name), _came_of(each, words)) for each in goals(results))
    head = (words["goal"], words["wanted"], words["measured"], words["met"], words["at"])
    return Table(words["goals_at"], head, tuple(rows))


def _came_of(goal: Goal, words: Words) -> tuple[str, ...]:
    bound = words["least" if goal.most is None else "most"].format(words.number(goal.least or goal.most or 0))
    if goal.figure is None:
        return bound, words["unknown"], "–", "–"
    factor = words.of("factors", goal.name)
    figure = words.number(goal.figure)
    measured = factor.format(figure) if "{}" in factor else figure
    return bound, measured, words["yes" if goal.met else "no"], words.number(goal.unions or 0)


def forecast_tables(results: Results, words: Words) -> Iterator[Table]:
    """What many more unions would cost, as one site and split; a column for each case."""
    cases = [(unions, languages) for unions in LARGE for languages in LANGUAGES]
    casts = [forecast(results, *each) for each in cases]
    named = (f"{words.number(unions)}, {words.of('languages', languages)}" for unions, languages in cases)
    head = (words["case"], *named)
    measured = words["unions"].format(words.number(results.sizes[-1].unions))
    one_title, many_title = (
        words["computed"].format(title=words[each], unions=measured) for each in ("one_site", "many_sites")
    )
    yield Table(one_title, head, _turned(_costs(cast.one, words) for cast in casts))
    split = (
        {
            words["sites"]: words.number(cast.sites),
            words["each"]: words.number(cast.each.unions),
            **_costs(cast.each, words),
        }
        for cast in casts
    )
    yield Table(many_title, head, _turned(split))


def _turned(columns: Iterable[dict[str, str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The rows that the columns make together, which all have the same names."""
    whole = list(columns)
    return tuple((name, tuple(each[name] for each in whole)) for name in whole[0])


def _costs(site: Site, words: Words) -> dict[str, str]:
    return {
        words["build"]: words.span(site.seconds),
        words["change"]: words.span(site.changed),
        words["papers"]: words.span(site.papers_seconds),
        words["memory"]: words.number(site.megabytes),
        words["pages"]: words.number(site.pages),
        words["size"]: words.megabytes(site.whole),
        words["index"]: words.megabytes(site.index),
    }


def federation_table(results: Results, words: Words) -> Table | None:
    """The same unions as one site and as several, if that was tried."""
    tried = results.federation
    if tried is None:
        return None

    def costs(built: list[Built], asked: Asked) -> dict[str, str]:
        return {
            words["sites"]: words.number(len(built)),
            words["slowest"]: words.span(max(each.seconds for each in built)),
            words["memory"]: words.number(max(each.megabytes for each in built)),
            words["heaviest"]: words.megabytes(max(each.bytes for each in built)),
            words["pages"]: words.number(sum(each.pages for each in built)),
            words["requests"]: words.number(asked.requests),
            words["kilobytes"]: words.number(asked.kilobytes),
            words["first"]: words.number(asked.milliseconds),
        }

    rows = _turned([costs([tried.whole], tried.alone), costs(tried.parts, tried.together)])
    unions = words["unions"].format(words.number(tried.whole.unions))
    title = words["tried"].format(unions)
    return Table(title, (words["measured"], words["one_site"], words["many_sites"]), rows)


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
    yield words["rounds"].format(results.rounds) if results.rounds > 1 else words["one_round"]
    used = {"Python": machine.python, **results.versions}
    yield f"{words['versions']}: {', '.join(f'{name} {version}' for name, version in used.items())}"
    missing = ", ".join(words.of("contenders", name) for name in results.missing)
    yield f"{words['missing']}: {missing or words['nothing']}"
