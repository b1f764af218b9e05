"""Plans and strategies that Hypothesis makes up, with all that a plan can hold and with hostile texts."""

import re
import unicodedata

from hypothesis import strategies as st

from generator.deadlines import Deadline, understand
from generator.model import (
    AreaSign,
    Course,
    Deviation,
    DeviationKind,
    Doubt,
    EarlierItem,
    Goal,
    ItemKind,
    Level,
    Measure,
    NotPrioritised,
    Plan,
    PlanArea,
    Prerequisite,
    Proposal,
    Reference,
    Resolution,
    ResolutionKind,
    Responsible,
    Section,
    Status,
    StatusEntry,
    Strategy,
    StrategyArea,
    StrategyItem,
    Wording,
)
from generator.nodes import readable
from generator.periods import Period
from generator.texts import folded

HOSTILE = (
    *("ja", "nei", "null", "~", "true", "No", "2025", "010", "1.10", "3.1.1", "12:30", "2025-01-28", "1e3"),
    *("a: b", "a:", ":a", "a #b", "#a", "- a", "-", "--- a", "? a", "!a", "&a", "*a", "%a", "@a", "`a`", "|"),
    *(
        "> a",
        "[a",
        "a]",
        "{a}",
        "a, b",
        ",",
        "'",
        '"',
        "it's",
        '"a" b',
        "a\\nb",
        "\\",
        "<<",
        "=",
        "...",
        "a\tb",
    ),
    *("æøå", "Fagforbundet Ås", "😀", "👩🏽‍🔧 i arbeid", "Đ", "ord" * 60, "ord " * 60, "a  b", "!!str a"),
)
_WORDS = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=12).map(" ".join),
    st.text(min_size=1, max_size=250),
)


def _as_read(words: str) -> str:
    """The words as a reader would give them: what has no width or is refused is not there."""
    found = words
    while found != (found := readable(found)):
        pass
    return unicodedata.normalize("NFC", found)


