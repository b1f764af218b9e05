"""Whatever a plan says, each form of the open data says just that, and nothing else than data comes of it."""

import csv
import datetime
import io
import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from openpyxl import load_workbook

from generator.exports.open_data.columns import ITEMS
from generator.exports.open_data.sheets import FORMULA, rows_of
from generator.pipeline import generate
from tests.project import files
from tests.test_linked_data import linked
from tests.test_open_data import SITE, documents, project
from tests.test_open_tables import made as tables
from tests.test_stratml import texts

TODAY = datetime.date(2025, 6, 1)
HOSTILE = (
    "=cmd|'/c calc'!A1",
    "'=1+1",
    "+47 00 00 00 00 er sentralbordet",
    "@SUM(1+1)",
    "-2+3+cmd|' /C calc'!A0",
    '=HYPERLINK("https://example.org/?"&A1,"Trykk her")',
    "]]> og <![CDATA[",
    "</script><script>alert(1)</script>",
    "<r><t>rik</t></r>",
    "<!-- &amp; &#0; -->",
    "a|b, c; d\te",
    "sa \"hei\", og 'hade'",
    "{{ 7 * 7 }} {% raw %} ${x} $(x) `x`",
    "_x000D_ \\n \\u0000 %00",
    "æøå 🙂 «–»",
    "2025-06-01",
    "1e5",
    "TRUE",
    "null",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], list[str]]:
    """A project with a union whose plan says all that, its data, and what was read of the plan."""
    root = project(tmp_path_factory.mktemp("hostile"))
    measures = [{"nr": f"9.{number}", "tekst": text} for number, text in enumerate(HOSTILE)]
    area = {"id": "fiendtlig", "tittel": HOSTILE[7], "tiltak": measures}
    plan = root / "plans/fagforeninger/ulvik/2026-2027.yml"
    lines = plan.read_text(encoding="utf-8")
    plan.write_text(f"{lines}  - {json.dumps(area, ensure_ascii=False)}\n", encoding="utf-8")
    assert generate(root, TODAY, lambda _: None, SITE).sound
    built = files(root / "docs") | tables(root)
    (found,) = [each for path, each in documents(built).items() if path.endswith("ulvik/2026-2027.json")]
    said = [each["tekst"] for each in found["omrader"][-1]["tiltak"]]
    return root, built, said


Built = tuple[Path, dict[str, bytes], list[str]]


def test_json_says_what_was_read(built: Built) -> None:
    said = built[2]
    assert [" ".join(each.split()) for each in HOSTILE] == [" ".join(each.split()) for each in said]


def test_csv_says_the_same_and_begins_no_formula(built: Built) -> None:
    text = built[1]["data/v1/tabeller/tiltak-og-mal.csv"].decode()
    at = [column.name for column in ITEMS.columns].index("tekst")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), strict=True) for cell in row]
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []
    found = [row[at] for row in rows_of(ITEMS, text)]
    assert [each for each in built[2] if each not in found] == []


def test_so_does_the_workbook_as_text(built: Built) -> None:
    book = load_workbook(io.BytesIO(built[1]["data/v1/tabeller/planverk.xlsx"]))
    cells = [cell for row in book[ITEMS.name].iter_rows(min_row=2) for cell in row]
    found = {cell.value for cell in cells if cell.data_type == "s"}
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
    assert [each for each in built[2] if each not in found] == []


def test_so_does_stratml(built: Built) -> None:
    root = fromstring(built[1]["data/v1/planer/ulvik/2026-2027.xml"])  # noqa: S314 - our own
    found = {" ".join(each.split()) for each in texts(root, ".//s:Objective/s:Description")}
    assert [each for each in built[2] if " ".join(each.split()) not in found] == []


def test_so_does_the_page_for_search_engines(built: Built) -> None:
    data = linked(built[1], "fagforeninger/ulvik/2026-2027.md")
    assert data["hasPart"][-1]["name"] == HOSTILE[7]
