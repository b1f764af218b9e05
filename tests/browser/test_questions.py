"""What members and boards ask, answered in at most three clicks from the front page."""

import re
from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, served
from tests.project import copy_project, planverk
from tests.repository import repository

pytestmark = pytest.mark.browser

CLICKS = 3
GOAL = "økte og faste stillinger"


def _follow(visit: Visit, links: Sequence[str]) -> None:
    """From the front page by the links of these names, none more than a question may take."""
    assert len(links) <= CLICKS
    visit.open("/")
    for name in links:
        visit.page.locator("article").get_by_role("link", name=name, exact=True).first.click()


def test_what_does_as_do_about_part_time_work(visit: Visit) -> None:
    _follow(visit, ["Akershus", "Fagforbundet Ås", "Heltid, likelønn og kampen for mindre forskjeller"])
    expect(visit.page).to_have_url(re.compile("/fagforeninger/as/#omrade-heltid$"))
    expect(visit.page.locator("#omrade-heltid")).to_be_in_viewport()
    expect(visit.page.locator("main")).to_contain_text(
        "Se til at drøftingsmøter om heltid/deltid holdes kontinuerlig."
    )


def test_who_follows_the_goal_on_apprentices_up(visit: Visit) -> None:
    goal = "Tallet på læreplasser er i samsvar med det som arbeidet og samfunnet har behov for."
    _follow(visit, ["Fag- og tjenesteutvikling", goal])
    expect(visit.page).to_have_url(re.compile("/fag/lareplasser/$"))
    expect(visit.page.locator("main")).to_contain_text("Ingen av planene for perioden følger opp dette.")
    expect(visit.page.get_by_role("table")).to_contain_text("0 av 3")


def test_what_is_due_before_the_summer_of_2025(visit: Visit) -> None:
    _follow(visit, ["Alle fristene måned for måned", "I år: 2025", "Oslo"])
    expect(visit.page.get_by_role("heading", name="Mai", exact=False).first).to_be_visible()
    expect(visit.page.locator("main")).to_contain_text("1. mai 2025")


def test_what_has_the_opplaringsutvalg_to_do(visit: Visit) -> None:
    _follow(visit, ["Roller", "Opplæringsutvalget"])
    expect(visit.page.locator(".pv-card")).to_have_count(4)
    expect(visit.page.locator("main")).to_contain_text("Gi de tillitsvalgte opplæring i hovedavtalen.")


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served in whose history a union changed a goal after its annual meeting."""
    project = copy_project(tmp_path_factory.mktemp("revised"))
    history = repository(project)
    history.commit("2025-01-10")
    plan = project / "plans/fagforeninger/lillehammer/2024-2025.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace(GOAL, f"{GOAL}, hvert år"), encoding="utf-8")
    assert GOAL in text
    history.commit("2025-03-01")
    built = planverk(project, "build")
    assert built.returncode == 0, built.stderr
    with served(project / "site") as at:
        yield at


def test_what_changed_since_the_last_annual_meeting(visit: Visit, revised: str) -> None:
    visit.address = revised
    _follow(visit, ["Innlandet", "Fagforbundet Lillehammer"])
    expect(visit.page.locator("main")).to_contain_text("1 mål endret")
    visit.page.get_by_role("link", name=re.compile("1 mål endret|Siden årsmøtet")).first.click()
    expect(visit.page.locator("ins").first).to_contain_text("hvert år")
