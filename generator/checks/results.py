"""Rules on what is reported of plans, areas, goals and measures."""

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject, warning
from generator.diagnostics import message
from generator.model import Plan, Status, StatusEntry

_NEEDS_REASON = {Status.PARTLY, Status.NOT_ACHIEVED, Status.DROPPED}
_FINAL = {Status.ACHIEVED, Status.NOT_ACHIEVED}


def _reports(plan: Plan) -> Iterator[StatusEntry]:
    yield from plan.results
    for area in plan.areas:
        yield from area.results
        for goal in area.goals:
            yield from goal.status
        for measure in area.measures:
            yield from measure.status


@warning
def result_without_date(subject: Subject) -> Iterator[Finding]:
    """A report of how something stands has no date.

    Nobody can tell whether it is news or years old, and every report with a date counts as newer.
    Write the day on which it was reported, such as that of the annual meeting.
    """
    for report in (report for plan in subject.whole_plans for report in _reports(plan)):
        if report.date is None:
            yield Finding(
                report.position,
                message("The report “{found}” has no date.", found=report.status),
                message("Write “dato:” with the day of the report, for example 2025-01-28."),
            )


@warning
def result_without_reason(subject: Subject) -> Iterator[Finding]:
    """A report says that something is done in part, not achieved or dropped, but not why.

    Members want to know the reason, and the next board needs it to do better.
    """
    for report in (report for plan in subject.whole_plans for report in _reports(plan)):
        if report.status in _NEEDS_REASON and not report.reason:
            yield Finding(
                report.position,
                message("The report “{found}” gives no reason.", found=report.status),
                message("Write “grunn:” with what was done, what was not, and why."),
            )


@warning
def result_before_period_end(subject: Subject) -> Iterator[Finding]:
    """A final result is reported before the period has ended.

    That is “ikke oppnådd” of an area, and “oppnådd” or “ikke oppnådd” of the whole plan: there is
    time left to achieve it, or to fail. Until then write “delvis” or “i gang”. An area may be achieved
    early.
    """
    for plan in subject.plans:
        by_area = (report for area in plan.areas for report in area.results)
        early = (
            *(report for report in plan.results if report.status in _FINAL),
            *(report for report in by_area if report.status is Status.NOT_ACHIEVED),
        )
        for report in early:
            end = plan.period.interval.end
            if report.date is not None and report.date < end:
                yield Finding(
                    report.position,
                    message(
                        "“{found}” is reported on {date}, but the period lasts until {end}.",
                        found=report.status,
                        date=report.date,
                        end=end,
                    ),
                    message("Correct “dato:”, or write “delvis” or “i gang”."),
                )
