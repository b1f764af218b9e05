"""Planverk beside stock Material, Zensical and Hugo on the same pages, in one run, as ratios.

Run as `python -m bench.speed 100 350 1000`, numbers of unions.  Each round runs all builds, one after
the other; medians are told.  A first round looks at memory and at what was built; no time of it is told,
for looking takes time.  With `--rounds 0` there is one round alone, in which nobody looks; the memory of
our cold build is that of the build which makes the pages for all.

Prints tables in Markdown; `--json FILE` keeps the figures, with `--add` beside those of other numbers of
unions.  `--only NAME…` goes without the other contenders.
Ends with 1 where the contenders did not build the same pages, or where a warm build is not the same as
a cold one, byte for byte.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

from bench.blocks import text
from bench.corpus import make
from bench.media import a_paper
from bench.peers import Contender, peers
from bench.phases import BESIDE, of, phases
from bench.planverk import COLD, Planverk
from bench.processes import Peak, Run, run
from bench.results import Figure, Results, Size, machine, read, versions
from bench.trees import addresses, digest, weight

SIZES = [100, 350, 1000]


class UnequalError(Exception):
    """Files were built that differ from those that should be, so that the figures mean nothing."""

    def __init__(self, which: str, odd: Iterable[str]) -> None:
        files = sorted(odd)
        super().__init__(f"{which}: {len(files)} files, such as {files[:5]}")


@dataclass(slots=True)
class _Seen:
    """What was seen of one contender."""

    contender: Contender
    peak: Peak = field(default_factory=Peak)
    runs: list[Run] = field(default_factory=list)

    @property
    def html(self) -> list[float]:
        """Seconds of each round up to the HTML of all pages."""
        return [each.seconds - of(BESIDE, phases(each.said)) for each in self.runs]

    def figure(self, cold: "_Seen") -> Figure:
        """The medians; ratios are those of each round."""
        left = weight(self.contender.site)
        told = [phases(each.said) for each in self.runs]
        return Figure(
            seconds=median(each.seconds for each in self.runs),
            html=median(self.html),
            ratio=median(ours / theirs for ours, theirs in zip(self.html, cold.html, strict=True)),
            processors=median(each.processors for each in self.runs),
            megabytes=self.peak.own,
            search_megabytes=self.peak.search,
            pages=left.pages,
            files=left.files,
            bytes=left.bytes,
            largest=left.largest,
            phases={name: median(each[name] for each in told) for name in told[0]},
        )


@dataclass(frozen=True, slots=True)
class Effort:
    """How often each builds, and the names of those that take part beside our cold build; none means all."""

    rounds: int
    only: frozenset[str] = frozenset()

    def takes(self, contender: Contender) -> bool:
        """Whether the contender takes part."""
        return not self.only or contender.name in {COLD, *self.only}


def measure(unions: int, effort: Effort, work: Path) -> tuple[Size, list[str]]:
    """The contenders at one size, and the names of those that are missing.

    Raises UnequalError where they did not build the same.
    """
    make(work / "sources", unions)
    ours = Planverk(work / "sources", work)
    first = Peak()
    run(ours.begin_warm(), first)
    others, missing = peers(ours.warm / "docs", work)
    all_seen = [_Seen(each) for each in (*ours.contenders(), *others) if effort.takes(each)]
    all_seen[0].peak = first
    for seen in all_seen:
        _tell(f"{unions} unions, {seen.contender.name}: memory and pages")
        seen.contender.prepare()
        if effort.rounds:
            run(seen.contender.command, seen.peak)
        else:
            seen.runs.append(run(seen.contender.command))
    same_pages([seen.contender for seen in all_seen])
    for number in range(1, effort.rounds + 1):
        for seen in all_seen:
            seen.contender.prepare()
            seen.runs.append(run(seen.contender.command))
            _tell(f"{unions} unions, round {number}, {seen.contender.name}: {seen.runs[-1].seconds:.2f} s")
    _same_bytes(ours)
    figures = {seen.contender.name: seen.figure(all_seen[0]) for seen in all_seen}
    return _size(unions, work / "sources" / "plans", ours.cold / "site", figures), missing


def _size(unions: int, plans: Path, site: Path, figures: dict[str, Figure]) -> Size:
    index = weight(site / "pagefind")
    count = len(list(plans.glob("fagforeninger/*/[0-9]*.yml")))
    return Size(unions, count, weight(plans).bytes, index.bytes, index.files, figures)


def same_pages(contenders: list[Contender]) -> None:
    """Raises UnequalError where one of them has other pages than the first."""
    wanted = addresses(contenders[0].site)
    for each in contenders:
        if not wanted or addresses(each.site) != wanted:
            raise UnequalError(each.name, addresses(each.site) ^ wanted)


def _same_bytes(ours: Planverk) -> None:
    """Raises UnequalError where the warm build of the sources as they are now is not that from nothing."""
    run(ours.catch_up())
    cold, warm = digest(ours.cold / "site"), digest(ours.warm / "site")
    if cold != warm:
        raise UnequalError("warm and cold builds", dict(cold.items() ^ warm.items()))


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _sizes(counts: list[int], effort: Effort, missing: set[str]) -> Iterator[Size]:
    for unions in counts:
        with tempfile.TemporaryDirectory(prefix="planverk-bench-") as folder:
            size, absent = measure(unions, effort, Path(folder))
            missing.update(absent)
            yield size


def joined(new: Results, old: Results, *, add: bool) -> Results:
    """The new results, with what the old ones have and this benchmark does not measure."""
    measured = {size.unions for size in new.sizes}
    others = [size for size in old.sizes if size.unions not in measured] if add else []
    sizes = sorted([*others, *new.sizes], key=lambda size: size.unions)
    return replace(new, sizes=sizes, federation=old.federation)


def main() -> None:
    """Measures, prints the tables, and keeps the figures where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", default=SIZES, help="numbers of unions")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="contenders that take part")
    parser.add_argument("--json", type=Path, help="the file for the figures")
    parser.add_argument("--add", action="store_true", help="keep the other sizes that the file holds")
    wanted = parser.parse_args()
    missing: set[str] = set()
    try:
        sizes = list(_sizes(sorted(wanted.counts), Effort(wanted.rounds, frozenset(wanted.only)), missing))
    except UnequalError as error:
        sys.exit(f"Not correct, so nothing was measured: {error}")
    made = a_paper()
    absent = sorted(missing | ({"papers"} if made is None else set()))
    results = Results(machine(), versions(), absent, wanted.rounds, sizes, made)
    if wanted.json:
        if wanted.json.exists():
            results = joined(results, read(wanted.json.read_text(encoding="utf-8")), add=wanted.add)
        wanted.json.write_text(results.text(), encoding="utf-8")
    print(text(results))


if __name__ == "__main__":
    main()
