"""What was decided, and what came of a plan in a span of days: for annual reports and board meetings."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses, standing
from generator.addresses import Address
from generator.alphabet import alphabetical
from generator.deadlines import Deadline
from generator.diagnostics import Message, message
from generator.model import Plan, Resolution, StatusEntry, Union
from generator.periods import Interval
from generator.standing import Summary
from generator.views.common import Link, Report, Scene, county_link, county_of, union_link
from generator.views.outcomes import Kind, Outcomes, Thing, outcomes
from generator.views.suggestions import Suggestion, suggestion

SOON = datetime.timedelta(days=90)
"""How far ahead a board looks."""


@dataclass(frozen=True, slots=True)
class ReportLink:
    """The report of a calendar year."""

    label: Message
    to: Address


@dataclass(frozen=True, slots=True)
class Decision:
    """A resolution on one of the union's plans."""

    resolution: Resolution
    plan: Link


@dataclass(frozen=True, slots=True)
class Results:
    """Things of one kind: those reported in the span or undated, and those reported before it."""

    rows: tuple[Thing, ...]
    earlier: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Things by deadline: those not reported at all, and those that stand among the results as well."""

    rows: tuple[Thing, ...]
    reported: tuple[Thing, ...]

    @property
    def total(self) -> int:
        """How many there are of both."""
        return len(self.rows) + len(self.reported)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """How much of an area is neither reported nor has a deadline of its own to come."""

    area: Link
    goals: int
    measures: int
    deadline: Deadline | None
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """How many measures a role carries of which no report says how they ended."""

    role: str
    total: int
    passed: int
    soon: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A plan's report for a span, cut at the day; `until` is the last day of *soon*.

    Each thing stands in one group: in the results by what is reported, else by its deadline.
    `later` holds what goes on all the time, too.
    """

    here: Address
    on_site: bool
    title: Message
    union: Link
    county: Link
    plan: Link
    source: str
    span: Interval
    until: datetime.date
    measures: Summary
    goals: Summary
    areas: Summary
    decisions: tuple[Decision, ...]
    done: Results
    partly: Results
    not_done: Results
    passed: Deadlines
    soon: Deadlines
    later: Deadlines
    silent: tuple[Silent, ...]
    burdens: tuple[Burden, ...]
    has_results: bool
    undated: bool
    reported_since: int
    other_years: tuple[ReportLink, ...]
    suggestion: Suggestion | None


def calendar_year(year: int) -> Interval:
    """The whole year."""
    return Interval(datetime.date(year, 1, 1), datetime.date(year, 12, 31))


def years(plan: Plan, today: datetime.date) -> tuple[int, ...]:
    """The years of the plan's period that have begun."""
    whole = range(plan.period.first, plan.period.last + 1)
    return tuple(year for year in whole if calendar_year(year).start <= today)


def report_links(scene: Scene, plan: Plan) -> tuple[ReportLink, ...]:
    """The reports of the plan's years that have begun."""
    return tuple(
        ReportLink(_year_label(year, scene.today), addresses.annual_report(plan, year))
        for year in years(plan, scene.today)
    )


def _year_label(year: int, today: datetime.date) -> Message:
    if calendar_year(year).end <= today:
        return message("Annual report {year}", year=year)
    return message("Status {year}", year=year)


def annual_reports(scene: Scene, union: Union, plan: Plan) -> Iterable[ReportView]:
    """A report for each of the plan's years that has begun, that of this year up to the day."""
    for year in years(plan, scene.today):
        yield report_view(scene, union, plan, calendar_year(year))


