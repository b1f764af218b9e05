"""A plan as open data: all that its page shows, with ids, days and addresses.

What the page works out (titles, reports, what has passed, counts) comes from the page's own view; what it
works it out of stands beside it.
"""

from collections.abc import Iterable

from generator import addresses
from generator.exports.open_data.values import (
    PHASES,
    Data,
    as_json,
    deadline,
    entries,
    entry,
    gone,
    identifier,
    period,
    resolutions,
    sections,
    summary,
    where,
)
from generator.model import Course, Goal, Measure, Plan, PlanArea, Reference
from generator.views.common import Report, Scene, Upward
from generator.views.lineage import Lineage
from generator.views.main_goals import MainGoal
from generator.views.plan import PlanView
from generator.views.plan_areas import AreaView, CourseView, GoalView, MeasureView


def plan_file(scene: Scene, plan: Plan, view: PlanView) -> str:
    """The plan as a JSON file."""
    return as_json(PlanWriter(scene, plan).data(view))


class PlanWriter:
    """Writes a plan as the scene shows it."""

    def __init__(self, scene: Scene, plan: Plan) -> None:
        self._site, self._today, self._plan = scene.site, scene.today, plan
        self._languages = scene.body.federation.languages

    def data(self, view: PlanView) -> Data:
        """All of the plan."""
        plan = self._plan
        return {
            "skjema": identifier("plan"),
            "id": f"{plan.union}/{plan.period.id}",
            "adresse": where(view.permanent.to, self._site),
            "fagforening": self._union(view),
            "periode": period(plan.period),
            "fase": PHASES[view.phase],
            "sprak": plan.language or self._languages[0],
            "strategi": self._link(plan.strategy.id, view.strategy.text, view.strategy.to),
            "ordlyd": plan.wording.value,
            "kilde": plan.source,
            "vedtak": resolutions(plan.resolutions),
            "tall": self._counts(view),
            "resultat": entry(view.report.entry),
            "resultater": entries(plan.results, self._today),
            "omrader": [self._area(*each) for each in zip(plan.areas, view.areas, strict=True)],
            "innledning": plan.introduction,
            "situasjon": sections(plan.situation),
            "kapitler": sections(plan.chapters),
            "tidligere": plan.former,
            "nedlagt": gone(plan.gone, self._site),
        }

    def _link(self, name: str, title: str, to: addresses.Address | None) -> Data:
        return {"id": name, "tittel": title, "adresse": where(to, self._site)}

    def _union(self, view: PlanView) -> Data:
        union = view.union
        return {
            "id": union.id,
            "navn": union.name,
            "nummer": union.number,
            "fylke": {"id": union.county, "navn": view.county.text},
            "adresse": where(view.union_page.to, self._site),
        }

    def _counts(self, view: PlanView) -> Data:
        """The figures of the page."""
        return {
            "mal": view.goals,
            "tiltak": summary(view.measures),
            "omrader": summary(view.area_results),
            "oppfolging": {"fulgt": view.following.count, "spurt": view.following.total},
        }

    def _area(self, area: PlanArea, view: AreaView) -> Data:
        return {
            "id": area.id,
            "nr": area.number,
            "tittel": view.title,
            "eget": area.local,
            "adresse": where(addresses.plan_area(self._plan, area), self._site),
            "strategi": where(view.strategy, self._site),
            "frist": deadline(area.deadline),
            "innledning": area.introduction,
            "resultat": entry(view.report.entry),
            "resultater": entries(area.results, self._today),
            "hovedmal": [self._main_goal(area, each) for each in view.main_goals],
            "mal": [self._goal(area, *each) for each in zip(area.goals, view.goals, strict=True)],
            "tiltak": [self._measure(area, *each) for each in zip(area.measures, view.measures, strict=True)],
            "kurs": [self._course(area, each.course, each) for each in view.courses],
            "ikke_prioritert": [
                {"folger": self._upward(each.reference, of.item), "begrunnelse": each.reason}
                for each, of in zip(area.not_prioritised, view.not_prioritised, strict=True)
            ],
            "tidligere": area.former,
        }

    def _main_goal(self, area: PlanArea, view: MainGoal) -> Data:
        own = (each for each in area.deviations if view.to is None and each.id == view.id)
        added = next(own, None)
        here = addresses.Address(addresses.plan(self._plan).page, view.anchor or "")
        return {
            "id": view.id,
            "tekst": view.text,
            "adresse": where(here if view.anchor else view.to, self._site),
            "strategi": where(view.to, self._site),
            "avvik": view.deviation and view.deviation.value,
            "vedtatt_tekst": view.adopted_text,
            "merknad": view.note,
            "folger": self._upwards(added.follows if added else (), view.follows),
            "tidligere": added.former if added else (),
        }

    def _goal(self, area: PlanArea, goal: Goal, view: GoalView) -> Data:
        return {
            "id": goal.id,
            "tekst": goal.text,
            "adresse": where(addresses.plan_item(self._plan, area, goal), self._site),
            "begrunnelse": goal.reason,
            "folger": self._upwards(goal.follows, view.follows),
            **self._standing(goal, view.report, view.lineage),
        }

    def _measure(self, area: PlanArea, measure: Measure, view: MeasureView) -> Data:
        owners = ({"ord": each.words, "rolle": each.role and each.role.id} for each in view.owners)
        return {
            "id": measure.id,
            "nr": measure.number,
            "tekst": measure.text,
            "adresse": where(addresses.plan_item(self._plan, area, measure), self._site),
            "ansvar": list(owners),
            "frist": deadline(measure.deadline),
            "frist_ute": view.report.overdue,
            "etter": [each.words for each in measure.after],
            "folger": self._upwards(measure.follows, view.follows),
            **self._standing(measure, view.report, view.lineage),
        }

    def _standing(self, item: Goal | Measure, report: Report, lineage: Lineage) -> Data:
        """How the item stands, and how it lives on."""
        return {
            "status": entry(report.entry),
            "se_omradet": report.by_area,
            "statuser": entries(item.status, self._today),
            "videreforer": self._earlier(item, lineage),
            "viderefort_i": [where(each.to, self._site) for each in lineage.later],
            "tidligere": item.former,
        }

    def _earlier(self, item: Goal | Measure, lineage: Lineage) -> Data | None:
        if item.continues is None:
            return None
        to = None if lineage.earlier is None else lineage.earlier.to
        of = item.continues
        return {"periode": of.period.id, "id": of.id, "adresse": where(to, self._site)}

    def _course(self, area: PlanArea, course: Course, view: CourseView) -> Data:
        return {
            "id": course.id,
            "navn": course.name,
            "adresse": where(addresses.plan_item(self._plan, area, course), self._site),
            "malgruppe": course.audience,
            "tidspunkt": deadline(view.time),
            "tidligere": course.former,
        }

    def _upwards(self, references: Iterable[Reference], views: Iterable[Upward]) -> list[Data]:
        return [self._upward(*each) for each in zip(references, views, strict=True)]

    def _upward(self, reference: Reference, view: Upward) -> Data:
        return {"id": str(reference), "tekst": view.text, "adresse": where(view.to, self._site)}
