"""The same pages built by others: stock Material, Zensical and Hugo, each as its own guide has it."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load
from pagefind_bin import get_executable  # type: ignore[import-untyped]

from bench.corpus import ROOT
from bench.processes import Command

ENGINES = ROOT / ".venv-engines" / "bin"
_OF_FOLDER = "index.md"
_HERE = Path(__file__).parent
_NEEDED = ["admonition", "attr_list", "md_in_html", "pymdownx.details", "tables", "toc"]
_NONE: Mapping[str, object] = {}
_QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Contender:
    """What builds the site in its folder; `prepare`, which nobody times, comes before each build."""

    name: str
    command: Command
    site: Path
    prepare: Callable[[], None] = _nothing


def peers(docs: Path, work: Path) -> tuple[list[Contender], list[str]]:
    """All that are here, ready to build the pages of `docs`; the names of those that are missing."""
    project = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    nav = {"nav": project["nav"]}
    found = [
        material("material-lunr", docs, work, {"plugins": ["search"], **nav}),
        material("material", docs, work, {"plugins": [], **nav}),
        lean("material-lean-lunr", docs, work, nav, search=True),
    ]
    missing = []
    if (ENGINES / "zensical").is_file():
        found.append(_zensical(docs, work / "zensical", nav))
    else:
        missing.append("zensical")
    if shutil.which("hugo"):
        found += [_hugo(docs, work, "hugo"), _hugo(docs, work, "hugo-json", "index.toml")]
    else:
        missing += ["hugo", "hugo-json"]
    return found, missing


def lean(
    name: str, docs: Path, work: Path, settings: Mapping[str, object] = _NONE, *, search: bool = False
) -> Contender:
    """Stock Material with no more extensions than the pages need."""
    plugins = ["search"] if search else []
    return material(name, docs, work, {**settings, "markdown_extensions": _NEEDED, "plugins": plugins})


def pagefind(site: Path) -> Command:
    """What has Pagefind index the finished pages as they are."""
    return Command((str(get_executable()), "--site", str(site), "--quiet"), site.parent)


def material(name: str, docs: Path, work: Path, settings: Mapping[str, object]) -> Contender:
    """Stock MkDocs and Material, with the settings in place of those of `stock.yml`."""
    folder = _project(work / name, docs, settings)
    words = (sys.executable, "-m", "mkdocs", "--quiet", "build")
    return Contender(name, Command(words, folder, _QUIET), folder / "site", _remover(folder / "site"))


def _zensical(docs: Path, folder: Path, settings: Mapping[str, object]) -> Contender:
    _project(folder, docs, settings)
    words = (str(ENGINES / "zensical"), "build", "--clean")

    def prepare() -> None:
        _remove(folder / "site")
        _remove(folder / ".cache")

    return Contender("zensical", Command(words, folder), folder / "site", prepare)


def _project(folder: Path, docs: Path, settings: Mapping[str, object]) -> Path:
    """A folder with the pages and a `mkdocs.yml`; no page stands in the menu but those that `nav` names."""
    shutil.copytree(docs, folder / "docs", copy_function=os.link, ignore=shutil.ignore_patterns(".*"))
    stock = (_HERE / "stock.yml").read_text(encoding="utf-8")
    kept = stock if "markdown_extensions" not in settings else stock[: stock.index("markdown_extensions")]
    said = yaml.safe_dump({"not_in_nav": "*", **settings}, allow_unicode=True)
    (folder / "mkdocs.yml").write_text(kept + said, encoding="utf-8")
    return folder


def _hugo(docs: Path, work: Path, name: str, *further: str) -> Contender:
    """Hugo with a theme of one template, and with further configuration."""
    folder = work / name
    shutil.copytree(_HERE / "hugo", folder)
    _lay_out(docs, folder)
    words = ("hugo", "--quiet", "--config", ",".join(["hugo.toml", *further]))
    site = folder / "public"
    return Contender(name, Command(words, folder), site, _remover(site))


def _lay_out(docs: Path, folder: Path) -> None:
    """The pages where Hugo looks for them: that of a folder is `_index.md` to it, other files are static.

    A folder that has none is given none, as Hugo would do.
    """
    for file in docs.rglob("*"):
        path = file.relative_to(docs)
        if file.is_file() and not path.name.startswith("."):
            target = folder / ("content" if file.suffix == ".md" else "static") / path
            target = target.with_name("_index.md") if path.name == _OF_FOLDER else target
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(file, target)
    for section in (folder / "content").iterdir():
        if section.is_dir() and not (section / "_index.md").exists():
            shutil.copy(folder / "no-page.md", section / "_index.md")


def _remover(folder: Path) -> Callable[[], None]:
    return lambda: _remove(folder)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
