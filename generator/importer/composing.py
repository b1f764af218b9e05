"""A draft to a plan of the model: ids, references to the strategy, deadlines, doubts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.deadlines import Deadline, Precision, understand
from generator.importer.area_items import AreaItems
from generator.importer.draft import Area, Draft, Part, Said
from generator.importer.knowledge import Knowledge
from generator.importer.lines import Reason
from generator.importer.names import Names
from generator.importer.wishes import Wishes
from generator.model import Doubt, Plan, PlanArea, Resolution, Section


@dataclass(slots=True)
class Composer:
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
            source=self._source(draft),
            resolutions=tuple(self._resolutions(draft)),
            introduction=_texts(draft.introduction, "innledning"),
            situation=tuple(_section(part, f"situasjon[{n}]") for n, part in enumerate(draft.situation, 1)),
            chapters=tuple(_section(part, f"kapitler[{n}]") for n, part in enumerate(draft.chapters, 1)),
            areas=tuple(self._area(area) for area in draft.areas),
            doubts=tuple(self._doubts(draft)),
        )

    def _source(self, draft: Draft) -> str:
        """The title as the document has it, and the names of the files."""
        _keyed(draft.title, "kilde")
        title = ", ".join(dict.fromkeys(said.text for said in draft.title))
        files = ", ".join(self.wishes.files)
        return f"{title} ({files})" if title and files else title or files

    def _doubts(self, draft: Draft) -> Iterator[Doubt]:
        for trace in draft.traces:
            if trace.doubt:
                trace.key = "usikkert"
                place = trace.place
                yield Doubt(
                    text=trace.text, page=place.page, line=place.line, reason=self.wishes.told(trace.doubt)
                )

    def _resolutions(self, draft: Draft) -> Iterator[Resolution]:
        seen: set[Resolution] = set()
        for resolution, trace in draft.resolutions:
            if trace.reason is Reason.READ:
                trace.key = "vedtak"
            if resolution not in seen:
                seen.add(resolution)
                yield resolution

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
            introduction=_texts(area.introduction, f"{key}/innledning"),
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
    _keyed([part.title], f"{key}/tittel")
    return Section(
        title=part.title.text.rstrip(" :"),
        number=part.number or None,
        paragraphs=_texts(part.paragraphs, f"{key}/tekst"),
        points=_texts(part.points, f"{key}/punkter"),
        parts=tuple(_section(inner, f"{key}/deler[{n}]") for n, inner in enumerate(part.parts, 1)),
    )


def _texts(each: Iterable[Said], key: str) -> tuple[str, ...]:
    found = [said for said in each if said.text]
    _keyed(found, key)
    return tuple(said.text for said in found)


def _keyed(each: Iterable[Said], key: str) -> None:
    for said in each:
        for trace in said.traces:
            trace.key = key
