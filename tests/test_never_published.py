"""What is in doubt or proposed changes nothing of what is published, and counts nowhere."""

import datetime
import json
import shutil
from pathlib import Path

import yaml

from generator.history.comparison import compare
from generator.history.discretion import discretion
from generator.load import load
from generator.model import Body
from generator.pipeline import Outcome, generate
from tests.project import ROOT, files
from tests.readings import Plain
from tests.test_golden import GOLDEN

TODAY = datetime.date(2025, 6, 1)
MARK = "hemmelighet"
FOLLOWING = ("mål", "tiltak")
DOUBTED = (*FOLLOWING, "kurs", "avvik")
PROPOSED: Plain = [{"følger": "2023/heltid/deltid", "treff": "0.5"}, {"følger": "2024-2025/heltid"}]
WITHOUT_PLACE: Plain = [{"tekst": MARK, "side": "1", "linje": "2", "grunn": MARK}, {"tekst": MARK}]


def _doubt(plan: dict[str, Plain]) -> None:
    """Puts doubts and proposals wherever they may stand."""
    plan["usikkert"] = WITHOUT_PLACE
    areas = plan.get("områder", [])
    for area in (each for each in areas if isinstance(each, dict)) if isinstance(areas, list) else ():
        area["usikkert"] = MARK
        for key in DOUBTED:
            entries = area.get(key, [])
            for entry in (each for each in entries if isinstance(each, dict)) if entries else ():
                entry["usikkert"] = MARK
                if key in FOLLOWING or entry.get("type") == "tillegg":
                    entry["forslag"] = PROPOSED


def _doubt_strategy(strategy: dict[str, Plain]) -> None:
    """Puts doubts and proposals of what lives on wherever they may stand."""
    strategy["usikkert"] = WITHOUT_PLACE
    for area in _records(strategy.get("områder")):
        area["usikkert"] = MARK
        measures = area.get("tiltak", {})
        levels = measures.values() if isinstance(measures, dict) else ()
        for items in (area.get("hovedmål"), *levels):
            for item in _records(items):
                item["usikkert"] = MARK
                item["forslag"] = [{"viderefører": "2023/heltid/deltid", "treff": "0.5"}]


def _records(entries: Plain | None) -> list[dict[str, Plain]]:
    return [each for each in entries if isinstance(each, dict)] if isinstance(entries, list) else []


def _project(root: Path, *, doubted: bool) -> Path:
    """The golden project, each source in one line, so that doubts move nothing to another line."""
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copytree(GOLDEN / "plans", root / "plans")
    kinds = {"fagforeninger/*/2*.yml": _doubt, "strategi/*.yml": _doubt_strategy}
    for pattern, doubt in kinds.items():
        for path in (root / "plans").glob(pattern):
            source = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts alone
            if doubted:
                doubt(source)
            path.write_text(json.dumps(source, ensure_ascii=False) + "\n", encoding="utf-8")
    return root


def _made(root: Path) -> tuple[dict[str, bytes], Outcome]:
    outcome = generate(root, TODAY, lambda _: None)
    assert outcome.sound
    return files(root / "docs"), outcome


def _body(root: Path) -> Body:
    body = load(root).body
    assert body is not None
    return body


def test_no_page_and_no_record_of_the_search_tells_of_them(tmp_path: Path) -> None:
    told, outcome = _made(_project(tmp_path / "doubted", doubted=True))
    plain, other = _made(_project(tmp_path / "plain", doubted=False))
    assert MARK in (tmp_path / "doubted/plans/fagforeninger/nes/2024-2025.yml").read_text(encoding="utf-8")
    assert {path for path in told if told[path] != plain.get(path)} == set()
    assert told.keys() == plain.keys()
    assert outcome.searched
    assert other.searched
    assert outcome.searched.records == other.searched.records


def test_the_history_tells_of_no_change(tmp_path: Path) -> None:
    doubted = _body(_project(tmp_path / "doubted", doubted=True))
    plain = _body(_project(tmp_path / "plain", doubted=False))
    telling = discretion(plain.federation, lambda _: False)
    pairs = list(zip(doubted.plans, plain.plans, strict=True))
    assert all(one != other for one, other in pairs)
    assert [compare(other, one, telling) for one, other in pairs] == [() for _ in pairs]
