"""What the page of a plan shows of its deadlines and lets readers narrow, and the list that finds unions."""

import datetime
import json
from collections import Counter
from pathlib import Path

import pytest

from generator.exports.union_list import union_list
from generator.pipeline import look
from generator.views.common import Scene
from generator.views.narrowing import Facet
from generator.views.places import listed
from generator.views.plan import PlanView, plan_view
from generator.views.timeline import MARK, TALL, MarkKind, Timeline
from generator.views.timeline import timeline as picture
from tests.case_folders import assemble
from tests.project import ROOT

TODAY = datetime.date(2025, 6, 15)
HEAD = "periode: {period}\nstrategi: 2024-2025\nordlyd: gjengitt\nkilde: Handlingsplan\nområder:\n"
AREA = "  - område: heltid\n    tiltak:\n"
MEASURE = "      - {{nr: '{nr}', tekst: Tiltak nummer {nr}.{who}, frist: '{words}'{status}}}\n"


def measure(nr: int, words: str, who: str = "styret", status: str = "") -> str:
    told = f", status: [{{dato: 2025-05-01, status: {status}}}]" if status else ""
    whose = f", ansvar: [{who}]" if who else ""
    return MEASURE.format(nr=nr, who=whose, words=words, status=told)


def scene_of(root: Path, measures: str, period: str = "2024-2025", today: datetime.date = TODAY) -> Scene:
    """What is seen of a body whose one plan has these measures."""
    assemble(root)
    folder = root / "plans/fagforeninger/vik"
    (folder / "2024-2025.yml").unlink()
    (folder / f"{period}.yml").write_text(HEAD.format(period=period) + AREA + measures, encoding="utf-8")
    scene = look(root, today).scene
    assert scene is not None
    return scene


def timeline(scene: Scene) -> Timeline:
    (plan,) = scene.body.plans
    found = picture(scene, plan)
    assert found is not None
    return found


def view(scene: Scene) -> PlanView:
    (plan,) = scene.body.plans
    union = next(each for each in scene.body.unions if each.id == plan.union)
    return plan_view(scene, union, plan)


def test_a_mark_stands_in_the_month_of_its_last_day_and_tells_how_it_stands(tmp_path: Path) -> None:
    scene = scene_of(
        tmp_path,
        measure(1, "1. januar 2024")
        + measure(2, "april 2025", status="gjennomført")
        + measure(3, "1. mai 2025", status="utgått")
        + measure(4, "juni 2025")
        + measure(5, "2025")
        + measure(6, "15. januar 2026")
        + measure(7, "kontinuerlig")
        + measure(8, "når det passer"),
    )
    found = timeline(scene)
    column = found.column
    assert [(mark.x // column, mark.kind, mark.words) for mark in found.marks] == [
        (0, MarkKind.PASSED, "1. januar 2024"),
        (15, MarkKind.DONE, "april 2025"),
        (16, MarkKind.ENDED, "1. mai 2025"),
        (17, MarkKind.TO_COME, "juni 2025"),
        (23, MarkKind.TO_COME, "2025"),
        (24, MarkKind.TO_COME, "15. januar 2026"),
    ]
    assert (found.before, found.after, found.today) == (None, 24 * column, 17 * column)
    assert [(kind, n) for kind, _, n in found.kinds] == list(
        {MarkKind.TO_COME: 3, MarkKind.PASSED: 1, MarkKind.ENDED: 1, MarkKind.DONE: 1}.items()
    )
    assert found.throughout == 1
    assert found.next is not None
    assert (found.next.day, found.next.anchor) == (datetime.date(2025, 6, 30), "tiltak-4")


@pytest.mark.parametrize("many", [1, 12, 13, 60])
@pytest.mark.parametrize("period", ["2025", "2024-2025", "2022-2025", "2016-2025"])
def test_marks_neither_overlap_nor_leave_the_picture(tmp_path: Path, many: int, period: str) -> None:
    measures = "".join(measure(nr, ("15.03.2025", "2025", "01.02.2026")[nr % 3]) for nr in range(many))
    found = timeline(scene_of(tmp_path, measures, period))
    places = [(mark.x, mark.y) for mark in found.marks]
    assert len(places) == many
    assert max(Counter(places).values()) == 1
    assert all(MARK // 2 <= x <= found.width - MARK // 2 and 0 < y < found.base for x, y in places)
    assert found.width <= 360
    if many <= TALL:
        assert found.base <= TALL * MARK + 18


def test_nothing_due_on_a_day_gives_no_picture(tmp_path: Path) -> None:
    scene = scene_of(tmp_path, measure(1, "kontinuerlig"))
    (plan,) = scene.body.plans
    assert picture(scene, plan) is None
    assert view(scene).calendar_file is None


def test_a_plan_over_shows_no_today_and_no_next_deadline(tmp_path: Path) -> None:
    found = timeline(scene_of(tmp_path, measure(1, "mai 2025"), today=datetime.date(2026, 2, 1)))
    assert (found.today, found.next) == (None, None)


def choices(facet: Facet) -> list[tuple[str, int]]:
    return [(choice.key, choice.items) for choice in facet.choices]


def test_a_plan_is_narrowed_by_what_makes_a_difference(tmp_path: Path) -> None:
    scene = scene_of(
        tmp_path,
        measure(1, "1. mai 2025")
        + measure(2, "1. mai 2025", status="i gang")
        + measure(3, "1. mai 2025", status="gjennomført")
        + measure(4, "2025", who="leder, styret")
        + measure(5, "2025")
        + measure(6, "kontinuerlig", who="")
        + measure(7, "når det passer", who=""),
    )
    shown = view(scene)
    assert {facet.name: choices(facet) for facet in shown.facets} == {
        "status": [("gjennomfort", 1), ("i-gang", 1), ("ikke-rapportert", 5)],
        "rolle": [("leder", 1), ("styret", 5), ("ingen", 2)],
        "frist": [("ute", 2), ("kommer", 2), ("2024", 1), ("2025", 6), ("hele-tiden", 1), ("uten", 1)],
    }
    keys = [each.keys for area in shown.areas for each in area.measures]
    for facet in shown.facets:
        held = {"status": [k.status for k in keys], "rolle": [k.roles for k in keys]}.get(
            facet.name, [k.deadline for k in keys]
        )
        counts = Counter(key for each in held for key in each.split())
        assert choices(facet) == [(choice.key, counts[choice.key]) for choice in facet.choices]


def test_a_short_plan_is_not_narrowed(tmp_path: Path) -> None:
    assert view(scene_of(tmp_path, measure(1, "2025") + measure(2, "2024", who="leder"))).facets == ()


def test_the_list_of_unions_holds_each_once_in_few_bytes() -> None:
    scene = look(ROOT, TODAY).scene
    assert scene is not None
    text = union_list(listed(scene))
    made = json.loads(text)
    rows = {row[0]: row for row in made["fagforeninger"]}
    assert set(rows) == {union.id for union in scene.body.unions}
    assert rows["lillehammer"] == ["lillehammer", "Fagforbundet Lillehammer", "059", 1]
    assert made["fylker"] == ["Akershus", "Innlandet", "Oslo"]
    assert max(len(line.encode()) for line in text.splitlines()) <= 80
