"""Links to where a page, and what stands on it, is changed: forms of hosts, lines, what is refused."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import Position
from generator.forge import Forge, ForgeSettingError, Form, Host, forge
from generator.forge_setting import stated_forge
from generator.language import Language
from generator.pipeline import generate
from tests.project import ENVIRONMENT, ROOT, copy_project, planverk
from tests.test_golden import GOLDEN, TODAY, pages

PLACE = Position("plans/fagforeninger/vik/2024-2025.yml", 12, 9)
HUB = "https://github.com/eksempel/planer"
LINK = re.compile(
    r'<a href="(?P<to>[^"]+)" rel="nofollow"(?: aria-label="(?P<name>[^"]+)")?>Foreslå endring</a>'
)


@pytest.mark.parametrize(
    ("repo_url", "stated", "file", "line"),
    [
        pytest.param(
            f"{HUB}.git",
            None,
            f"{HUB}/edit/main/{PLACE.file}",
            f"{HUB}/edit/main/{PLACE.file}#L12",
            id="GitHub, whose editor begins at the line",
        ),
        pytest.param(
            "https://gitlab.com/en/gruppe/planer/",
            {"gren": "drift/2026"},
            f"https://gitlab.com/en/gruppe/planer/-/edit/drift/2026/{PLACE.file}",
            f"https://gitlab.com/en/gruppe/planer/-/edit/drift/2026/{PLACE.file}#L12",
            id="GitLab, whose editor does so too",
        ),
        pytest.param(
            "https://codeberg.org/eksempel/planer",
            {"vert": "", "gren": ""},
            f"https://codeberg.org/eksempel/planer/_edit/main/{PLACE.file}",
            f"https://codeberg.org/eksempel/planer/src/branch/main/{PLACE.file}#L12",
            id="Forgejo, which shows the line but does not edit at it",
        ),
        pytest.param(
            "http://git.example.no:3000/a/b",
            {"vert": "gitea"},
            f"http://git.example.no:3000/a/b/_edit/main/{PLACE.file}",
            f"http://git.example.no:3000/a/b/src/branch/main/{PLACE.file}#L12",
            id="a host of one's own, whose kind is said",
        ),
    ],
)
def test_each_host_has_its_form(repo_url: str, stated: object, file: str, line: str) -> None:
    found = forge(repo_url, stated)
    assert found is not None
    assert (found.file(PLACE.file), found.line(PLACE)) == (file, line)


@pytest.mark.parametrize(
    ("repo_url", "host"),
    [
        ("https://github.example.no/a/b", Host.GITHUB),
        ("https://gitlab.example.no/a/b/c", Host.GITLAB),
        ("https://gitea.com/a/b", Host.GITEA),
        ("https://forgejo.example.no/a/b", Host.GITEA),
    ],
)
def test_the_kind_of_many_hosts_is_known_by_the_name(repo_url: str, host: Host) -> None:
    assert forge(repo_url, None) == Forge(repo_url, host, "main")


def test_what_is_not_plain_in_a_path_is_encoded() -> None:
    odd = Forge(HUB, Host.GITHUB).file('docs/hjelp/å "b"#?.md')
    assert odd == f"{HUB}/edit/main/docs/hjelp/%C3%A5%20%22b%22%23%3F.md"


@pytest.mark.parametrize("repo_url", ["", None])
def test_nothing_is_said_of_no_repository(repo_url: str | None) -> None:
    assert forge(repo_url, {"vert": "svn"}) is None


NO_ADDRESS = (
    "repo_url i mkdocs.yml er ikke adressen til et kodelager: «{}». "
    "Skriv den som i https://github.com/eksempel/handlingsplaner."
)
TOO_MUCH = (
    "repo_url i mkdocs.yml holder mer enn adressen til kodelageret. "
    "Ta bort brukernavn, passord og alt fra ? eller # og utover: adressen vises på sidene."
)
KINDS = "Skriv vert: github, vert: gitlab eller vert: gitea (også for Forgejo) under extra, kilde."
NO_HOST = f"Det er ikke kjent hva slags vert {{}} er (repo_url i mkdocs.yml). {KINDS}"
NO_KIND = f"«{{}}» er ikke et slag vert (extra, kilde, vert i mkdocs.yml). {KINDS}"
NO_KEY = "Under extra, kilde i mkdocs.yml kan bare vert, gren og skjema stå."
NO_FORMS = "Bare GitHub tar imot skjemaer (extra, kilde, skjema i mkdocs.yml)."
NO_BRANCH = (
    "«{}» er ikke navnet på en gren (extra, kilde, gren i mkdocs.yml). "
    "Skriv grenen som nettstedet bygges fra, oftest main."
)
NOT_ADDRESSES = (
    "git@github.com:eksempel/planer",
    "https://github.com/",
    "javascript://github.com/a/b",
    "https://[github.com/a/b",
)


@pytest.mark.parametrize(
    ("repo_url", "stated", "told"),
    [
        *((url, None, NO_ADDRESS.format(url)) for url in NOT_ADDRESSES),
        ("https://eksempel:hemmelig@github.com/a/b", None, TOO_MUCH),
        ("https://bitbucket.org/a/b", {"gren": "main"}, NO_HOST.format("bitbucket.org")),
        (HUB, {"vert": "svn"}, NO_KIND.format("svn")),
        (HUB, {"branch": "main"}, NO_KEY),
        (HUB, "main", NO_KEY),
        ("https://gitlab.com/a/b", {"skjema": True}, NO_FORMS),
        *(
            (HUB, {"gren": name}, NO_BRANCH.format(name))
            for name in ("../x", "a b", "a//b", "/main", "main/", 'a"b', "-x")
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_in_plain_words(repo_url: str, stated: object, told: str) -> None:
    with pytest.raises(ForgeSettingError) as refused:
        forge(repo_url, stated)
    assert " ".join(map(Language("nb").text, refused.value.messages)) == told
    assert "{" not in str(refused.value)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The golden plans, with a repository."""
    shutil.copytree(GOLDEN / "plans", tmp_path / "plans")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "mkdocs.yml").write_text(f"repo_url: {HUB}\n", encoding="utf-8")
    return tmp_path


