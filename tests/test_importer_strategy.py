"""The federation's strategy, laid out in several ways, comes back item by item."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.importer import ImportedStrategy
from generator.importer.drafting.levels import level_of
from generator.model import Level, Strategy
from tests.importing import shipped, strategy_draft, text_of
from tests.layouts import html, pdf, strategy_pieces, word


@dataclass(frozen=True, slots=True)
class Measured:
    """What of an edition must come back as it was."""

    title: str
    introduction: str
    areas: list[tuple[str, str]]
    items: list[tuple[str, Level | None, str]]


def measured(strategy: Strategy) -> Measured:
    return Measured(
        title=strategy.title,
        introduction=" ".join(strategy.introduction),
        areas=[(area.title, " ".join(area.introduction)) for area in strategy.areas],
        items=[(area.title, item.level, item.text) for area in strategy.areas for item in area.items],
    )


def in_word(strategy: Strategy, to: Path) -> Path:
    return word(strategy_pieces(strategy), to / "strategi.docx")


def in_bold(strategy: Strategy, to: Path) -> Path:
    return word(strategy_pieces(strategy), to / "strategi.docx", styled=False)


def in_columns(strategy: Strategy, to: Path) -> Path:
    return word(strategy_pieces(strategy, columns=True), to / "strategi.docx")


def in_pdf(strategy: Strategy, to: Path) -> Path:
    return pdf(html(strategy_pieces(strategy)), to / "strategi.pdf")


@pytest.mark.parametrize("layout", [in_word, in_bold, in_columns, in_pdf])
@pytest.mark.parametrize("strategy", shipped().strategies, ids=lambda strategy: strategy.period.id)
def test_an_edition_comes_back(
    strategy: Strategy, layout: Callable[[Strategy, Path], Path], tmp_path: Path
) -> None:
    found = strategy_draft(layout(strategy, tmp_path), strategy.period).strategy
    assert measured(found) == measured(strategy)
    assert not found.doubts


TEXT = """
Strategiplan 2026–2027

Vedtatt av landsstyret 28. november 2025

Innledning

Strategiplanen samler hele organisasjonen om disse områdene:

• Heltid, likelønn og kampen mot økte forskjeller
• Klima og natur

Heltid, likelønn og kampen mot økte forskjeller

Heltid er en kamp for likestilling.

Mål 2026-2027

Gapet mellom kvinners og menns lønn minker.

Færre arbeider deltid, og flere medlemmer av Fagforbundet har hel stilling.

Strategiske tiltak

Nasjonalt

• Utarbeide statistikk om
deltid.

Fylkeskretsene skal:

• Lære opp tillitsvalgte i drøftinger.

Fagforeningene

• Kreve hele stillinger.
Klima og natur

Været endrer seg, og arbeidslivet med det.

Mål 2026-2027

Klimabudsjett er vanlig.

Strategiske tiltak

Lokalt nivå

• Kreve klimabudsjett i kommunen.



Vil du bli medlem i Fagforbundet?
Gå inn på nettsidene
"""


@pytest.fixture
def made_up(tmp_path: Path) -> ImportedStrategy:
    return strategy_draft(text_of(tmp_path, TEXT))


def test_text_without_any_looks_is_read_by_its_words(made_up: ImportedStrategy) -> None:
    assert measured(made_up.strategy) == Measured(
        title="Strategiplan 2026–2027",
        introduction="Strategiplanen samler hele organisasjonen om disse områdene:",
        areas=[
            ("Heltid, likelønn og kampen mot økte forskjeller", "Heltid er en kamp for likestilling."),
            ("Klima og natur", "Været endrer seg, og arbeidslivet med det."),
        ],
        items=[
            ("Heltid, likelønn og kampen mot økte forskjeller", level, text)
            for level, text in (
                (None, "Gapet mellom kvinners og menns lønn minker."),
                (None, "Færre arbeider deltid, og flere medlemmer av Fagforbundet har hel stilling."),
                (Level.NATIONAL, "Utarbeide statistikk om deltid."),
                (Level.COUNTY, "Lære opp tillitsvalgte i drøftinger."),
                (Level.UNION, "Kreve hele stillinger."),
            )
        ]
        + [
            ("Klima og natur", None, "Klimabudsjett er vanlig."),
            ("Klima og natur", Level.UNION, "Kreve klimabudsjett i kommunen."),
        ],
    )
    assert [(each.body, str(each.date)) for each in made_up.strategy.resolutions] == [
        ("landsstyret", "2025-11-28")
    ]
    assert [each.text for each in made_up.strategy.doubts] == [
        "Vil du bli medlem i Fagforbundet?",
        "Gå inn på nettsidene",
    ]


def test_what_lives_on_keeps_its_name_and_what_may_is_proposed(made_up: ImportedStrategy) -> None:
    first, second = made_up.strategy.areas
    assert (first.id, str(first.continues), first.sign) == ("heltid", "2023/heltid", first.sign)
    assert [
        (item.id, str(item.continues), [str(each.reference) for each in item.proposals])
        for item in first.items[:2]
    ] == [
        ("lonnsgap", "2023/heltid/lonnsgap", []),
        ("arbeider-stilling", "None", ["2023/heltid/hele-stillinger"]),
    ]
    assert (second.id, second.continues) == ("klima-natur", None)
    assert [item.id for item in second.items] == ["klimabudsjett-vanlig", "klimabudsjett-kommunen"]


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("Nasjonalt", Level.NATIONAL),
        ("Nasjonalt nivå:", Level.NATIONAL),
        ("Tiltak på nasjonalt nivå", Level.NATIONAL),
        ("Sentralt", Level.NATIONAL),
        ("Forbundet sentralt skal", Level.NATIONAL),
        ("Fylkeskrets", Level.COUNTY),
        ("Fylkeskretsene skal:", Level.COUNTY),
        ("Strategiske tiltak for fylkeskretsene", Level.COUNTY),
        ("Tiltak – fylkeskrets", Level.COUNTY),
        ("3.2 Fagforeningene skal", Level.UNION),
        ("FAGFORENING", Level.UNION),
        ("Lokalt", Level.UNION),
        ("Fagforeiningane skal", Level.UNION),
        ("Fagforeningene, sammen med klubbene, jobber for heltid", None),
        ("Lokale forhandlinger", None),
    ],
)
def test_headings_of_levels(heading: str, level: Level | None) -> None:
    assert level_of(heading) is level
