"""The form of StratML Part 2 (ISO 17469-2): goals with objectives, and what is measured of those.

It has no element for status, and none for links but in an indicator.  So each objective has one indicator,
its status: the target is the deadline, the results are what is reported, and the relationships lead to what
is followed.  No result is *not reported*.  Identifiers are XML ids: unique in their file, none begins with a
digit.
"""

from dataclasses import dataclass
from enum import StrEnum
from xml.etree.ElementTree import Element, SubElement

from generator.deadlines import Deadline
from generator.exports.open_data.values import day
from generator.exports.xml_elements import as_file, text, texts
from generator.model import StatusEntry
from generator.periods import Period

_NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"


class Stage(StrEnum):
    """What an objective is in the chain from work to worth."""

    OUTCOME = "Outcome"
    OUTPUT = "Output"


class Relation(StrEnum):
    """How what leads to something stands to it."""

    NARROWER = "Narrower_Than"
    PEER = "Peer_To"


@dataclass(frozen=True, slots=True)
class Related:
    """What an objective leads to, by its identifier in its own file."""

    relation: Relation
    id: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Performer:
    """A role in the plan's own words, and what the vocabulary calls it."""

    words: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A goal or measure, with what is due and what is reported of it."""

    id: str
    name: str
    text: str = ""
    number: str | None = None
    performers: tuple[Performer, ...] = ()
    note: str | None = None
    stage: Stage = Stage.OUTCOME
    related: tuple[Related, ...] = ()
    deadline: Deadline | None = None
    reports: tuple[StatusEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """An area with its objectives."""

    id: str
    name: str
    text: str
    number: str | None = None
    objectives: tuple[Objective, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A plan or a strategy; `organization` is whose it is, by name and identifier."""

    id: str
    kind: str
    name: str
    text: str
    note: str
    organization: tuple[str, str]
    headings: tuple[Heading, ...]
    period: Period
    source: str


@dataclass(frozen=True, slots=True)
class Words:
    """What the document's language calls a status and a deadline."""

    status: str
    deadline: str


def as_stratml(document: Document, words: Words) -> str:
    """The document as a file; without any area it is its own only goal, for the form asks for one."""
    root = Element("PerformancePlanOrReport", {"xmlns": _NAMESPACE, "Type": document.kind})
    said = {"Name": document.name, "Description": document.text, "OtherInformation": document.note}
    texts(root, said)
    core = SubElement(root, "StrategicPlanCore")
    name, identifier = document.organization
    texts(SubElement(core, "Organization"), {"Name": name, "Identifier": identifier})
    itself = Heading(id=f"{document.id}--alt", name=document.name, text=document.text, objectives=())
    for each in document.headings or (itself,):
        _goal(SubElement(core, "Goal"), each, words)
    days = document.period.interval
    about = {"Identifier": document.id, "StartDate": day(days.start), "EndDate": day(days.end)}
    texts(SubElement(root, "AdministrativeInformation"), {**about, "Source": document.source})
    return as_file(root)


def _goal(into: Element, heading: Heading, words: Words) -> None:
    text(into, "Name", heading.name)
    text(into, "Description", heading.text)
    texts(into, {"Identifier": heading.id, "SequenceIndicator": heading.number})
    for each in heading.objectives:
        _objective(SubElement(into, "Objective"), each, words)


def _objective(into: Element, of: Objective, words: Words) -> None:
    texts(into, {"Name": of.name, "Description": of.text})
    texts(into, {"Identifier": of.id, "SequenceIndicator": of.number})
    for each in of.performers:
        stakeholder = SubElement(into, "Stakeholder", {"StakeholderTypeType": "Generic_Group"})
        text(stakeholder, "Name", each.words)
        texts(SubElement(stakeholder, "Role"), {"Name": each.role, "RoleType": "Performer"})
    texts(into, {"OtherInformation": of.note})
    _indicator(into, of, words)


def _indicator(into: Element, of: Objective, words: Words) -> None:
    kind = {"ValueChainStage": of.stage.value, "PerformanceIndicatorType": "Qualitative"}
    indicator = SubElement(into, "PerformanceIndicator", kind)
    text(indicator, "MeasurementDimension", words.status)
    text(indicator, "UnitOfMeasurement", words.status)
    text(indicator, "Identifier", f"{of.id}--status")
    for each in of.related:
        relation = SubElement(indicator, "Relationship", {"RelationshipType": each.relation.value})
        said = {"ReferentIdentifier": each.id, "Name": each.text, "Description": each.address}
        texts(relation, said)
    if of.deadline or of.reports:
        _instance(SubElement(indicator, "MeasurementInstance"), of, words)


def _instance(into: Element, of: Objective, words: Words) -> None:
    if of.deadline:
        span = of.deadline.interval
        target = SubElement(into, "TargetResult")
        if span:
            texts(target, {"StartDate": day(span.start), "EndDate": day(span.end)})
        _descriptor(target, words.deadline, of.deadline.words)
    for entry in of.reports:
        result = SubElement(into, "ActualResult")
        texts(result, {"EndDate": day(entry.date)})
        _descriptor(result, words.status, entry.status.value)
        texts(result, {"Description": entry.reason})


def _descriptor(into: Element, name: str, value: str) -> None:
    texts(SubElement(into, "Descriptor"), {"DescriptorName": name, "DescriptorValue": value})
