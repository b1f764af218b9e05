"""`planverk report`, as a secretary meets it: a paper of its own for any span of days."""

import re
import subprocess
from html import unescape
from pathlib import Path

import pytest

from tests import rendering
from tests.project import COMMAND, ENVIRONMENT, copy_project, planverk

SITE = "https://planer.example/alle/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def with_site(project: Path, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own command
        [COMMAND, "report", *arguments],
        cwd=project,
        env={**ENVIRONMENT, "PLANVERK_SITE_URL": SITE},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def words(parts: list[rendering.Element | str]) -> str:
    """What is to be read."""
    return " ".join(part for part in parts if isinstance(part, str))


def test_the_report_is_one_html_file_that_asks_for_nothing_else(project: Path) -> None:
    done = planverk(project, "report", "lillehammer", "--from", "2024-01-01", "--to", "2024-12-31")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith('<!doctype html>\n<html lang="nb">\n')
    assert "<title>Fagforbundet Lillehammer: Årsmelding: resultater 2024</title>" in done.stdout
    assert re.findall(r"<script|<link|<img|\ssrc=|url\(|@import|¶", done.stdout) == []
    assert set(re.findall(r'href="([^"]*)"', done.stdout)) == set()


def test_the_html_says_what_the_markdown_says(project: Path) -> None:
    span = ("--from", "2023-02-01", "--to", "2023-10-31", "--period", "2023")
    markdown = planverk(project, "report", "pleie-og-omsorg-oslo", *span, "--format", "markdown").stdout
    html = planverk(project, "report", "pleie-og-omsorg-oslo", *span, "--output", "r.html")
    assert (html.returncode, html.stdout) == (0, "")
    body = (project / "r.html").read_text(encoding="utf-8").partition("<main")[2].partition(">")[2]
    assert "Handlingsplan 2023 · 1. februar 2023 til 31. oktober 2023" in words(rendering.parsed(body))
    assert words(rendering.parsed(body)) == words(rendering.rendered(markdown))


def test_links_lead_to_the_site_where_its_address_is_known(project: Path) -> None:
    html = with_site(project, "forse", "--to", "2024-12-31")
    targets = set(re.findall(r'href="([^"]*)"', html))
    assert f"{SITE}fagforeninger/forse/2024-2025/#tiltak-sosialt-1" in targets
    assert {each for each in targets if not each.startswith(SITE)} == {"#det-som-kommer"}


def test_a_span_of_its_own_is_told_by_its_days(project: Path) -> None:
    text = planverk(
        project, "report", "lillehammer", "--from", "2025-01-08", "--to", "2025-01-28", "--format", "markdown"
    ).stdout
    assert text.startswith("# Resultater\n")
    assert "8&#46; januar 2025 til 28&#46; januar 2025" in text
    assert "Behandlet av årsmøtet 28&#46; januar 2025" in text
    assert "7&#46; januar" not in text


def test_without_a_span_it_is_this_year_until_the_day_and_never_further(project: Path) -> None:
    usual = planverk(project, "report", "lillehammer")
    told = unescape(usual.stdout)
    assert "<h1" in told
    assert "Status og resultater hittil i 2025" in told
    assert "1. januar 2025 til 1. juni 2025" in told
    assert planverk(project, "report", "lillehammer", "--to", "2025-12-31").stdout == usual.stdout


def test_text_of_a_plan_stays_text(project: Path) -> None:
    path = project / "plans/fagforeninger/forse/2024-2025.yml"
    hostile = "'<script>x</script> [a](javascript:b) ![c](d) **e** </style>'"
    source = path.read_text(encoding="utf-8").replace("tekst: Holde sommerfest.", f"tekst: {hostile}")
    assert hostile in source
    path.write_text(source, encoding="utf-8")
    html = with_site(project, "forse")
    assert hostile.strip("'") in words(rendering.parsed(html))
    assert "<script" not in html


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lillehamer"], "Det er ingen fagforening som heter «lillehamer». Mente du «lillehammer»?"),
        (["../as"], "Det er ingen fagforening som heter «../as». Skriv en av disse: "),
        (["as", "--period", "2024"], "Fagforbundet Ås har ingen plan for «2024». Mente du «2024-2025»?"),
        (
            ["as", "--from", "2025-02-01", "--to", "2025-01-31"],
            "Rapporten ville slutte 2025-01-31, før den begynner 2025-02-01.",
        ),
        (["as", "--from", "2025-06-02"], "2025-06-02 er ikke kommet ennå."),
        (["as", "--from", "i går"], "Skriv datoen som år-måned-dag, for eksempel 2025-01-28."),
        (["as", "--format", "pdf"], "'pdf' is not one of 'html', 'markdown'"),
        ([], "Missing argument 'UNION'"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_is_wrong(project: Path, arguments: list[str], told: str) -> None:
    done = planverk(project, "report", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def spoil(project: Path, union: str) -> None:
    path = project / f"plans/fagforeninger/{union}/2024-2025.yml"
    source = path.read_text(encoding="utf-8")
    assert "område: heltid\n" in source
    path.write_text(source.replace("område: heltid\n", "område: heltidd\n"), encoding="utf-8")


def test_a_faulty_plan_has_no_report_and_stops_no_other(project: Path) -> None:
    spoil(project, "as")
    done = planverk(project, "report", "as")
    assert (done.returncode, done.stdout) == (1, "")
    assert "plans/fagforeninger/as/2024-2025.yml:" in done.stderr
    assert "Mente du «heltid»?" in done.stderr
    assert done.stderr.endswith("1 feil, 0 advarsler\nIngen rapport ble laget.\n")
    other = planverk(project, "report", "lillehammer")
    assert (other.returncode, other.stderr) == (0, "")


def test_a_file_that_cannot_be_written_is_told(project: Path) -> None:
    done = planverk(project, "report", "as", "--output", "mangler/rapport.html")
    assert done.returncode == 1
    assert "mangler/rapport.html kan ikke leses eller skrives" in done.stderr
    assert "Det som var der fra før, står." in done.stderr
