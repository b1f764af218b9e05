"""What the benchmark computes from what it measured; no test asserts a time."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench import blocks
from bench.corpus import Make
from bench.goals import goals, near
from bench.growth import LIMIT, exponent, forecast, value
from bench.peers import Contender
from bench.phases import BESIDE, SEARCH, of, phases
from bench.processes import Command, FailedError, Peak, run
from bench.results import Asked, Built, Federation, Figure, Machine, Papers, Results, Size, read
from bench.speed import Effort, UnequalError, joined, same_pages
from bench.tables import Table, Words, step_table, time_table
from bench.trees import Weight, weight

PLANVERK = ("planverk", "planverk-unchanged", "planverk-changed", "planverk-restored")
OTHERS = ("material-lunr", "material", "hugo-json")


def figure(seconds: float, cold: float, unions: int) -> Figure:
    return Figure(
        seconds=seconds,
        html=seconds,
        ratio=seconds / cold,
        processors=seconds,
        megabytes=100,
        search_megabytes=10,
        pages=10 * unions,
        files=12 * unions,
        bytes=500_000 * unions,
        largest=80_000,
        phases={"Making the open data": seconds / 5, "Making the search index": seconds / 2},
    )


def size(unions: int) -> Size:
    cold = unions / 100
    times = {"planverk-restored": 0.3, "material-lunr": 9, "material": 7, "hugo-json": 0.9}
    names = (*PLANVERK, *OTHERS)
    figures = {name: figure(times.get(name, 1) * cold, cold, unions) for name in names}
    return Size(unions, unions * 3 // 2, 20_000 * unions, 30_000 * unions, unions, figures)


RESULTS = Results(
    machine=Machine("A processor", 2, 8.0, "Linux 6", "3.13.0"),
    versions={"mkdocs": "1.6.1"},
    missing=["zensical", "hugo"],
    rounds=3,
    sizes=[size(100), size(1000)],
    papers=Papers(plans=6, seconds=3, bytes=100_000),
    federation=Federation(
        Built(40, 10, 100, 400, 20_000_000),
        [Built(20, 6, 90, 220, 11_000_000), Built(20, 5, 80, 210, 10_000_000)],
        Asked(40, 200, 20, 900),
        Asked(42, 350, 34, 1200),
    ),
)


@pytest.mark.parametrize("power", [0.5, 1, 1.7])
def test_the_exponent_is_that_of_the_growth(power: float) -> None:
    assert exponent([(n, 3 * n**power) for n in (10, 100, 350)]) == pytest.approx(power)


def test_one_size_shows_no_growth() -> None:
    with pytest.raises(ValueError, match="two sizes"):
        exponent([(10, 1)])


@pytest.mark.parametrize(
    ("unions", "expected"), [(1, 5), (10, 5), (100, 50), (1000, 500), (10_000, 5_000), (100_000, 50_000)]
)
def test_values_lie_on_the_line(unions: int, expected: float) -> None:
    assert value([(10, 5), (100, 50), (1000, 500)], unions) == pytest.approx(expected)


def test_nothing_is_said_to_grow_slower_than_the_number() -> None:
    assert value([(10, 5), (1000, 6)], 2000) == pytest.approx(12)
    assert value([(10, 5)], 20) == pytest.approx(10)


def test_sites_are_as_many_as_the_limit_asks_for() -> None:
    cast = forecast(RESULTS, 10_000, 1)
    assert (cast.one.pages, cast.one.bytes) == (100_000, 5_000_000_000)
    assert (cast.one.papers_bytes, round(cast.one.papers_seconds)) == (1_500_000_000, 45_000)
    assert (cast.sites, cast.each.unions) == (7, 1_429)
    assert cast.each.whole <= LIMIT
    thrice = forecast(RESULTS, 10_000, 3)
    assert (thrice.one.bytes, thrice.one.papers_bytes) == (3 * cast.one.bytes, cast.one.papers_bytes)
    assert thrice.one.megabytes == cast.one.megabytes


def test_goals_are_measured_at_a_thousand() -> None:
    found = {goal.name: (goal.figure, goal.met) for goal in goals(RESULTS)}
    assert found == {
        "stock": (9, True),
        "hugo": (pytest.approx(1 / 0.9), False),
        "search": (pytest.approx(0.25), True),
        "downloads": (2, False),
        "changed": (pytest.approx(30), True),
        "growth-html": (pytest.approx(1), True),
        "growth-bytes": (pytest.approx(1), True),
        "growth-pages": (pytest.approx(1), True),
        "memory": (100, True),
    }
    several = replace(RESULTS, sizes=[size(10), size(350), size(3000)])
    assert near(several) is several.sizes[1]
    assert near(replace(RESULTS, sizes=[size(3000)])) is None


def test_steps_are_read_among_other_lines() -> None:
    said = (
        "98 warnings\n    1.50  Building the site\n    0.25  Making the search index (nb)\n"
        "    0.25  Making the search index (nn)\n0.1 s\n"
    )
    assert phases(said) == {"Building the site": 1.5, "Making the search index": 0.5}
    assert of(SEARCH, phases(said)) == of(BESIDE, phases(said)) == 0.5
    assert phases("") == {}


def test_a_table_of_times() -> None:
    assert time_table(replace(RESULTS, sizes=[size(100), size(1000)]), Words("nb")) == Table(
        "Sekunder, og i parentes forholdet til Planverk fra ingenting",
        ("Bygget av", "100 fagforeninger", "1\xa0000 fagforeninger", "Eksponent"),
        (
            ("Planverk, fra ingenting", ("1,00 (1,00)", "10,0 (1,00)", "1,00")),
            ("Planverk, ingenting endret", ("1,00 (1,00)", "10,0 (1,00)", "1,00")),
            ("Planverk, én plan endret", ("1,00 (1,00)", "10,0 (1,00)", "1,00")),
            ("Planverk, én plan endret, ny utsjekk og mellomlager", ("0,30 (0,30)", "3,00 (0,30)", "1,00")),
            ("Material med søk (lunr)", ("9,00 (9,00)", "90,0 (9,00)", "1,00")),
            ("Material uten søk", ("7,00 (7,00)", "70,0 (7,00)", "1,00")),
            ("Hugo med JSON-register", ("0,90 (0,90)", "9,00 (0,90)", "1,00")),
        ),
    )


def test_what_is_missing_is_said() -> None:
    assert "- Not measured because it was missing: Zensical, Hugo" in blocks.text(RESULTS)


def test_figures_live_through_json() -> None:
    assert read(RESULTS.text()) == RESULTS


def test_every_language_says_the_same() -> None:
    said = [set(Words(language).keys()) for language in blocks.PAGES]
    assert said[0] == said[1] == said[2]
    assert [set(blocks.blocks(RESULTS, language)) for language in blocks.PAGES] == [
        set(blocks.blocks(RESULTS, "nb"))
    ] * 3


def test_the_pages_have_the_figures() -> None:
    """After another measurement, `python -m bench.blocks` writes them."""
    wrong = [file.as_posix() for file, page in blocks.pages().items() if page != file.read_text("utf-8")]
    assert wrong == []


def test_the_picture_tells_in_words_what_it_shows() -> None:
    drawn = blocks.blocks(RESULTS, "en")["curves"]
    assert "\n\n" not in drawn
    assert 'role="img" aria-labelledby="curves-title curves-desc"' in drawn
    assert "Material with search (lunr): 9.00, 90.0; Hugo with a JSON index: 0.90, 9.00.</desc>" in drawn


def test_other_pages_are_seen(tmp_path: Path) -> None:
    made = [Contender(name, Command((), tmp_path), tmp_path / name) for name in ("ours", "theirs")]
    for each in made:
        (each.site / "om").mkdir(parents=True)
        (each.site / "om/index.html").write_text("x", encoding="utf-8")
        (each.site / "404.html").write_text("x", encoding="utf-8")
    same_pages(made)
    assert weight(made[0].site) == Weight(pages=1, files=2, bytes=2, largest=1)
    (made[1].site / "index.html").write_text("x", encoding="utf-8")
    with pytest.raises(UnequalError, match=r"theirs: 1 files, such as \['index.html'\]"):
        same_pages(made)


def test_a_program_and_its_children_are_weighed(tmp_path: Path) -> None:
    child = "import time; held = bytearray(40_000_000); time.sleep(0.5)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}]); print('done')"
    peak = Peak()
    ran = run(Command((sys.executable, "-c", parent), tmp_path), peak)
    assert ran.said == "done\n"
    if Path("/proc/self/stat").is_file():
        assert peak.own > 40


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="no such thing"):
        run(Command((sys.executable, "-c", "raise SystemExit('no such thing')"), tmp_path))


def test_a_share_of_unions_has_an_earlier_plan() -> None:
    assert [number for number in range(10) if Make(earlier=0.3).has_earlier(number)] == [3, 6, 9]
    assert [number for number in range(6) if Make().has_earlier(number)] == [1, 3, 5]
    assert Make(seed=1).random(7).random() != Make().random(7).random() == Make().random(7).random()


def test_sizes_measured_before_are_kept_where_that_is_wanted() -> None:
    new = replace(RESULTS, sizes=[size(1000), size(3000)], rounds=1, federation=None)
    together, alone = joined(new, RESULTS, add=True), joined(new, RESULTS, add=False)
    assert [each.unions for each in together.sizes] == [100, 1000, 3000]
    assert together.sizes[1] is new.sizes[0]
    assert [each.unions for each in alone.sizes] == [1000, 3000]
    assert together.federation == alone.federation == RESULTS.federation


def test_what_was_not_measured_is_told_as_unknown() -> None:
    alone = {"planverk": replace(RESULTS.sizes[1].figures["planverk"], megabytes=0)}
    results = replace(RESULTS, sizes=[RESULTS.sizes[0], replace(RESULTS.sizes[1], figures=alone)])
    at = {each.name: each.unions for each in goals(results)}
    assert {name: at[name] for name in ("stock", "hugo", "search", "changed")} == {
        "stock": 100,
        "hugo": 100,
        "search": 100,
        "changed": 100,
    }
    assert (at["growth-html"], at["memory"]) == (1000, None)
    assert [each.name for each in goals(results) if each.met is None] == ["memory"]
    assert results.points("planverk", "megabytes") == [(100, 100)]
    assert forecast(results, 10_000, 1).one.megabytes == pytest.approx(10_000)
    assert "| – |" in blocks.text(results)


def test_steps_are_told_of_a_build_from_nothing_and_of_one_in_ci() -> None:
    table = step_table(RESULTS, Words("nb"))
    assert table.head == ("Steg", "Fra ingenting", "Én plan endret")
    assert table.rows == (
        ("Andre åpne data, med arbeidsboken", ("2,00", "0,60")),
        ("Lage søkeregisteret", ("5,00", "1,50")),
        ("Hele bygget", ("10,0", "3,00")),
    )


def test_only_some_take_part_where_they_are_named(tmp_path: Path) -> None:
    contenders = [Contender(name, Command((), tmp_path), tmp_path) for name in (*PLANVERK, *OTHERS)]
    some, every = Effort(1, frozenset({"hugo-json"})), Effort(1)
    assert [each.name for each in contenders if some.takes(each)] == ["planverk", "hugo-json"]
    assert all(every.takes(each) for each in contenders)


def test_the_command_explains_itself() -> None:
    done = subprocess.run([sys.executable, "-m", "bench.speed", "--help"], capture_output=True, check=True)
    assert b"--rounds" in done.stdout


def test_blocks_are_renewed_and_nothing_else() -> None:
    page = (
        "A\n<!-- bench: one -->\n<!-- bench: end -->\nB\n<!-- bench: two -->\nold\n<!-- bench: end -->\nC\n"
    )
    once = blocks.renewed(page, {"one": "1", "two": "2"})
    assert once == (
        "A\n<!-- bench: one -->\n1\n<!-- bench: end -->\nB\n<!-- bench: two -->\n2\n<!-- bench: end -->\nC\n"
    )
    assert blocks.renewed(once, {"one": "1", "two": "2"}) == once
