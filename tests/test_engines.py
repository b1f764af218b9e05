"""The same tree builds with MkDocs, Zensical and ProperDocs: the same pages, no broken link.

The other engines build the first language, at the root of the site.
"""

import os
import subprocess
from pathlib import Path

import pytest

from tests.project import ROOT, copy_project, planverk

ENGINES = ROOT / ".venv-engines" / "bin"


def pages(site: Path) -> list[str]:
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path for path in found if not path.startswith(("nn/", "en/")))


def run(at: Path, *command: str) -> str:
    """The command's output; its failure is the test's."""
    environment = {**os.environ, "PLANVERK_TODAY": "2025-06-01", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(  # noqa: S603 - our own engines
        [str(ENGINES / command[0]), *command[1:]],
        cwd=at,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = copy_project(tmp_path_factory.mktemp("engines"))
    with (at / "plans/fagforeninger/forse/fagforening.yml").open("a", encoding="utf-8") as union:
        union.write("tidligere: [for-se]\n")
    built = planverk(at, "build")
    assert built.returncode == 0, built.stderr
    (at / "site").rename(at / "by-mkdocs")
    return at


@pytest.mark.engines
def test_zensical_builds_the_same_pages(project: Path) -> None:
    run(project, "zensical", "build", "--clean", "--strict")
    (project / "site").rename(project / "by-zensical")
    assert pages(project / "by-zensical") == pages(project / "by-mkdocs")


@pytest.mark.engines
def test_properdocs_builds_the_same_pages(project: Path) -> None:
    run(project, "properdocs", "build", "--strict", "--site-dir", "by-properdocs")
    assert pages(project / "by-properdocs") == pages(project / "by-mkdocs")


@pytest.mark.engines
@pytest.mark.parametrize("engine", ["zensical", "properdocs"])
def test_a_broken_link_is_seen(engine: str, tmp_path: Path) -> None:
    """The strictness that the other tests rely on is real."""
    at = copy_project(tmp_path / "broken")
    (at / "docs" / "om" / "index.md").write_text("# Om\n\n[borte](borte.md)\n", encoding="utf-8")
    planverk(at, "build")
    with pytest.raises(AssertionError):
        run(at, engine, "build", "--strict")
