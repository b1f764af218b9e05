"""Links to where what a page shows is changed; none where it is not known where the sources are kept."""

from dataclasses import dataclass

from generator.diagnostics import Message, Position, message
from generator.forge import Form
from generator.model import Goal, Measure, Plan, Union
from generator.standing import current
from generator.views.common import Scene
from generator.views.due_rows import SHORT, shortened


@dataclass(frozen=True, slots=True)
class FormLink:
    """A form on the host of the sources, in which the plan is filled in."""

    to: str
    words: Message


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


def forms(scene: Scene, plan: Plan) -> tuple[FormLink, ...]:
    """What can be proposed of the plan by a form."""
    if scene.forge is None or not scene.forge.takes_forms:
        return ()
    name = f"{plan.union}/{plan.period.id}"
    every = {
        Form.REPORT: message("Report a status"),
        Form.DEADLINE: message("Ask for a new deadline"),
        Form.MEASURE: message("Propose a measure"),
    }
    return tuple(FormLink(scene.forge.form(form, plan=name), words) for form, words in every.items())


def suggestion_at(scene: Scene, place: Position) -> Suggestion | None:
    """A change of the part of a file of which a whole page is made."""
    return None if scene.forge is None else Suggestion(scene.forge.line(place), message("Suggest a change"))


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
