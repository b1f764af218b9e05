"""The draft of a plan to the plan: ids, references to the strategy, deadlines, doubts."""

from dataclasses import dataclass, field

from generator.deadlines import Deadline, Precision, understand
from generator.importer.composing.area_items import AreaItems
from generator.importer.composing.common import doubts_of, keyed, resolutions_of, source, texts
from generator.importer.composing.knowledge import Knowledge
from generator.importer.composing.names import Names
from generator.importer.composing.wishes import Wishes
from generator.importer.drafting.draft import Area, Draft, Part
from generator.importer.readers.lines import Reason
from generator.model import Plan, PlanArea, Section


@dataclass(slots=True)
class PlanComposer:
    """Makes a plan of a draft; notes in each trace which key its words came under."""

    wishes: Wishes
    knowledge: Knowledge
    names: Names = field(default_factory=Names)

    def plan(self, draft: Draft) -> Plan:
        """The plan."""
        return Plan(
            union=self.wishes.union,
            period=self.wishes.period,
            strategy=self.wishes.strategy,
            wording=self.wishes.wording,
            source=source(draft, self.wishes),
            resolutions=tuple(resolutions_of(draft)),
            introduction=texts(draft.introduction, "innledning"),
            situation=tuple(_section(part, f"situasjon[{n}]") for n, part in enumerate(draft.situation, 1)),
            chapters=tuple(_section(part, f"kapitler[{n}]") for n, part in enumerate(draft.chapters, 1)),
            areas=tuple(self._area(area) for area in draft.areas),
            doubts=tuple(doubts_of(draft, self.wishes)),
        )

    def _area(self, area: Area) -> PlanArea:
        id_ = area.id or self.names.area(area.title.text)
        key = f"områder/{id_}"
        items = AreaItems(area, id_, key, self.wishes, self.knowledge, self.names)
        for trace in area.title.traces:
            trace.key = key if area.id else f"{key}/tittel"
            trace.reason = Reason.HEADING if area.id else trace.reason
        deviations = tuple(items.deviations())
        return PlanArea(
            id=id_,
            title=None if area.id else area.title.text.rstrip(" :"),
            number=area.number or None,
            deadline=None if area.id else self._collective(area),
            introduction=texts(area.introduction, f"{key}/innledning"),
            deviations=deviations,
            goals=tuple(items.goals()),
            measures=tuple(items.measures()),
            courses=tuple(items.courses()),
            results=tuple(items.results()),
            doubt=self.wishes.doubt(area.doubts),
        )

    def _collective(self, area: Area) -> Deadline | None:
        """The deadline that an area's title sets for all that stands under it."""
        said = forms_of_time(area.title.text)
        deadline = understand(said, self.wishes.period) if said else None
        return deadline if deadline and deadline.precision is not Precision.UNKNOWN else None


def forms_of_time(title: str) -> str:
    """The words of the title that say by when; empty where none do."""
    words = title.split()
    for start, word in enumerate(words):
        if word.casefold() in {"i", "innen"} and words[-1].strip(".:")[-4:].isdigit():
            said = " ".join(words[start:]).strip(".:")
            if said.casefold().startswith(("i løpet", "i laupet", "innen")):
                return said
    return ""


def _section(part: Part, key: str) -> Section:
    keyed([part.title], f"{key}/tittel")
    return Section(
        title=part.title.text.rstrip(" :"),
        number=part.number or None,
        paragraphs=texts(part.paragraphs, f"{key}/tekst"),
        points=texts(part.points, f"{key}/punkter"),
        parts=tuple(_section(inner, f"{key}/deler[{n}]") for n, inner in enumerate(part.parts, 1)),
    )
