"""Every command that the documentation shows is run, and says and leaves behind what the page says.

Those of a page run one after another in a copy of the project that is a git repository.  What never ends or
takes long (`serve`, most of `make`) is asked what it would do; tests of their own run it.
"""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import click
import pytest
from mkdocs.utils.yaml import yaml_load

from generator.cli import main
from tests.documentation import SHOWING, TRANSLATED, Block, blocks, fences, inline, translated_from
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
    for name in ("Makefile", ".gitignore", "README.md"):
        (root / name).write_bytes((ROOT / name).read_bytes())
    (root / ".venv").symlink_to(BINARIES.parent)
    union = root / "plans/fagforeninger/eksempel"
    union.mkdir()
    (union / "fagforening.yml").write_text("navn: Fagforbundet Eksempel\nfylke: innlandet\n", encoding="utf-8")
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
    return re.search(f"^{pattern}$", "\n".join(flat(said)), re.M | re.S) is not None


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


def fault(code: str) -> str | None:
    """What is wrong with a command that stands within a sentence; None where it could be run."""
    words = [word.removeprefix(".venv/bin/") for word in code.split()]
    if words[:2] == ["python", "-m"]:
        return None if find_spec(words[2]) else f"{code}: no such module"
    if words[0] == "make":
        targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
        return None if set(words[1:2]) <= targets else f"{code}: no such target"
    return _wrong_use(code, words[1:]) if words[0] == "planverk" else None


def _wrong_use(code: str, words: list[str]) -> str | None:
    command: click.Command = main
    while words and isinstance(command, click.Group) and not words[0].startswith("-"):
        found = command.commands.get(words.pop(0))
        if found is None:
            return f"{code}: no such command"
        command = found
    known = {each for parameter in command.params for each in parameter.opts} | {"--help"}
    unknown = [word for word in words if word.startswith("--") and word.split("=")[0] not in known]
    return f"{code}: no {unknown}" if unknown else None


@pytest.mark.parametrize("page", SHOWING)
def test_commands_within_sentences_are_there(page: str) -> None:
    assert [told for code in inline(page) if code.strip() and (told := fault(code))] == []


def test_faults_of_pages_are_seen() -> None:
    assert fault("planverk chekc") == "planverk chekc: no such command"
    assert fault("planverk status --form x") == "planverk status --form x: no ['--form']"
    assert fault("make sight") == "make sight: no such target"
    assert fault(".venv/bin/python -m bench.nothing") == ".venv/bin/python -m bench.nothing: no such module"
    assert not is_shown("a\nc", "a\nb\nc")
    assert is_shown("a\n…\nc", "a\nb\nc\nd")
    assert listed("a/\n  b.yml   x\n  c/\n    d.yml\n") == ["a/", "a/b.yml", "a/c/", "a/c/d.yml"]
