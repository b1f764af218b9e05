"""Judged queries: what people search for, what they would want, and how well a search answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import yaml

from bench.corpus import ROOT

SETS = {file.stem: file for file in sorted((ROOT / "tests" / "search").glob("*.yml"))}
FIRST = 5


@dataclass(frozen=True, slots=True)
class Query:
    """Words that are typed, their class, and the ends of addresses of which one must come."""

    kind: str
    ask: str
    want: tuple[str, ...]

    def rank(self, found: list[str]) -> int:
        """The place of the first wanted result, from 1; 0 for none.  Nothing wanted, nothing found: 1."""
        if not self.want:
            return 0 if found else 1
        ends = tuple(f"{mark}{each}" for each in self.want for mark in "/#")
        return next((at for at, to in enumerate(found, 1) if f"/{to}".endswith(ends)), 0)


def queries(file: Path) -> tuple[Query, ...]:
    """The judged queries of a file, in its order."""
    plain = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(
        Query(kind, str(each["ask"]), tuple(each["want"])) for kind, all_ in plain.items() for each in all_
    )


def table(asked: Iterable[Query], ranks: Iterable[int]) -> Iterator[str]:
    """A line for each class, and one for all."""
    pairs = list(zip(asked, ranks, strict=True))
    for kind in [*dict.fromkeys(query.kind for query, _ in pairs), ""]:
        of_kind = [rank for query, rank in pairs if kind in ("", query.kind)]
        yield (
            f"{kind or 'all':15} {len(of_kind):4} success@1 {mean(each == 1 for each in of_kind):.2f}"
            f" success@5 {mean(0 < each <= FIRST for each in of_kind):.2f}"
            f" MRR {mean(1 / each if each else 0 for each in of_kind):.2f}"
        )
