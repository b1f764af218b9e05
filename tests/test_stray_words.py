"""No word of the site stands outside of the catalogues: not in templates, nor in scripts, nor on a page."""

import datetime
import gettext
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, nodes

from generator import pipeline
from generator.language import Language
from generator.pipeline import generate
from tests.project import ROOT
from tests.rendering import Element, rendered
from tests.repository import repository
from tests.test_change_pages import all_that_can_happen, fresh_history

TODAY = datetime.date(2025, 6, 1)
EXPRESSION = "\0"
"""What stands for whatever a template works out."""

NO_WORDS = (
    r"^---\n.*?^---\n",  # front matter
    r"^```.*?^```",  # examples of plans
    r"<!--.*?-->",
    r"<style>.*?</style>",
    r"<[a-z!/][^>]*>",  # elements, whose attributes are looked at by themselves
    r"\{ ?[.#:][^}]*\}",  # attributes of Markdown
    r"\]\([^)]*\)",
    r"^[?!]{3}\+? \w+",
    r"\bdata-[a-z-]+=\"[^\"]*\"",  # attributes in a macro of their own; what they say is looked at too
    r"\bpv-[a-z-]+",  # classes in a macro of their own
)
SAID_IN_ATTRIBUTES = r'\b(?:aria-label|alt|title|placeholder|data-(?!pagefind|md-)[a-z-]+)="([^"]*)"'
LETTERS = re.compile(r"[^\W\d_]")


def flattened(node: nodes.Node) -> str:
    """All that the template may print, an expression as one character."""
    if isinstance(node, nodes.TemplateData):
        return node.data
    if isinstance(node, nodes.Output):
        return "".join(map(flattened, node.nodes))
    if isinstance(node, nodes.Expr):
        return EXPRESSION
    return "".join(map(flattened, node.iter_child_nodes(exclude=["test", "iter", "target", "args"])))


def stray(template: str) -> list[str]:
    """The words that the template itself says."""
    text = flattened(Environment(autoescape=True).parse(template))
    said = re.findall(SAID_IN_ATTRIBUTES, text)
    for pattern in NO_WORDS:
        text = re.sub(pattern, " ", text, flags=re.DOTALL | re.MULTILINE)
    return [line.strip() for line in (*said, *text.splitlines()) if LETTERS.search(line)]


TEMPLATES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "templates").rglob("*.*")
    if path.suffix in (".md", ".html") and path.parent.name != "words"
)


@pytest.mark.parametrize("path", TEMPLATES)
def test_templates_say_nothing_themselves(path: str) -> None:
    assert stray((ROOT / path).read_text(encoding="utf-8")) == []


def test_words_in_a_template_are_seen() -> None:
    assert stray('<p class="{{ a }}" title="Om">{{ _("Om") }} {% if a %}Til{% endif %}</p>') == [
        "Om",
        "\0 Til",
    ]


SENTENCE = re.compile(r"""(["'`])([A-ZÆØÅ][a-zæøå]+(?:[ ,–-]+\w+)*[.:…!?]?)\1""")
SHOWN = re.compile(
    r"""(?:textContent|innerText|innerHTML|\.title|placeholder|ariaLabel) \+?= (["'`])[^"'`$]*?\w"""
)
KEYS = {"Escape", "ArrowDown", "ArrowUp", "Enter", "Tab", "Home", "End"}
SCRIPTS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/assets").rglob("*.js"))


def spoken(script: str) -> list[str]:
    """What the script says in words of its own."""
    code = re.sub(r"^\s*(?://|\*|/\*).*$", "", script, flags=re.MULTILINE)
    sentences = [match[2] for match in SENTENCE.finditer(code) if match[2] not in KEYS]
    return [*sentences, *(match[0] for match in SHOWN.finditer(code))]


@pytest.mark.parametrize("path", SCRIPTS)
def test_scripts_take_their_words_from_the_page(path: str) -> None:
    assert spoken((ROOT / path).read_text(encoding="utf-8")) == []