def report_view(
    scene: Scene, union: Union, plan: Plan, wanted: Interval, *, on_site: bool = True
) -> ReportView:
    """The plan's report for the span, which has begun; for a paper of its own unless `on_site`."""
    span = Interval(wanted.start, min(wanted.end, scene.today))
    here = addresses.annual_report(plan, wanted.end.year)
    found = outcomes(scene, plan, span)
    until = span.end + SOON
    return ReportView(
        here=here,
        on_site=on_site,
        title=_title(span, scene.today),
        union=union_link(union),
        county=county_link(county_of(scene, union)),
        plan=_plan_link(plan),
        source=plan.source,
        span=span,
        until=until,
        measures=standing.measures(plan, span.end),
        goals=standing.goals(plan, span.end),
        areas=standing.areas(plan, span.end),
        decisions=_decisions(union, span),
        done=_results(found, Kind.DONE, span),
        partly=_results(found, Kind.PARTLY, span),
        not_done=_results(found, Kind.NOT_DONE, span),
        passed=_deadlines(each for each in found.things if each.open and each.report.overdue),
        soon=_deadlines(each for each in found.things if each.open and each.due_by(until)),
        later=_deadlines(
            each for each in found.things if each.kind is Kind.TO_COME and not each.due_by(until)
        ),
        silent=_silent(found),
        burdens=_burdens(found, until),
        has_results=any(each.report.entry for each in found.things),
        undated=any(each.report.entry and not each.report.entry.date for each in found.things),
        reported_since=_reported_since(plan, span.end, scene.today),
        other_years=tuple(each for each in report_links(scene, plan) if each.to != here),
        suggestion=suggestion(scene, plan.position) if on_site else None,
    )


def _title(span: Interval, today: datetime.date) -> Message:
    """What to call a span, which is cut at the day: a year that is over or begun has a name."""
    year = calendar_year(span.end.year)
    if span == Interval(year.start, min(year.end, today)):
        return _year_title(span.end.year, today)
    return message("Results")


def _year_title(year: int, today: datetime.date) -> Message:
    if calendar_year(year).end <= today:
        return message("Annual report: results {year}", year=year)
    return message("Status and results so far in {year}", year=year)


def _plan_link(plan: Plan) -> Link:
    return Link(plan.period.title, addresses.plan(plan))


def _decisions(union: Union, span: Interval) -> tuple[Decision, ...]:
    """The resolutions on any of the union's plans that the span holds, by date."""
    dated = [
        (each.date, Decision(each, _plan_link(plan)))
        for plan in union.plans
        for each in plan.resolutions
        if each.date is not None and span.start <= each.date <= span.end
    ]
    return tuple(decision for _, decision in sorted(dated, key=lambda pair: pair[0]))


def _results(found: Outcomes, kind: Kind, span: Interval) -> Results:
    things = [each for each in found.things if each.kind is kind]
    return Results(
        tuple(each for each in things if not _told_before(each.report.entry, span.start)),
        tuple(each for each in things if _told_before(each.report.entry, span.start)),
    )


def _told_before(entry: StatusEntry | None, day: datetime.date) -> bool:
    return entry is not None and entry.date is not None and entry.date < day


def _deadlines(things: Iterable[Thing]) -> Deadlines:
    """The things by the last day of their deadline."""
    in_order = sorted(things, key=lambda each: each.due)
    return Deadlines(
        tuple(each for each in in_order if each.report.entry is None),
        tuple(each for each in in_order if each.report.entry is not None),
    )


def _silent(found: Outcomes) -> tuple[Silent, ...]:
    """The areas that hold anything silent."""
    rows = (
        Silent(
            area=area.link,
            goals=_count(area.goals, Kind.SILENT),
            measures=_count(area.measures, Kind.SILENT),
            deadline=area.deadline,
            report=area.report,
        )
        for area in found.areas
    )
    return tuple(row for row in rows if row.goals or row.measures)


def _count(things: tuple[Thing, ...], kind: Kind) -> int:
    return sum(each.kind is kind for each in things)


def _burdens(found: Outcomes, until: datetime.date) -> tuple[Burden, ...]:
    """The roles with open measures, those with most past its deadline first."""
    carried: dict[str, list[Thing]] = {}
    for thing in found.things:
        for role in thing.roles if thing.open else ():
            carried.setdefault(role, []).append(thing)
    rows = (
        Burden(
            role=role,
            total=len(own),
            passed=sum(each.report.overdue for each in own),
            soon=sum(each.due_by(until) for each in own),
        )
        for role, own in carried.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.passed, -row.soon, alphabetical(row.role))))


def _reported_since(plan: Plan, end: datetime.date, today: datetime.date) -> int:
    """How many reports are dated after the span and are known on the day."""
    entries = [*plan.results]
    for area in plan.areas:
        entries += area.results
        for item in area.goals_and_measures:
            entries += item.status
    return sum(each.date is not None and end < each.date <= today for each in entries)
