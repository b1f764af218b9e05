"""The tables of the open data: as CSV, as a workbook, as a data package; and the examples on the page."""

import csv
import datetime
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from frictionless import Package
from openpyxl import load_workbook

from generator import lasting
from generator.addresses import DATA, DATA_WORKBOOK, Address
from generator.exports.open_data.columns import FOLLOWING, FORMER, ITEMS, STATUSES, TABLES, Table
from generator.exports.open_data.page import data_view
from generator.exports.open_data.rows import Row
from generator.exports.open_data.sheets import FORMULA, as_csv, rows_of
from generator.exports.open_data.tables import described, joined, lines_of, workbook
from generator.exports.open_data.workbook import LONGEST, as_workbook
from generator.language import Language
from generator.media import Store, data_tables
from generator.media.tables import afresh
from generator.pipeline import generate, look
from generator.press import Press
from tests.test_golden import TODAY
from tests.test_open_data import documents, project

LANGUAGE = Language("nb")
PLAN = "fagforeninger/nes/2024-2025/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden project with its pages and its tables."""
    root = project(tmp_path_factory.mktemp("tables"))
    generate(root, TODAY, lambda _: None)
    for path, content in made(root).items():
        place = root / "docs" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return root


def made(root: Path) -> dict[str, bytes]:
    scene = look(root, TODAY).scene
    assert scene is not None
    unions = [each for each in scene.body.unions if each.plans]
    content = joined(scene, [partial(lines_of, scene, each) for each in unions])
    files = {to.page: text for to, text in described(content, scene, LANGUAGE)}
    return {**files, DATA_WORKBOOK.page: workbook(content, scene, LANGUAGE)}


def table(root: Path, of: Table) -> list[dict[str, str]]:
    text = (root / "docs" / of.address.page).read_bytes().decode()
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_same_plans_give_the_same_bytes(root: Path) -> None:
    assert made(root) == made(root)


def test_the_package_and_every_cell_of_its_tables_are_valid(root: Path) -> None:
    package = root / "docs/data/v1/tabeller/datapackage.json"
    report = Package(str(package)).validate()
    assert report.flatten(["type", "title", "note"]) == []
    assert [task.name for task in report.tasks] == [each.name for each in TABLES]


def test_each_table_is_described_for_csv_on_the_web(root: Path) -> None:
    for each in TABLES:
        path = root / "docs" / f"{each.address.page}-metadata.json"
        told = json.loads(path.read_text(encoding="utf-8"))
        header = list(table(root, each)[0])
        assert told["url"] == each.file
        assert [column["name"] for column in told["tableSchema"]["columns"]] == header
        assert all(column["dc:description"] for column in told["tableSchema"]["columns"])


def test_the_tables_say_what_the_plans_say(root: Path) -> None:
    found = documents(
        {
            path.relative_to(root / "docs").as_posix(): path.read_bytes()
            for path in root.glob("docs/data/**/*.json")
        }
    )
    plans = [each for path, each in found.items() if "/planer/" in path]
    wanted = sorted(
        (plan["fagforening"]["id"], plan["periode"]["id"], item["id"], item["tekst"])
        for plan in plans
        for area in plan["omrader"]
        for item in (*area["mal"], *area["tiltak"], *(each for each in area["hovedmal"] if each["avvik"]))
    )
    rows = table(root, ITEMS)
    assert sorted((row["fagforening"], row["periode"], row["id"], row["tekst"]) for row in rows) == wanted
    reports = sum(
        len(each)
        for plan in plans
        for each in (
            plan["resultater"],
            *(area["resultater"] for area in plan["omrader"]),
            *(item["statuser"] for area in plan["omrader"] for item in (*area["mal"], *area["tiltak"])),
        )
    )
    assert len(table(root, STATUSES)) == reports > 0


