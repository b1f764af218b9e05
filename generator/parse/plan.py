"""`<period>.yml` in a union's folder: its action plan."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from generator.deadlines import Deadline, understand
from generator.diagnostics import Collector, errors, message
from generator.fields import Fields, read
from generator.model import (
    Course,
    Deviation,
    DeviationKind,
    Goal,
    Measure,
    NotPrioritised,
    Plan,
    PlanArea,
    Prerequisite,
    Proposal,
    Reference,
    Responsible,
    Section,
    Status,
    StatusEntry,
    Wording,
)
from generator.nodes import Node
from generator.parse.common import doubt, gone, resolution
from generator.periods import Period
from generator.reading_rules import AREA_UNNAMED

_DeviationReader = Callable[[Fields], Deviation]


def plan(root: Node, union: str, faults: Collector, language: str = "") -> Plan | None:
    """The plan that the file holds, in its language; None where what identifies it is missing."""
    before = len(faults.found)
    found = read(root, faults, partial(read_plan, union), language)
    return found and replace(found, whole=not errors(faults.found[before:]))


def read_plan(union: str, fields: Fields) -> Plan:
    """The plan that the fields of the whole file describe."""
    period = fields.required_period("periode")
    strategy = fields.required_period("strategi")
    reader = _AreaReader(period, strategy)
    return Plan(
        union=union,
        language=fields.language,
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
        former=fields.periods("tidligere"),
        gone=fields.records("nedlagt", gone),
        doubts=fields.records("usikkert", doubt),
        position=fields.at("periode"),
        strategy_position=fields.at("strategi"),
    )


def _section(fields: Fields) -> Section:
    return Section(
        number=fields.text("nr"),
        title=fields.required_text("tittel"),
        paragraphs=fields.paragraphs("tekst"),
        points=fields.texts("punkter"),
        parts=fields.records("deler", _section),
    )


def _status(fields: Fields) -> StatusEntry:
    return StatusEntry(
        status=fields.required_one_of("status", Status),
        date=fields.date("dato"),
        reason=fields.text("grunn"),
        position=fields.at("status"),
    )


def _course(fields: Fields) -> Course:
    name = fields.required_text("navn")
    return Course(
        id=fields.identifier_made_of("id", "navn"),
        name=name,
        audience=fields.text("målgruppe"),
        time=fields.text("tidspunkt"),
        former=fields.identifiers("tidligere"),
        doubt=fields.text("usikkert"),
        position=fields.at("id", "nr"),
    )


def _name_of_strategy_area(fields: Fields) -> tuple[str, None]:
    """The id; the strategy has the title."""
    return fields.required_identifier("område"), None


def _name_of_local_area(fields: Fields) -> tuple[str, str]:
    """The id and the title."""
    return fields.required_identifier("id"), fields.required_text("tittel")


@dataclass(frozen=True, slots=True)
class _AreaReader:
    """Reads areas of a plan of the period whose references mean the strategy's edition."""

    period: Period
    strategy: Period

    def area(self, fields: Fields) -> PlanArea:
        number = fields.text("nr")
        area_id, title = fields.either(
            {"område": _name_of_strategy_area, "tittel": _name_of_local_area},
            AREA_UNNAMED,
            message("An area needs either “område” or “tittel”, not both."),
            message("Write “område:” with an area of the strategy, or “id:” and “tittel:” of your own."),
        )
        return PlanArea(
            id=area_id,
            title=title,
            number=number,
            deadline=self._deadline(fields),
            introduction=fields.paragraphs("innledning"),
            deviations=fields.records("avvik", partial(self._deviation, area_id)),
            goals=fields.records("mål", self._goal),
            measures=fields.records("tiltak", self._measure),
            courses=fields.records("kurs", _course),
            results=fields.records("resultat", _status),
            not_prioritised=fields.records("ikke_prioritert", self._not_prioritised),
            former=fields.identifiers("tidligere"),
            doubt=fields.text("usikkert"),
            position=fields.at("område", "id"),
        )

    def _deadline(self, fields: Fields) -> Deadline | None:
        written = fields.optional("frist")
        if written is None:
            return None
        return understand(fields.said(written.text), self.period, written.position)

    def _follows(self, fields: Fields) -> tuple[Reference, ...]:
        return fields.references("følger", self.strategy)

    def _proposals(self, fields: Fields) -> tuple[Proposal, ...]:
        return fields.records("forslag", self._proposal)

    def _proposal(self, fields: Fields) -> Proposal:
        return Proposal(
            reference=fields.required_reference("følger", self.strategy),
            score=fields.share("treff"),
            position=fields.at("følger"),
        )

    def _goal(self, fields: Fields) -> Goal:
        return Goal(
            id=fields.required_identifier("id"),
            text=fields.required_text("tekst"),
            reason=fields.text("begrunnelse"),
            follows=self._follows(fields),
            proposals=self._proposals(fields),
            continues=fields.earlier_item("viderefører"),
            status=fields.records("status", _status),
            former=fields.identifiers("tidligere"),
            doubt=fields.text("usikkert"),
            position=fields.at("id", "nr"),
        )

    def _measure(self, fields: Fields) -> Measure:
        return Measure(
            id=fields.identifier_made_of("id", "nr"),
            text=fields.required_text("tekst"),
            number=fields.text("nr"),
            responsible=tuple(
                Responsible(fields.said(each.text), each.position) for each in fields.scalars("ansvar")
            ),
            deadline=self._deadline(fields),
            after=tuple(Prerequisite(each.text, each.position) for each in fields.scalars("etter")),
            follows=self._follows(fields),
            proposals=self._proposals(fields),
            continues=fields.earlier_item("viderefører"),
            status=fields.records("status", _status),
            former=fields.identifiers("tidligere"),
            doubt=fields.text("usikkert"),
            position=fields.at("id", "nr"),
        )

    def _deviation(self, area: str, fields: Fields) -> Deviation:
        readers: dict[DeviationKind, _DeviationReader] = {
            DeviationKind.WORDING: partial(self._worded_otherwise, area),
            DeviationKind.OMITTED: partial(self._left_out, area),
            DeviationKind.ADDED: self._added,
        }
        return fields.variant("type", DeviationKind, readers)

    def _worded_otherwise(self, area: str, fields: Fields) -> Deviation:
        return Deviation(
            kind=DeviationKind.WORDING,
            goal=self._main_goal(area, fields),
            text=fields.required_text("tekst"),
            note=fields.text("merknad"),
            doubt=fields.text("usikkert"),
            position=fields.position,
        )

    def _left_out(self, area: str, fields: Fields) -> Deviation:
        return Deviation(
            kind=DeviationKind.OMITTED,
            goal=self._main_goal(area, fields),
            text=fields.text("tekst"),
            note=fields.text("merknad"),
            doubt=fields.text("usikkert"),
            position=fields.position,
        )

    def _added(self, fields: Fields) -> Deviation:
        return Deviation(
            kind=DeviationKind.ADDED,
            id=fields.required_identifier("id"),
            text=fields.required_text("tekst"),
            follows=self._follows(fields),
            proposals=self._proposals(fields),
            note=fields.text("merknad"),
            former=fields.identifiers("tidligere"),
            doubt=fields.text("usikkert"),
            position=fields.at("id"),
        )

    def _main_goal(self, area: str, fields: Fields) -> Reference:
        """The main goal of the strategy that the deviation departs from."""
        written = fields.required("hovedmål")
        return Reference(self.strategy, area, written.text.strip(), written.position)

    def _not_prioritised(self, fields: Fields) -> NotPrioritised:
        return NotPrioritised(
            reference=fields.required_reference("følger", self.strategy),
            reason=fields.required_text("begrunnelse"),
        )
