"""What deploys the site, run as it stands: web server, GitLab's steps, lists of what was published."""

import http.client
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from tests.repository import Repository
from tests.web_server import ROOT, caddy

ALL = {
    "access-control-allow-origin": "*",
    "content-security-policy": "frame-ancestors 'none'",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
FRESH, FOR_GOOD = "no-cache", "public, max-age=31536000, immutable"
HTML = "text/html; charset=utf-8"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BYTES = "application/octet-stream"
FILES = {
    "index.html": (HTML, FRESH),
    "om/index.html": (HTML, FRESH),
    "assets/planverk.css": ("text/css; charset=utf-8", FRESH),
    "assets/stylesheets/main.0123abcd.min.css": ("text/css; charset=utf-8", FOR_GOOD),
    "assets/mark/mark.svg": ("image/svg+xml", FRESH),
    "assets/mark/mark.ico": ("image/vnd.microsoft.icon", FRESH),
    "endringer/nytt.xml": ("application/atom+xml; charset=utf-8", FRESH),
    "nn/fagforeninger/as/endringer.xml": ("application/atom+xml; charset=utf-8", FRESH),
    "fagforeninger/as/frister.ics": ("text/calendar; charset=utf-8", FRESH),
    "fagforeninger/as/2024-2025/handlingsplan.pdf": ("application/pdf", FRESH),
    "data/v1/tabeller/kurs.csv": ("text/csv; charset=utf-8", FRESH),
    "data/v1/tabeller/planverk.xlsx": (SHEET, FRESH),
    "data/v1/katalog.jsonld": ("application/ld+json", FRESH),
    "data/v1/indeks.json": ("application/json", FRESH),
    "pagefind/pagefind-entry.json": ("application/json", FRESH),
    "pagefind/wasm.unknown.pagefind": (BYTES, FRESH),
    "pagefind/fragment/nb_1.pf_fragment": (BYTES, FOR_GOOD),
    "pagefind/index/nb_1.pf_index": (BYTES, FOR_GOOD),
    "pagefind/filter/nb_1.pf_filter": (BYTES, FOR_GOOD),
    "pagefind/pagefind.nb_1.pf_meta": (BYTES, FOR_GOOD),
}
"""A file of each kind, with its type and how long browsers may keep it."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("site")
    for path in [*FILES, "404.html", ".planverk.json"]:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(f"this is {path}", encoding="utf-8")
    return site


@pytest.fixture(scope="module", params=[None, "", "/en/sti"], ids=["root", "no path", "below a path"])
def server(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[str]:
    with caddy(folder, tmp_path_factory.mktemp("caddy"), request.param) as address:
        yield address


Answer = tuple[int, str, dict[str, str]]


def ask(url: str) -> Answer:
    """The status, the text and the headers of an answer; nobody is led on."""
    to = urlsplit(url)
    connection = http.client.HTTPConnection(to.netloc, timeout=20)
    connection.request("GET", to.path or "/")
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    own = {"date", "content-length", "etag", "last-modified", "accept-ranges", "connection"}
    return answer.status, text, {k.lower(): v for k, v in answer.getheaders() if k.lower() not in own}


def test_each_file_has_its_headers(server: str) -> None:
    for path, (kind, keeping) in FILES.items():
        status, text, headers = ask(f"{server}/{path.removesuffix('index.html')}")
        assert (status, text) == (200, f"this is {path}")
        assert headers == ALL | {"content-type": kind, "cache-control": keeping}, path


def test_what_is_not_there_is_told_of_on_a_page(server: str) -> None:
    origin = server.removesuffix(urlsplit(server).path)
    for url in (f"{server}/borte/", f"{server}/x.pf_index", f"{server}/.planverk.json", f"{origin}/annet"):
        assert ask(url) == (404, "this is 404.html", ALL | {"content-type": HTML, "cache-control": FRESH}), (
            url
        )


def test_folders_and_the_path_itself_lead_to_their_pages(server: str) -> None:
    below = urlsplit(server).path
    status, _, headers = ask(f"{server}/om")
    assert (status, headers["location"]) == (308, f"{below}/om/")
    if below:
        for url in (server, server.removesuffix(below)):
            status, _, headers = ask(url)
            assert (status, headers["location"]) == (302, f"{below}/")


def test_what_a_browser_has_is_not_sent_again(server: str) -> None:
    to = urlsplit(server)
    connection = http.client.HTTPConnection(to.netloc, timeout=20)
    connection.request("GET", f"{to.path}/om/")
    first = connection.getresponse()
    first.read()
    connection.request("GET", f"{to.path}/om/", headers={"If-None-Match": first.headers["ETag"]})
    assert connection.getresponse().status == 304
    connection.close()


def test_the_container_takes_what_is_there() -> None:
    lines = (ROOT / "deploy/Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY")]
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert copied == ["deploy/Caddyfile", "site"]
    assert [f"!{each}" for each in copied] == [line for line in let_through if line.startswith("!")]
    assert (ROOT / copied[0]).is_file()


REFUSES = "#!/bin/sh\nwhile read -r _ _ ref; do test $ref != refs/heads/main || exit 1; done\n"
GH = '#!/bin/sh\necho "$*" >> "$ASKED"\nif [ "$2" = list ]; then echo "$OPEN"; fi\n'


class Scratch:
    """A repository and where it is pushed to, with a `gh` that only notes what it is asked."""

    def __init__(self, folder: Path, *, refuses: bool) -> None:
        self.remote, self.here = Repository(folder / "remote"), Repository(folder / "here")
        for each in (self.remote.root, self.here.root, folder / "bin"):
            each.mkdir()
        self.remote.git("init", "--quiet", "--bare", "--initial-branch=main")
        self.here.git("init", "--quiet", "--initial-branch=main")
        self.note("first")
        self.here.git("add", ".")
        self.here.git("commit", "--quiet", "--message=first")
        self.here.git("push", "--quiet", str(self.remote.root), "main")
        self._write("remote/hooks/pre-receive", REFUSES if refuses else "#!/bin/sh\n", folder)
        self._write("bin/gh", GH, folder)
        self._folder = folder

    def _write(self, name: str, text: str, folder: Path) -> None:
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)

    def note(self, what: str) -> None:
        """Writes the list, as `make addresses` does."""
        list_ = self.here.root / "plans/adresser/felles.txt"
        list_.parent.mkdir(parents=True, exist_ok=True)
        list_.write_text(f"{what}\n", encoding="utf-8")

    def run(self, proposals: int = 0) -> list[str]:
        """Runs the script; what it asked of the host."""
        asked = self._folder / "asked"
        asked.write_text("", encoding="utf-8")
        subprocess.run(  # noqa: S603 - our own script
            [ROOT / "deploy/note-addresses"],
            cwd=self.here.root,
            check=True,
            env={
                "ASKED": str(asked),
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GITHUB_REF_NAME": "main",
                "HOME": str(self._folder),
                "OPEN": str(proposals),
                "PATH": f"{self._folder / 'bin'}:{os.environ['PATH']}",
                "REMOTE": str(self.remote.root),
            },
        )
        return asked.read_text(encoding="utf-8").splitlines()

    def there(self, branch: str) -> str:
        """The list, as it is on a branch of the host."""
        return self.remote.git("show", f"{branch}:plans/adresser/felles.txt").strip()


TOLD = (
    "Listene i plans/adresser sier hva som er publisert, så ingen adresse blir borte. "
    "Innholdet på sidene er det samme."
)
ASKS = [
    "pr list --head planverk-adresser --base main --state open --json number --jq length",
    f"pr create --head planverk-adresser --base main --title Adresser som er publisert --body {TOLD}",
    "workflow run check.yml --ref planverk-adresser",
]


def test_lists_are_committed_where_that_is_allowed(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path, refuses=False)
    assert scratch.run() == []
    scratch.note("second")
    assert scratch.run() == []
    assert scratch.there("main") == "second"


def test_lists_are_proposed_where_nobody_may_push(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path, refuses=True)
    scratch.note("second")
    assert scratch.run() == ASKS
    assert (scratch.there("main"), scratch.there("planverk-adresser")) == ("first", "second")
    scratch.here.git("reset", "--quiet", "--hard", "HEAD~1")
    scratch.note("third")
    assert scratch.run(proposals=1) == [ASKS[0], ASKS[2]]
    assert (scratch.there("main"), scratch.there("planverk-adresser")) == ("first", "third")


def test_a_newer_branch_is_left_to_the_next_run(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path, refuses=False)
    (scratch.here.root / "new").write_text("", encoding="utf-8")
    scratch.here.git("add", ".")
    scratch.here.git("commit", "--quiet", "--message=newer")
    scratch.here.git("push", "--quiet", str(scratch.remote.root), "main")
    scratch.here.git("reset", "--quiet", "--hard", "HEAD~1")
    scratch.note("second")
    assert scratch.run() == []
    assert scratch.there("main") == "first"


GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
TARGETS = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)


def steps(job: str, at: Path, **environment: str) -> int:
    """How a job of GitLab's ends, run in the folder by the shell as GitLab does it."""
    script = "set -eo pipefail\n" + "\n".join(GITLAB[job]["script"])
    path = {"PATH": f"{at / 'bin'}:{os.environ['PATH']}"}
    return subprocess.run(["bash", "-c", script], cwd=at, env={**path, **environment}, check=False).returncode  # noqa: S603, S607


@pytest.mark.parametrize(
    ("make", "ends", "published", "sound"),
    [
        ("mkdir -p site", 0, True, 0),
        ("mkdir -p site; test $1 != site", 0, True, 1),
        ("test $1 != site", 1, False, 1),
    ],
    ids=["sound", "an error in one plan", "nothing could be built"],
)
def test_gitlab_publishes_what_could_be_built(
    tmp_path: Path,
    make: str,
    ends: int,
    published: bool,  # noqa: FBT001
    sound: int,
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/make").write_text(f"#!/bin/sh\n{make}\n", encoding="utf-8")
    (tmp_path / "bin/make").chmod(0o755)
    assert steps("pages", tmp_path) == ends
    assert (tmp_path / "public").is_dir() is published
    assert steps("sound", tmp_path) == sound


def test_gitlab_asks_for_what_there_is() -> None:
    asked = re.findall(
        r"make (\w+)", " ".join(line for job in ("check", "pages") for line in GITLAB[job]["script"])
    )
    assert asked == ["check", "pango", "site"]
    assert set(asked) <= set(TARGETS)
    assert GITLAB["pages"]["artifacts"]["paths"] == ["public", "faulty"]
    workflow = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    of_github = {"PLANVERK_REPO_FORMS"}
    assert set(re.findall(r"PLANVERK_\w+", workflow)) - of_github == set(GITLAB["pages"]["variables"])