def test_every_former_address_leads_somewhere(root: Path) -> None:
    rows = table(root, FORMER)
    scene = look(root, TODAY).scene
    assert scene is not None
    there = lasting.of_body(scene.body)
    told = {tuple(row.values()) for row in rows}
    assert told >= {
        ("nes", "/fagforeninger/gamle-nes/", "/fagforeninger/nes/", "Fagforbundet Nes", ""),
        ("nes", f"/{PLAN}#tiltak-1-99", f"/{PLAN}#tiltak-1-2", "", ""),
        ("nes", "/fagforeninger/nes/2022/", "", "Planen for 2022", "Den ble trukket."),
    }
    for former, now in ((row["tidligere"].removeprefix("/"), row["adresse"]) for row in rows):
        if "#" not in former:
            assert any((root / "docs" / f"{former}index.{kind}").is_file() for kind in ("html", "md"))
        page = now.removeprefix("/")
        assert page in {"", *there} or (root / "docs" / f"{page.removesuffix('/')}.md").is_file()


HOSTILE = [
    *(f"{sign}1+1" for sign in FORMULA),
    "=cmd|'/c calc'!A1",
    "'=1",
    "''=1",
    "'",
    "' =1",
    'a "b", c\r\nd;',
    "]]></t></is></c><f>1</f>",
    "<r><t>a</t></r>",
    "<r></is></c></r>",
    "_x000D_",
    "\x01\x1f",
    "æøå 🙂",
    " =1",
    "true",
    "2025-06-01",
    "007",
    "1e5",
    "https://example.org/",
    "",
    "x" * 40_000,
]


def hostile(words: list[str]) -> list[Row]:
    width = len(ITEMS.columns)
    return [(word, *([None] * (width - 3)), True, datetime.date(2025, 6, 1)) for word in words]


def test_no_cell_of_a_table_begins_as_a_formula() -> None:
    text = as_csv(ITEMS, hostile(HOSTILE))
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))[1:]
    assert [row for row in read if any(cell.startswith(FORMULA) for cell in row)] == []
    assert [row[0] or "" for row in rows_of(ITEMS, text)] == HOSTILE
    assert {tuple(row[-2:]) for row in read} == {("true", "2025-06-01")}


def as_read(word: str) -> str:
    """The word as openpyxl tells it: control characters are written by their codes."""
    return re.sub(r"[\x01\r\x1f]", lambda found: f"_x{ord(found[0]):04X}_", word)


def test_text_stays_text_in_the_workbook() -> None:
    book = as_workbook({ITEMS: hostile(HOSTILE)}, "Prøve", TODAY)
    sheet = load_workbook(io.BytesIO(book))[ITEMS.name]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    shown = [word if len(word) <= LONGEST else f"{word[: LONGEST - 1]}…" for word in HOSTILE]
    assert [cell.value or "" for cell in cells] == list(map(as_read, shown))
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    days = {row[-1].value for row in sheet.iter_rows(min_row=2)}
    assert days == {datetime.datetime.combine(datetime.date(2025, 6, 1), datetime.time())}
    assert "<f>" not in zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()


def test_the_workbook_has_the_rows_of_the_tables(root: Path) -> None:
    book = load_workbook(root / "docs/data/v1/tabeller/planverk.xlsx", read_only=True)
    assert book.sheetnames == [each.name for each in TABLES]
    for each in TABLES:
        rows = list(book[each.name].iter_rows(values_only=True))
        assert list(rows[0]) == [column.name for column in each.columns]
        assert len(rows) == len(table(root, each)) + 1


