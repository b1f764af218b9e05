"""Every command that the documentation shows is run, and says and leaves behind what the page says.

Those of a page run one after another in a copy of the project that is a git repository.  What never ends or
takes long (`serve`, most of `make`) is asked what it would do; tests of their own run it.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

from tests.documentation import SHOWING, TRANSLATED, Block, blocks, fences, translated_from
from tests.importing import shipped
from tests.layouts import Piece, html, pdf, strategy_pieces, word
from tests.project import ENVIRONMENT, ROOT, copy_project
from tests.repository import IDENTITY, repository

RUN = [page for page in SHOWING if page not in TRANSLATED]
COMMANDS = "sh"
KINDS = {"yaml", COMMANDS, "text", "csv"}
BINARIES = Path(sys.executable).parent
PRELUDE = """
set -eu
make() {
    case "$1" in check) ;; *) set -- --dry-run "$@" ;; esac
    command make --assume-old .venv/.site --assume-old .venv/.test --assume-old .venv-engines/.ready "$@"
}
planverk() {
    if [ "$1" = serve ]; then set -- serve --help; fi
    command planverk "$@"
}
.venv/bin/planverk() { planverk "$@"; }
"""
"""What stands for commands that would not end, or would set up an environment."""

UNION = "navn: Fagforbundet Eksempel\nfylke: innlandet\n"
PLAN = """\
periode: 2024-2025
strategi: 2024-2025
ordlyd: gjengitt
kilde: Handlingsplan 2024–2025, Fagforbundet Eksempel
områder:
  - område: heltid
    tiltak:
      - nr: 3.1.1
        tekst: Drøfte bruken av deltid med kommunen.
        ansvar: [hovedtillitsvalgt]
        frist: 1. mai 2025
        følger: [heltid/droftingsmoter-deltid]
      - nr: 3.1.2
        tekst: Holde fire møter om turnus.
        ansvar: [styret]
        frist: i løpet av 2025
