"""Links to where what a page shows is changed; none where it is not known where the sources are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.diagnostics import Message, Position, message
from generator.forge import Form
from generator.model import Goal, Measure, Plan, Union
from generator.standing import current
from generator.views.common import Scene
from generator.views.due_rows import SHORT, shortened


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The whole address, on the host of the sources, and what the link is called where it is read alone."""

    to: str
    name: Message


def suggestion(scene: Scene, place: Position) -> Suggestion | None:
    """A change of the file of which a whole page is made."""
    if scene.forge is None:
        return None
    return Suggestion(scene.forge.file(place.file), message("Suggest a change"))


def suggestion_at(scene: Scene, place: Position) -> Suggestion | None:
    """A change of the part of a file of which a whole page is made."""
    return None if scene.forge is None else Suggestion(scene.forge.line(place), message("Suggest a change"))


_FORMS: Mapping[Form, Message] = MappingProxyType(
    {
        Form.STATUS: message("Report a status"),
        Form.DEADLINE: message("New deadline"),
        Form.MEASURE: message("New measure"),
    }
)


def forms(scene: Scene, plan: Plan) -> tuple[Suggestion, ...]:
    """The forms that ask for a change of the plan, where the host has such."""
    found = (
        (scene.forge.form(form, f"{plan.union}/{plan.period.id}"), form) for form in _FORMS if scene.forge
    )
    return tuple(Suggestion(to, _FORMS[form]) for to, form in found if to)


def measure_suggestion(scene: Scene, measure: Measure) -> Suggestion | None:
    """A change of the measure."""
    if measure.number is None:
        words = shortened(measure.text, SHORT)
        name = message("Suggest a change to the measure “{words}”", words=words)
    elif measure.number[:1].isdigit():
        name = message("Suggest a change to measure {number}", number=measure.number)
    else:
        name = message("Suggest a change to {number}", number=measure.number)
    return None if scene.forge is None else Suggestion(scene.forge.line(measure.position), name)


def goal_suggestion(scene: Scene, goal: Goal, place: int) -> Suggestion | None:
    """A change of the goal, which is at that place in its area."""
    name = message("Suggest a change to goal {number}", number=place)
    return None if scene.forge is None else Suggestion(scene.forge.line(goal.position), name)


def union_suggestion(scene: Scene, union: Union) -> Suggestion | None:
    """A change of the union's plan that is current; none where it has no plan."""
    plan = current(union.plans, scene.today)
    return None if plan is None else suggestion(scene, plan.position)
