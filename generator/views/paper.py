"""A union's plan as a paper of its own, for boards and annual meetings."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses, standing
from generator.alphabet import alphabetical
from generator.model import Plan, Union
from generator.standing import Summary
from generator.views.common import Owner, Scene
from generator.views.plan import PlanView, plan_view
from generator.views.plan_areas import AreaView, MeasureView


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPart:
    """An area, how its measures stand, and how many characters their longest number has."""

    area: AreaView
    measures: Summary
    longest_number: int


@dataclass(frozen=True, slots=True)
class Duties:
    """All that a role is responsible for."""

    role: str
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """A plan as its page has it, and what a paper needs besides; `site` begins its whole addresses."""

    plan: PlanView
    site: str
    federation: str
    areas: tuple[AreaPart, ...]
    duties: tuple[Duties, ...]


def paper_view(scene: Scene, union: Union, plan: Plan) -> PaperView:
    """The plan as a paper."""
    view = plan_view(scene, union, plan)
    return PaperView(
        plan=view,
        site=scene.site,
        federation=scene.body.federation.name,
        areas=tuple(_part(area) for area in view.areas),
        duties=_duties(scene, (measure for area in view.areas for measure in area.measures)),
    )


def _part(area: AreaView) -> AreaPart:
    return AreaPart(
        area=area,
        measures=standing.summary([each.report.entry for each in area.measures]),
        longest_number=max((len(each.number or "") for each in area.measures), default=0),
    )


def _duties(scene: Scene, measures: Iterable[MeasureView]) -> tuple[Duties, ...]:
    """Who is to do what: roles by name, the measures of each in the plan's order."""
    names = {addresses.role(role.id): role.name for role in scene.body.federation.roles}

    def name(owner: Owner) -> str:
        return names[owner.to] if owner.to else owner.words[:1].upper() + owner.words[1:]

    found: dict[str, list[MeasureView]] = {}
    for measure in measures:
        for role in dict.fromkeys(map(name, measure.owners)):
            found.setdefault(role, []).append(measure)
    return tuple(Duties(role, tuple(found[role])) for role in sorted(found, key=alphabetical))