"""
"""The plan of the union that the pages take for an example."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project with the union `eksempel`, below a home with documents that may be imported."""
    root = copy_project(tmp_path / "planverk", translated=True)
    for name in ("Makefile", ".gitignore", ".github/CODEOWNERS"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes((ROOT / name).read_bytes())
    (root / ".venv").symlink_to(BINARIES.parent)
    union = root / "plans/fagforeninger/eksempel"
    union.mkdir()
    (union / "fagforening.yml").write_text(
        "navn: Fagforbundet Eksempel\nfylke: innlandet\n", encoding="utf-8"
    )
    (union / "2024-2025.yml").write_text(PLAN, encoding="utf-8")
    git = repository(root)
    git.git("add", "--all")
    git.git("commit", "--quiet", "--message", "planene")
    git.git("clone", "--quiet", "--bare", str(root), str(tmp_path / "github.git"))
    git.git("remote", "add", "origin", str(tmp_path / "github.git"))
    git.git("fetch", "--quiet", "origin")
    git.git("branch", "--quiet", "--set-upstream-to", "origin/main")
    for folder in (root, tmp_path / "Dokumenter"):
        documents(folder)
    return root


DOCUMENT = (
    Piece("Handlingsplan 2024–2025"),
    Piece("Heltid, likelønn og kampen for mindre forskjeller", level=1),
    Piece("Fagforeningens mål", level=2),
    Piece("Flere får hel stilling.", point=True),
    Piece("Tiltak", level=2),
    Piece("Kartlegge uønsket deltid"),
    Piece("Ansvar: Styret"),
    Piece("Frist: første halvår 2025"),
    Piece("Her skriver dere målene deres."),
    Piece("Digitalisering", level=1),
    Piece("Tiltak", level=2),
    Piece("Holde kurs for de tillitsvalgte"),
    Piece("Ansvar: Opplæringsansvarlig"),
)


def documents(folder: Path) -> None:
    """A plan in Word and a strategy in PDF, as others hand them over."""
    folder.mkdir(exist_ok=True)
    word(iter(DOCUMENT), folder / "handlingsplan.docx")
    pdf(html(strategy_pieces(shipped().strategies[-1])), folder / "strategiplan.pdf")


def run(script: str, project: Path) -> tuple[int, str]:
    """How the commands end, and all that they say."""
    done = subprocess.run(  # noqa: S603 - what our own pages show
        ["bash", "-c", PRELUDE + script],  # noqa: S607
        cwd=project,
        env={
            **ENVIRONMENT,
            "HOME": str(project.parent),
            "PATH": f"{BINARIES}:{os.environ['PATH']}",
            "GIT_CONFIG_NOSYSTEM": "1",
            **IDENTITY,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=300,
    )
    return done.returncode, done.stdout


def flat(text: str) -> list[str]:
    """The lines, with one space where there are several: columns are as wide as what stands in them."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def is_shown(shown: str, said: str) -> bool:
    """Whether the lines were said, in order and one after another but for what `…` stands for."""
    wanted = "\n".join(flat(shown))
    pattern = "\n".join(".*" if each == "…" else re.escape(each) for each in wanted.splitlines())
    return re.search(f"^{pattern}$", "\n".join(flat(said)), re.MULTILINE | re.DOTALL) is not None


class Walk:
    """A reader who does what the page says, from its beginning to its end."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._said = ""

    def take(self, block: Block) -> None:
        """Does what the block shows, or sees that it is so."""
        for name, command in block.remarks:
            if name == "before":
                assert run(command, self._project)[0] == 0, f"{block}: {command}"
        if block.remark("not run") is None:
            how = {COMMANDS: self._run, "csv": self._keep, "text": self._see, "yaml": self._set}
            how[block.language](block)

    def _run(self, block: Block) -> None:
        code, self._said = run(block.text, self._project)
        assert code == int(block.remark("ends") or 0), f"{block}\n{self._said}"

    def _keep(self, block: Block) -> None:
        path = block.remark("file")
        assert path, f"{block}: say where the table is kept: <!-- file: … -->"
        (self._project / path).write_text(block.text, encoding="utf-8")

    def _set(self, block: Block) -> None:
        """Puts the settings into `mkdocs.yml`; other sources are tested by themselves."""
        command = block.remark("settings")
        if command:
            file = self._project / "mkdocs.yml"
            key = block.text.splitlines()[0]
            file.write_text(
                file.read_text(encoding="utf-8").replace(f"\n{key}\n", f"\n{block.text}", 1), encoding="utf-8"
            )
            assert yaml_load(file.read_text(encoding="utf-8")), block
            code, said = run(command, self._project)
            assert code == 0, f"{block}\n{said}"

    def _see(self, block: Block) -> None:
        if block.remark("listing") is not None:
            assert [each for each in listed(block.text) if not (self._project / each).exists()] == []
            return
        command = block.remark("said by")
        said = run(command, self._project)[1] if command else self._said
        assert is_shown(block.text, said), f"{block}: this is said instead:\n{said}"


def listed(tree: str) -> list[str]:
    """The paths of a tree that is drawn by indentation, with words after the names."""
    above: list[str] = []
    found = []
    for line in tree.splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        above[depth:] = [line.split()[0]]
        found.append("".join(above))
    return found


@pytest.mark.parametrize("page", RUN)
def test_what_a_page_shows_can_be_done(page: str, project: Path) -> None:
    walk = Walk(project)
    for block in blocks(page):
        walk.take(block)


@pytest.mark.parametrize("page", TRANSLATED)
def test_a_translation_shows_the_same_commands(page: str) -> None:
    def shown(of: str) -> list[tuple[str, str, object]]:
        return [(each.language, each.text, each.remarks) for each in blocks(of) if each.language != "yaml"]

    assert shown(page) == shown(translated_from(page))


@pytest.mark.parametrize("page", SHOWING)
def test_no_block_escapes(page: str) -> None:
    found = list(blocks(page))
    assert len(found) == fences(page)
    assert [str(block) for block in found if block.language not in KINDS] == []


def test_few_blocks_can_only_be_read() -> None:
    reasons = [each.remark("not run") for page in RUN for each in blocks(page) if each.remark("not run")]
    assert reasons == ["needs a container engine, or Caddy"]


def test_what_is_not_said_is_seen() -> None:
    assert not is_shown("a\nc", "a\nb\nc")
    assert is_shown("a\n…\nc", "a\nb\nc\nd")
    assert listed("a/\n  b.yml   x\n  c/\n    d.yml\n") == ["a/", "a/b.yml", "a/c/", "a/c/d.yml"]
