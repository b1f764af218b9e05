"""Made-up documents of a union or of the federation, imported."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import docx

from generator import examination
from generator.importer import (
    Imported,
    ImportedStrategy,
    StrategyWishes,
    Wishes,
    homeless,
    imported,
    imported_strategy,
    unkept,
    unread,
)
from generator.model import Body
from generator.periods import Period
from generator.writing import source_of
from tests.project import ROOT

PERIOD = Period(2024, 2025)


@cache
def shipped() -> Body:
    """All that the project ships."""
    body = examination.examine(ROOT)[0].body
    assert body is not None
    return body


def draft(path: Path, wishes: Wishes | None = None) -> Imported:
    """The plan of the file, imported without what the union's own source says; nothing of it is lost."""
    wanted = wishes or Wishes(union="as", period=PERIOD, strategy=PERIOD)
    unions = (replace(union, plans=()) if union.id == wanted.union else union for union in shipped().unions)
    found = imported([path], replace(shipped(), unions=tuple(unions)), wanted)
    assert not unread(found.document, found.draft)
    assert not unkept(found.draft, source_of(found.plan))
    assert homeless(found.draft) == []
    return found


def strategy_draft(path: Path, period: Period = PERIOD) -> ImportedStrategy:
    """The strategy of the file, imported where only earlier editions are; nothing of it is lost."""
    editions = tuple(each for each in shipped().strategies if each.period < period)
    found = imported_strategy([path], replace(shipped(), strategies=editions), StrategyWishes(period=period))
    assert not unread(found.document, found.draft)
    assert not unkept(found.draft, source_of(found.strategy))
    assert homeless(found.draft) == []
    return found


def word_of(folder: Path, *texts: str) -> Path:
    """A Word file with an area's heading and paragraphs."""
    document = docx.Document()
    document.add_heading("Heltid, likelønn og kampen for mindre forskjeller", 1)
    for text in texts:
        document.add_paragraph(text)
    document.save(str(folder / "plan.docx"))
    return folder / "plan.docx"


def text_of(folder: Path, text: str) -> Path:
    """A text file."""
    path = folder / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return path
