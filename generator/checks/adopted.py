"""Rules on wording that a body adopted."""

from collections.abc import Iterator

from generator.checks.rule import Finding, Subject, warning
from generator.diagnostics import Message, Position, message
from generator.history.changes import Change, Field, Key, Kind, PlanHistory, Reworded
from generator.history.items import items
from generator.model import Plan, Wording
from generator.word_steps import marked


@warning
def adopted_wording_changed(subject: Subject) -> Iterator[Finding]:
    """A goal or measure is worded otherwise than when the plan was adopted.

    “ordlyd: vedtatt” tells readers that the words are those that a body adopted. If the body changed
    them, enter its resolution under “vedtak”, on the day that it was made; else write the words as they
    were adopted. Where they had been entered wrongly, make an exception and say so. In the message,
    [-…-] was taken out and {+…+} put in. The rule compares with what git holds of the plan on the day
    of its latest resolution, or when that was entered; without git it finds nothing.
    """
    plans = [plan for plan in subject.whole_plans if has_adopted_wording(plan)]
    histories = subject.histories(plans)
    for plan in plans:
        if plan.position.file in histories:
            yield from _reworded(plan, histories[plan.position.file])


def has_adopted_wording(plan: Plan) -> bool:
    """Whether a body adopted the plan, in the words that stand in it."""
    adopted = any(each.kind.adopts for each in plan.resolutions)
    return adopted and plan.wording is Wording.ADOPTED


def _reworded(plan: Plan, history: PlanHistory) -> Iterator[Finding]:
    places = _places(plan)
    for change in history.since_resolution.changes:
        if change.kind is Kind.CHANGED and change.key in places:
            for found in _found(change):
                yield Finding(
                    places[change.key],
                    found,
                    message(
                        "Adopt the change and enter that under “vedtak:”, "
                        "or write the words as they were adopted."
                    ),
                )


def _found(change: Change) -> Iterator[Message]:
    for detail in change.details:
        if isinstance(detail, Reworded) and detail.field is Field.TEXT:
            yield message("The adopted words were changed: {change}", change=marked(detail.steps))
        elif detail.field is Field.TEXT:
            yield message("The adopted words were changed.")


def _places(plan: Plan) -> dict[Key, Position]:
    return {key: item.thing.position for key, item in items(plan).items()}
