"""The figures that pages show, counted anew in the JSON alone, and found equal."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from generator.pipeline import generate
from tests.project import ROOT, files
from tests.test_golden import GOLDEN
from tests.test_open_data import STATUS_WORDS, Document, documents, project

DAYS = {"golden": (GOLDEN, datetime.date(2025, 6, 1)), "our own": (ROOT, datetime.date(2025, 2, 1))}


@dataclass(frozen=True)
class Site:
    """The pages, and the data as a stranger reads them."""

    pages: dict[str, bytes]
    plans: list[Document]
    strategies: dict[str, Document]

    def page(self, path: str) -> str:
        return self.pages[path].decode()


@pytest.fixture(scope="module", params=DAYS.values(), ids=list(DAYS))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    source, today = request.param
    root = project(tmp_path_factory.mktemp("figures"), source / "plans", renamed=source is GOLDEN)
    assert generate(root, today, lambda _: None).sound
    pages = files(root / "docs")
    found = documents(pages)
    return Site(
        pages,
        [each for path, each in found.items() if "/planer/" in path],
        {each["id"]: each for path, each in found.items() if "/strategi/" in path},
    )


def items(plan: Document) -> Iterator[Document]:
    for area in plan["omrader"]:
        for key in ("hovedmal", "mal", "tiltak"):
            yield from area[key]


def measures(plans: list[Document]) -> list[Document]:
    return [each for plan in plans for area in plan["omrader"] for each in area["tiltak"]]


def followed(plan: Document) -> set[str]:
    """What the plan follows up: what its items cite, and the main goals that it words otherwise."""
    reworded = {
        f"{plan['strategi']['id']}/{area['id']}/{each['id']}"
        for area in plan["omrader"]
        for each in area["hovedmal"]
        if each["avvik"] == "ordlyd"
    }
    return reworded | {to["id"] for item in items(plan) for to in item["folger"]}


def reported(found: list[Document]) -> str:
    """How many there are, how many of them are reported, and how, as pages say it."""
    statuses = [each["status"]["status"] for each in found if each["status"]]
    told = f"{len(statuses)} av {len(found)} rapportert"
    counts = [f"{statuses.count(each)} {words}" for each, words in STATUS_WORDS.items() if each in statuses]
    silent = len(found) - len(statuses)
    left = f" · {silent} ikke rapportert" if silent else ""
    return f"{told}: {', '.join(counts)}{left}" if statuses else told


def test_who_follows_each_item_in_each_county(site: Site) -> None:
    compared = 0
    for period in site.strategies:
        plans = [plan for plan in site.plans if plan["strategi"]["id"] == period]
        page = site.page(f"dekning/{period}/index.md") if plans else ""
        tables = re.findall(r"<table.*?</table>", page, re.DOTALL)
        for table in (each for each in tables if ">Punkt</th>" in each):
            counties = re.findall(r'<th scope="col">([^<]*)</th>', table)[2:]
            for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", table):
                (item,) = re.findall(r'href="../../strategi/([^"]*)/"', row)
                assert re.findall(r"(\d+) av (\d+)", row) == [
                    count(plans, item, county) for county in (None, *counties)
                ], (period, item)
                compared += 1
    assert compared > 5


def count(plans: list[Document], item: str, county: str | None) -> tuple[str, str]:
    inside = [plan for plan in plans if county in (None, plan["fagforening"]["fylke"]["navn"])]
    unions = {plan["fagforening"]["id"] for plan in inside}
    who = {plan["fagforening"]["id"] for plan in inside if item in followed(plan)}
    return str(len(who)), str(len(unions))


def test_what_is_reported_of_all_that_build_on_an_edition(site: Site) -> None:
    for period in site.strategies:
        plans = [plan for plan in site.plans if plan["strategi"]["id"] == period]
        found = measures(plans)
        if found:
            assert f"{len(found)} tiltak i planene: {reported(found)}\n" in site.page(
                f"dekning/{period}/index.md"
            )


def test_what_is_done_for_each_item_of_the_strategy(site: Site) -> None:
    compared = 0
    for period, strategy in site.strategies.items():
        plans = [plan for plan in site.plans if plan["strategi"]["id"] == period]
        for item in (each for area in strategy["omrader"] for each in (*area["hovedmal"], *area["tiltak"])):
            page = site.page(f"strategi/{item['referanse']}.md")
            doing = [
                each for each in measures(plans) if item["referanse"] in {to["id"] for to in each["folger"]}
            ]
            assert re.findall(r"^\d+ tiltak gjør (?:det|dette): .*$", page, re.MULTILINE) == (
                [f"{len(doing)} tiltak gjør det: {reported(doing)}"] if doing else []
            )
            compared += bool(doing)
    assert compared


def test_what_is_overdue_in_each_plan_and_union(site: Site) -> None:
    for plan in site.plans:
        page = site.page(f"fagforeninger/{plan['id']}.md")
        cards = re.findall(r"^#### [^\n]* \{ #(tiltak-[^ }]*).*?^</div>", page, re.DOTALL | re.MULTILINE)
        assert cards == [f"tiltak-{each['id']}" for each in measures([plan])]
        assert page.count('<span class="pv-past">') == sum(each["frist_ute"] for each in measures([plan]))
    for union in {plan["fagforening"]["id"] for plan in site.plans}:
        told = re.findall(r"· (\d+) er ute uten", site.page(f"fagforeninger/{union}/kalender.md"))
        own = [plan for plan in site.plans if plan["fagforening"]["id"] == union]
        assert sum(map(int, told)) == sum(each["frist_ute"] for each in measures(own))


def test_what_each_role_has_to_do(site: Site) -> None:
    roles = {one["rolle"] for each in measures(site.plans) for one in each["ansvar"] if one["rolle"]}
    assert roles
    for role in roles:
        found = [each for each in measures(site.plans) if role in {one["rolle"] for one in each["ansvar"]}]
        assert re.search(rf"^{len(found)} tiltak", site.page(f"roller/{role}.md"), re.MULTILINE), role
