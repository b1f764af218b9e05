"""What the pictures say that links to the site are shown with."""

from dataclasses import dataclass

from generator import standing
from generator.diagnostics import Message, message
from generator.model import Plan, Union
from generator.standing import Phase, Summary
from generator.views.common import Scene, county_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A picture's words, from the top down; a strip of how the things that it counts stand."""

    of: str
    heading: Message | None
    name: Message | str
    place: str
    phase: Phase | None
    foot: Message
    summary: Summary | None


def plan_card(scene: Scene, union: Union, plan: Plan) -> CardView:
    """The picture of a plan."""
    foot, summary = _figures(plan, scene)
    return CardView(
        of=scene.body.federation.name,
        heading=message("Action plan {period}", period=plan.period.title),
        name=union.name,
        place=county_of(scene, union).name,
        phase=standing.phase(plan.period, scene.today),
        foot=foot,
        summary=summary,
    )


def _figures(plan: Plan, scene: Scene) -> tuple[Message, Summary | None]:
    """What is most telling of how the plan stands: results by area, its measures, its goals."""
    areas, measures = standing.areas(plan, scene.today), standing.measures(plan, scene.today)
    if areas.reported and not measures.reported:
        return message("{n} of {total} areas have results", n=areas.reported, total=areas.total), areas
    if measures.total:
        n, total = measures.reported, measures.total
        return message("{n} of {total} measures reported", n=n, total=total), measures
    goals = standing.goals(plan, scene.today)
    words = message("1 local goal") if goals.total == 1 else message("{n} local goals", n=goals.total)
    return words, goals if goals.reported else None


def site_card(scene: Scene) -> CardView:
    """The picture of the whole site."""
    federation = scene.body.federation.name
    return CardView(
        of="",
        heading=None,
        name=message("Action plans of {federation}", federation=federation),
        place="",
        phase=None,
        foot=message("What is your local union doing, whose job is it, and is it done?"),
        summary=None,
    )