def links(page: str) -> list[tuple[str, str | None]]:
    return [(unescape(each["to"]), each["name"] and unescape(each["name"])) for each in LINK.finditer(page)]


def test_pages_lead_to_their_files_and_items_to_their_lines(project: Path) -> None:
    assert generate(project, TODAY, lambda _: None).sound
    items = 0
    for page in pages(project / "docs").values():
        for to, name in links(page):
            path, _, line = to.removeprefix(f"{HUB}/edit/main/").partition("#L")
            source = (project / path).read_text(encoding="utf-8").splitlines()
            number = re.search(r"tiltak (\S+)$", name or "")
            if number:
                items += 1
                written = source[int(line) - 1]
                assert written.lstrip(" -") == f"nr: {number[1]}", (to, name)
    assert items > 20


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("3.1.4", "Foreslå endring i tiltak 3.1.4"),
        ("Aktivitet 2", "Foreslå endring i Aktivitet 2"),
        (None, "Foreslå endring i tiltaket «Holde <to> møter»"),
    ],
)
def test_a_link_is_named_for_its_measure(project: Path, number: str | None, name: str) -> None:
    plan = project / "plans/fagforeninger/nes/2024-2025.yml"
    first = f"      - {'id: nytt' if number is None else f'nr: {number}'}"
    item = f"    tiltak:\n{first}\n        tekst: Holde <to> møter\n"
    text = plan.read_text(encoding="utf-8").replace("    tiltak:\n", item, 1)
    plan.write_text(text, encoding="utf-8")
    generate(project, TODAY, lambda _: None)
    page = (project / "docs/fagforeninger/nes/2024-2025.md").read_text(encoding="utf-8")
    line = text.split("\n").index(first) + 1
    assert (f"{HUB}/edit/main/plans/fagforeninger/nes/2024-2025.yml#L{line}", name) in links(page)