def test_words_in_a_script_are_seen() -> None:
    assert spoken('a = "Vis flere"; b.textContent = "vis"; c("Escape", "div")') == [
        "Vis flere",
        'textContent = "v',
    ]


class PseudoTranslations(gettext.NullTranslations):
    """Marks each paragraph that a catalogue could translate."""

    def gettext(self, message: str) -> str:
        return "\n\n".join(f"⟦{part}⟧" for part in message.split("\n\n"))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


class PseudoLanguage(Language):
    """English in which all that is said is marked, while sources are in Bokmål."""

    def __init__(self, *_: object) -> None:
        super().__init__("en", "nb")
        self.translations = PseudoTranslations()

    def date(self, day: datetime.date) -> str:
        return f"⟦{super().date(day)}⟧"

    def month(self, day: datetime.date) -> str:
        return f"⟦{super().month(day)}⟧"

    def month_of_year(self, day: datetime.date) -> str:
        return f"⟦{super().month_of_year(day)}⟧"

    def short_month(self, day: datetime.date) -> str:
        return f"⟦{super().short_month(day)}⟧"

    def interval(self, first: datetime.date, last: datetime.date) -> str:
        return f"⟦{super().interval(first, last)}⟧"


@cache
def pages(root: Path) -> dict[str, str]:
    """Every page of the project in the pseudo-language."""
    shutil.copytree(ROOT / "templates", root / "templates", dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "Language", PseudoLanguage)
        assert generate(root, TODAY, lambda _: None).published is not None
    found = {path.relative_to(root / "docs").as_posix(): path for path in (root / "docs").rglob("*.md")}
    return {name: path.read_text(encoding="utf-8") for name, path in sorted(found.items())}


OF_NO_LANGUAGE = r"[A-Z]\d+|[a-z]+(?:-[a-z]+)+"
"""Signs of strategy items, and names of rules."""


@cache
def names(root: Path) -> re.Pattern[str]:
    """Proper names of the project, and what else is of no language."""
    federation = yaml.safe_load((root / "plans/forbund.yml").read_text(encoding="utf-8"))
    unions = (
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in root.glob("plans/*/*/fagforening.yml")
    )
    proper = sorted((each["navn"] for each in (federation, *federation["fylker"], *unions)), key=len)
    return re.compile("|".join([*map(re.escape, reversed(proper)), OF_NO_LANGUAGE]))


def said(parts: list[Element | str]) -> Iterator[str]:
    """What is shown or read aloud of a page, less what says that it is of another language."""
    foreign: list[bool] = []
    for part in parts:
        if isinstance(part, str):
            if not any(foreign):
                yield part
            continue
        name, attributes = part
        if name.startswith("/"):
            foreign.pop()
        elif name not in ("br", "input", "hr", "img"):
            foreign.append("lang" in attributes or name == "code")
        if "headerlink" not in (attributes.get("class") or ""):
            yield from (
                value or "" for key, value in attributes.items() if re.fullmatch("aria-label|title", key)
            )


def unmarked(page: str, proper: re.Pattern[str]) -> list[str]:
    """The words on the page that no catalogue and no source has said."""
    text = " ¦ ".join(said(rendered(page.split("---\n", 2)[2])))
    while re.search(r"⟦[^⟦⟧]*⟧", text):
        text = re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    rest = re.sub(r"[⟦⟧]", "", proper.sub("", text))
    return [each.strip() for each in rest.split("¦") if LETTERS.search(each)]


def test_every_page_says_only_what_catalogues_and_sources_say(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/golden/plans", tmp_path / "plans")
    found = {path: unmarked(page, names(tmp_path)) for path, page in pages(tmp_path).items()}
    assert len(found) > 100
    assert {path: words for path, words in found.items() if words} == {}


def test_pages_of_changes_say_only_what_catalogues_and_sources_say(tmp_path: Path) -> None:
    all_that_can_happen(fresh_history(repository(tmp_path)))
    found = {
        path: unmarked(page, names(tmp_path)) for path, page in pages(tmp_path).items() if "endringer" in path
    }
    assert len(found) > 2
    assert {path: words for path, words in found.items() if words} == {}
