"""The results in the pages `om/ytelse.md` and `om/vekst.md`, between marks, and as the command prints them.

Run as `python -m bench.blocks`: writes the blocks of all languages from `docs/om/ytelse-tall.json`.
"""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from bench import tables
from bench.corpus import ROOT
from bench.curves import picture
from bench.results import Results, read
from bench.tables import Table, Words

FIGURES = ROOT / "docs/om/ytelse-tall.json"
PAGES = {"nb": ROOT / "docs/om", "nn": ROOT / "docs-nn/om", "en": ROOT / "docs-en/om"}
_BLOCK = re.compile(r"(<!-- bench: (\w+) -->\n).*?(<!-- bench: end -->)", re.DOTALL)
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "blocks"),
    undefined=StrictUndefined,
    autoescape=select_autoescape(["html"]),
    trim_blocks=True,
)


def blocks(results: Results, language: str) -> dict[str, str]:
    """The blocks of the pages, by name, in HTML."""
    words = Words(language)
    tried = tables.federation_table(results, words)
    one, many = (_table(each, "html") for each in tables.forecast_tables(results, words))
    drawn = _TEMPLATES.get_template("curves.html")
    return {
        "time": _table(tables.time_table(results, words), "html"),
        "weight": _table(tables.weight_table(results, words), "html"),
        "steps": _table(tables.step_table(results, words), "html"),
        "goals": _table(tables.goal_table(results, words), "html"),
        "curves": drawn.render(picture=picture(results, words), words=words).strip(),
        "machine": _facts(results, words, "html"),
        "one": one,
        "many": many,
        "federation": _table(tried, "html") if tried else words["untried"],
    }


def text(results: Results) -> str:
    """The tables in Markdown, in English."""
    words = Words("en")
    kinds = (tables.time_table, tables.step_table, tables.weight_table, tables.goal_table)
    return "\n\n".join(
        [*(_table(each(results, words), "md") for each in kinds), _facts(results, words, "md")]
    )


def _table(table: Table, form: str) -> str:
    return _TEMPLATES.get_template(f"table.{form}").render(table=table).strip()


def _facts(results: Results, words: Words, form: str) -> str:
    return _TEMPLATES.get_template(f"machine.{form}").render(facts=tables.facts(results, words)).strip()


def renewed(page: str, made: dict[str, str]) -> str:
    """The page with the blocks in place of those between its marks."""
    return _BLOCK.sub(lambda match: f"{match[1]}{made[match[2]]}\n{match[3]}", page)


def pages() -> dict[Path, str]:
    """The pages as they should be."""
    results = read(FIGURES.read_text(encoding="utf-8"))
    return {
        file: renewed(file.read_text(encoding="utf-8"), blocks(results, language))
        for language, folder in PAGES.items()
        for file in (folder / "ytelse.md", folder / "vekst.md")
    }


if __name__ == "__main__":
    for file, page in pages().items():
        file.write_text(page, encoding="utf-8")