def test_which_pages_lead_where(project: Path) -> None:
    """One link a page that is made of one file; none on pages that are made of many."""
    generate(project, TODAY, lambda _: None)
    found = {
        path: [
            to.removeprefix(f"{HUB}/edit/main/")
            for to, name in links(page)
            if name in (None, "Foreslå endring")
        ]
        for path, page in pages(project / "docs").items()
    }
    assert all(len(each) < 2 for each in found.values())
    plan = "plans/fagforeninger/nes/2024-2025.yml"
    of_plans = [path for path in found if path.startswith("fagforeninger/") and path.count("/") > 1]
    assert [path for path in of_plans if not found[path]] == ["fagforeninger/tom/index.md"]
    assert found["fagforeninger/nes/2024-2025.md"] == [plan]
    assert [found[path] for path in ("index.md", "fagforeninger/index.md", "kalender/index.md")] == [
        [],
        [],
        [],
    ]


def test_plans_lead_to_forms_where_the_repository_takes_them(project: Path) -> None:
    setting = f"repo_url: {HUB}\nextra: {{kilde: {{skjema: true}}}}\n"
    (project / "mkdocs.yml").write_text(setting, encoding="utf-8")
    generate(project, TODAY, lambda _: None)
    page = (project / "docs/fagforeninger/nes/2024-2025.md").read_text(encoding="utf-8")
    found = re.findall(r'<a href="([^"]+/issues/new[^"]+)" rel="nofollow">([^<]+)</a>', page)
    address = f"{HUB}/issues/new?template={{}}.yml&plan=nes/2024-2025"
    assert [(unescape(to), words) for to, words in found] == [
        (address.format("meld-status"), "Meld status"),
        (address.format("ny-frist"), "Gi ny frist"),
        (address.format("nytt-tiltak"), "Foreslå tiltak"),
    ]
    for form in Form:
        asked = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{form}.yml").read_text(encoding="utf-8"))
        assert asked["body"][1]["id"] == "plan"


def test_without_a_repository_nothing_is_there(project: Path) -> None:
    generate(project, TODAY, lambda _: None)
    (project / "mkdocs.yml").write_text(
        "repo_url: ''\nextra: {kilde: {vert: '', gren: ''}}\n", encoding="utf-8"
    )
    generate(project, TODAY, lambda _: None)
    assert [path for path, page in pages(project / "docs").items() if "pv-suggest" in page] == []
    shutil.rmtree(project / "docs/regler")
    assert pages(project / "docs") == pages(GOLDEN / "docs")


def test_kept_pages_follow_the_setting_and_the_lines(project: Path) -> None:
    generate(project, TODAY, lambda _: None)
    setting = project / "mkdocs.yml"
    setting.write_text(f"repo_url: {HUB}\nextra: {{kilde: {{gren: drift}}}}\n", encoding="utf-8")
    generate(project, TODAY, lambda _: None)
    page = project / "docs/fagforeninger/nes/2024-2025.md"
    before = links(page.read_text(encoding="utf-8"))
    assert all(to.startswith(f"{HUB}/edit/drift/plans/") for to, _ in before)
    plan = project / "plans/fagforeninger/nes/2024-2025.yml"
    plan.write_text(f"# En linje til.\n{plan.read_text(encoding='utf-8')}", encoding="utf-8")
    generate(project, TODAY, lambda _: None)
    after = links(page.read_text(encoding="utf-8"))
    lower = [re.sub(r"(?<=#L)\d+", lambda line: str(int(line[0]) + 1), to) for to, _ in before]
    assert [to for to, _ in after] == lower


def test_what_cannot_be_meant_stops_the_command_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_project(tmp_path)
    monkeypatch.setitem(ENVIRONMENT, "PLANVERK_REPO_URL", "https://bitbucket.org/a/b")
    for command in ("build", "serve"):
        done = planverk(root, command)
        assert done.returncode == 2
        assert done.stderr.endswith(f"Error: {NO_HOST.format('bitbucket.org')}\n")
    assert not (root / "docs/index.md").exists()


@pytest.mark.parametrize("text", [None, "", "- a", "a: [", "extra: text"])
def test_a_configuration_that_says_nothing_of_it_is_left_to_mkdocs(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert stated_forge(tmp_path) is None