TEXTS = _WORDS.map(_as_read).map(folded).filter(bool)
_EXACT = TEXTS
_IDS = st.from_regex(re.compile(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?"), fullmatch=True).filter(
    lambda each: each != "index"
)
PERIODS = st.builds(
    lambda first, more: Period(first, first + more), st.integers(1990, 2050), st.integers(0, 3)
)


def _some(of: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=most).map(tuple)


def _deadlines(period: Period) -> st.SearchStrategy[Deadline]:
    return TEXTS.map(lambda words: understand(words, period))


STATUS = st.builds(
    StatusEntry,
    status=st.sampled_from(Status),
    date=st.none() | st.dates(),
    reason=st.none() | TEXTS,
)
REFERENCES = st.builds(Reference, PERIODS, _IDS, st.none() | _IDS)
EARLIER = st.builds(EarlierItem, PERIODS, _IDS)
PROPOSALS = st.builds(
    Proposal, REFERENCES, st.none() | st.integers(0, 100).map(lambda hundredths: hundredths / 100)
)
DOUBTS = st.builds(
    Doubt,
    text=TEXTS,
    page=st.none() | st.integers(1, 200),
    line=st.none() | st.integers(1, 999),
    reason=st.none() | TEXTS,
)
_UNSURE = st.none() | TEXTS
RESOLUTIONS = st.builds(
    Resolution, body=TEXTS, kind=st.sampled_from(ResolutionKind), date=st.none() | st.dates()
)
_SECTION = {
    "title": TEXTS,
    "number": st.none() | TEXTS,
    "paragraphs": _some(TEXTS),
    "points": _some(TEXTS),
}
SECTIONS = st.builds(Section, **_SECTION, parts=_some(st.builds(Section, **_SECTION), 2))
GOALS = st.builds(
    Goal,
    id=_IDS,
    text=TEXTS,
    reason=st.none() | TEXTS,
    follows=_some(REFERENCES),
    continues=st.none() | EARLIER,
    status=_some(STATUS),
    doubt=_UNSURE,
    proposals=_some(PROPOSALS),
)
COURSES = st.builds(
    Course, id=_IDS, name=TEXTS, audience=st.none() | TEXTS, time=st.none() | TEXTS, doubt=_UNSURE
)
NOT_PRIORITISED = st.builds(NotPrioritised, reference=REFERENCES, reason=TEXTS)


def _measures(period: Period) -> st.SearchStrategy[Measure]:
    return st.builds(
        Measure,
        id=_IDS,
        text=TEXTS,
        number=st.none() | TEXTS,
        responsible=_some(TEXTS.map(Responsible)),
        deadline=st.none() | _deadlines(period),
        after=_some(_EXACT.map(Prerequisite)),
        follows=_some(REFERENCES),
        continues=st.none() | EARLIER,
        status=_some(STATUS),
        doubt=_UNSURE,
        proposals=_some(PROPOSALS),
    )


def _deviations(edition: Period, area: str) -> st.SearchStrategy[Deviation]:
    goals = _IDS.map(lambda item: Reference(edition, area, item))
    note = st.none() | TEXTS
    return st.one_of(
        st.builds(
            Deviation, kind=st.just(DeviationKind.WORDING), goal=goals, text=TEXTS, note=note, doubt=_UNSURE
        ),
        st.builds(
            Deviation, kind=st.just(DeviationKind.OMITTED), goal=goals, text=st.none() | TEXTS, note=note
        ),
        st.builds(
            Deviation,
            kind=st.just(DeviationKind.ADDED),
            id=_IDS,
            text=TEXTS,
            note=note,
            follows=_some(REFERENCES),
            doubt=_UNSURE,
            proposals=_some(PROPOSALS),
        ),
    )


@st.composite
def _areas(draw: st.DrawFn, period: Period, edition: Period) -> PlanArea:
    area = draw(_IDS)
    return draw(
        st.builds(
            PlanArea,
            id=st.just(area),
            title=st.none() | TEXTS,
            number=st.none() | TEXTS,
            deadline=st.none() | _deadlines(period),
            introduction=_some(TEXTS),
            deviations=_some(_deviations(edition, area)),
            goals=_some(GOALS),
            measures=_some(_measures(period)),
            courses=_some(COURSES),
            results=_some(STATUS, 2),
            not_prioritised=_some(NOT_PRIORITISED, 2),
            doubt=_UNSURE,
        )
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of the union `vik`."""
    period, edition = draw(PERIODS), draw(PERIODS)
    return draw(
        st.builds(
            Plan,
            union=st.just("vik"),
            period=st.just(period),
            strategy=st.just(edition),
            wording=st.sampled_from(Wording),
            source=TEXTS,
            resolutions=_some(RESOLUTIONS, 2),
            introduction=_some(TEXTS),
            situation=_some(SECTIONS, 2),
            chapters=_some(SECTIONS, 2),
            areas=_some(_areas(period, edition)),
            results=_some(STATUS, 2),
            doubts=_some(DOUBTS),
        )
    )


def _strategy_items(kind: ItemKind, level: Level | None) -> st.SearchStrategy[tuple[object, ...]]:
    return _some(
        st.builds(
            StrategyItem,
            id=_IDS,
            kind=st.just(kind),
            level=st.just(level),
            text=TEXTS,
            continues=st.none() | REFERENCES,
            former=_some(_IDS, 2),
            proposals=_some(PROPOSALS, 2),
            doubt=_UNSURE,
        )
    )


_ITEMS = st.tuples(
    _strategy_items(ItemKind.MAIN_GOAL, None),
    *(_strategy_items(ItemKind.STRATEGIC_MEASURE, level) for level in Level),
).map(lambda groups: tuple(item for group in groups for item in group))
_STRATEGY_AREAS = st.builds(
    StrategyArea,
    id=_IDS,
    title=TEXTS,
    sign=st.none() | st.sampled_from(AreaSign),
    continues=st.none() | REFERENCES,
    former=_some(_IDS, 2),
    introduction=_some(TEXTS),
    items=_ITEMS,
    doubt=_UNSURE,
)
STRATEGIES = st.builds(
    Strategy,
    period=PERIODS,
    title=TEXTS,
    wording=st.sampled_from(Wording),
    source=TEXTS,
    resolutions=_some(RESOLUTIONS, 2),
    introduction=_some(TEXTS),
    areas=_some(_STRATEGY_AREAS),
    doubts=_some(DOUBTS),
)
