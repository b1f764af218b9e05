"""`<period>.yml` in a union's folder: its action plan."""

import re
import unicodedata
from dataclasses import dataclass
from functools import partial

from generator.deadlines import Deadline, understand
from generator.diagnostics import Collector, message
from generator.fields import Fields, Incomplete, read
from generator.model import (
    Course,
    Deviation,
    DeviationKind,
    Goal,
    Measure,
    NotPrioritised,
    Plan,
    PlanArea,
    Reference,
    Responsible,
    Section,
    Status,
    StatusEntry,
    Wording,
)
from generator.nodes import Node
from generator.parse.common import reference, references, resolution
from generator.periods import Period
from generator.reading_rules import AREA_UNNAMED


def plan(root: Node, union: str, faults: Collector) -> Plan | None:
    """The plan that the file holds; None where what identifies it is missing."""
    return read(root, faults, partial(_plan, union, faults))


def _plan(union: str, faults: Collector, fields: Fields) -> Plan:
    period = fields.required_period("periode")
    strategy = fields.required_period("strategi")
    reader = _AreaReader(period, strategy, faults)
    return Plan(
        union=union,
        period=period,
        strategy=strategy,
        wording=fields.required_one_of("ordlyd", Wording),
        source=fields.required_text("kilde"),
        resolutions=fields.records("vedtak", resolution),
        introduction=fields.paragraphs("innledning"),
        situation=fields.records("situasjon", _section),
        chapters=fields.records("kapitler", _section),
        areas=fields.records("områder", reader.area),
        results=fields.records("resultat", _status),
        position=fields.at("periode"),
        strategy_position=fields.at("strategi"),
    )


def _section(fields: Fields) -> Section:
    return Section(
        title=fields.required_text("tittel"),
        number=fields.text("nr"),
        paragraphs=fields.paragraphs("tekst"),
        points=fields.texts("punkter"),
        parts=fields.records("deler", _section),
    )


def _status(fields: Fields) -> StatusEntry:
    return StatusEntry(
        status=fields.required_one_of("status", Status),
        date=fields.date("dato"),
        reason=fields.text("grunn"),
    )


def _course(fields: Fields) -> Course:
    name = fields.required_text("navn")
    return Course(
        id=_id(fields, name),
        name=name,
        audience=fields.text("målgruppe"),
        time=fields.text("tidspunkt"),
        position=fields.at("id", "nr"),
    )


def _id(fields: Fields, words: str) -> str:
    """The id that is written, or else one made of the words; raises Incomplete where neither gives one."""
    return fields.identifier("id") or _slug(words) or fields.required_identifier("id")


def _slug(words: str) -> str:
    """An id made of the letters and digits of the words: `3.1.1` becomes `3-1-1`."""
    plain = words.casefold().replace("ø", "o").replace("æ", "a").replace("å", "a")
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only))


@dataclass(frozen=True, slots=True)
class _AreaReader:
    """Reads areas of a plan of the period whose references mean the strategy's edition."""

    period: Period
    strategy: Period
    faults: Collector

    def area(self, fields: Fields) -> PlanArea:
        strategy_area = fields.identifier("område")
        title = fields.text("tittel")
        if (strategy_area is None) == (title is None):
            self.faults.report(
                fields.position,
                AREA_UNNAMED,
                message("An area needs either “område” or “tittel”, not both."),
                message("Write “område:” with an area of the strategy, or “id:” and “tittel:” of your own."),
            )
            raise Incomplete
        local_id = fields.required_identifier("id") if title else None
        area_id = strategy_area or local_id or ""
        return PlanArea(
            id=area_id,
            title=title,
            number=fields.text("nr"),
            deadline=self._deadline(fields),
            introduction=fields.paragraphs("innledning"),
            deviations=fields.records("avvik", partial(self._deviation, area_id)),
            goals=fields.records("mål", self._goal),
            measures=fields.records("tiltak", self._measure),
            courses=fields.records("kurs", _course),
            results=fields.records("resultat", _status),
            not_prioritised=fields.records("ikke_prioritert", self._not_prioritised),
            position=fields.at("område", "id"),
        )

    def _deadline(self, fields: Fields) -> Deadline | None:
        written = fields.optional("frist")
        if written is None:
            return None
        return understand(" ".join(written.text.split()), self.period, written.position)

    def _follows(self, fields: Fields) -> tuple[Reference, ...]:
        return references(fields, "følger", self.strategy, self.faults)

    def _goal(self, fields: Fields) -> Goal:
        return Goal(
            id=fields.required_identifier("id"),
            text=fields.required_text("tekst"),
            reason=fields.text("begrunnelse"),
            follows=self._follows(fields),
            status=fields.records("status", _status),
            position=fields.at("id", "nr"),
        )

    def _measure(self, fields: Fields) -> Measure:
        number = fields.text("nr")
        return Measure(
            id=_id(fields, number or ""),
            text=fields.required_text("tekst"),
            number=number,
            responsible=tuple(
                Responsible(" ".join(each.text.split()), each.position) for each in fields.scalars("ansvar")
            ),
            deadline=self._deadline(fields),
            follows=self._follows(fields),
            status=fields.records("status", _status),
            position=fields.at("id", "nr"),
        )

    def _deviation(self, area: str, fields: Fields) -> Deviation:
        kind = fields.required_one_of("type", DeviationKind)
        added = kind is DeviationKind.ADDED
        written = None if added else fields.required("hovedmål")
        goal = Reference(self.strategy, area, written.text.strip(), written.position) if written else None
        return Deviation(
            kind=kind,
            goal=goal,
            id=fields.required_identifier("id") if added else None,
            text=fields.text("tekst") if kind is DeviationKind.OMITTED else fields.required_text("tekst"),
            note=fields.text("merknad"),
            follows=self._follows(fields) if added else (),
            position=fields.at("id", "nr"),
        )

    def _not_prioritised(self, fields: Fields) -> NotPrioritised:
        found = reference(fields.required("følger"), self.strategy, self.faults)
        if found is None:
            raise Incomplete
        return NotPrioritised(reference=found, reason=fields.required_text("begrunnelse"))