def examples(root: Path, form: str) -> list[str]:
    """The examples on the page, of one kind, which are the same in each language."""
    pages = {(root / "docs/data/index.md").read_text(encoding="utf-8"), *pages_in_languages(root)}
    found = {tuple(re.findall(rf"^```{form}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)) for page in pages}
    assert len(pages) == 3
    (every,) = found
    return list(every)


def pages_in_languages(root: Path) -> Iterator[str]:
    scene = look(root, TODAY).scene
    assert scene is not None
    for code in ("nb", "nn", "en"):
        press = Press(root / "templates", Language(code, "nb"))
        yield press.page("data", data_view(scene), Address(DATA)).text


def run(command: list[str], at: Path) -> str:
    return subprocess.run(command, cwd=at, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own page


def test_the_examples_with_jq_tell_of_the_plans(root: Path) -> None:
    at = root / "docs/data/v1"
    plans, overdue = (run(["/bin/sh", "-c", each], at) for each in examples(root, "sh"))
    index = json.loads((at / "indeks.json").read_text(encoding="utf-8"))
    assert plans.splitlines() == [
        "\t".join(
            map(str, (union["navn"], plan["id"], plan["tiltak"]["antall"], plan["tiltak"]["rapportert"]))
        )
        for union in index["fagforeninger"]
        for plan in union["planer"]
    ]
    assert len(overdue.splitlines()) == sum(row["frist_ute"] == "true" for row in table(root, ITEMS)) > 0


def test_the_examples_with_duckdb_count_the_tables(root: Path) -> None:
    asked = "import duckdb, sys; print(*duckdb.sql(sys.argv[1]).fetchall(), sep='\\n')"
    at = root / "docs/data/v1"
    by_status, followed = (run([sys.executable, "-c", asked, each], at) for each in examples(root, "sql"))
    measures = [row["status"] or "ikke rapportert" for row in table(root, ITEMS) if row["type"] == "tiltak"]
    counted = sorted({(status, measures.count(status)) for status in measures})
    assert by_status.splitlines() == [str(each) for each in counted]
    ways = {"tiltak", "mål", "eget hovedmål"}
    items = [row["referanse"] for row in table(root, FOLLOWING) if row["mate"] in ways]
    most_first = sorted({(item, items.count(item)) for item in items}, key=lambda each: (-each[1], each[0]))
    assert followed.splitlines() == [str(each) for each in most_first]


def test_the_examples_with_pandas_count_the_tables(root: Path) -> None:
    (example,) = examples(root, "python")
    told = run([sys.executable, "-c", example], root / "docs/data/v1").splitlines()
    measures = [row for row in table(root, ITEMS) if row["type"] == "tiltak"]
    counties = sorted({row["fylke"] for row in measures})
    assert [line.split() for line in told[2:]] == [
        [
            county,
            str(sum(row["fylke"] == county for row in measures)),
            str(sum(row["fylke"] == county and bool(row["status"]) for row in measures)),
        ]
        for county in counties
    ]


def test_twice_the_unions_are_twice_the_rows(root: Path, tmp_path: Path) -> None:
    twice = tmp_path / "twice"
    copytree(root / "plans", twice / "plans")
    copytree(root / "templates", twice / "templates")
    for each in sorted((twice / "plans/fagforeninger").iterdir()):
        copy = copytree(each, each.with_name(f"{each.name}-b"))
        text = (copy / "fagforening.yml").read_text(encoding="utf-8")
        (copy / "fagforening.yml").write_text(
            text.replace("gamle-nes", "gamle-nes-b").replace("/nes/", "/nes-b/"), encoding="utf-8"
        )
    sizes, doubled = (
        {path: len(content.splitlines()) - 1 for path, content in made(each).items() if path.endswith("csv")}
        for each in (root, twice)
    )
    assert doubled == {path: 2 * lines for path, lines in sizes.items()}


def test_what_an_earlier_build_made_is_kept(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = look(root, TODAY).scene
    assert scene is not None
    told: list[str] = []

    def build() -> dict[str, bytes]:
        tables, book = data_tables(
            scene, LANGUAGE, Store(tmp_path), lambda step: told.append(step.text), afresh
        )
        return {each.path: each.content for each in (*tables, *book())}

    assert build() == made(root)
    monkeypatch.setattr("generator.media.tables.workbook", None)
    assert build() == made(root)
    assert told == ["Making the tables of the open data"] * 2
