"""A plan as it is being read: what has found its place so far, and where in the document it stood."""

from dataclasses import dataclass, field

from generator.diagnostics import Message
from generator.importer.lines import PLAIN, Look, Place, Reason
from generator.model import Resolution, StatusEntry


@dataclass(slots=True)
class Trace:
    """A piece of the document and what became of it: the key of the draft that holds it, or why none does."""

    place: Place
    text: str
    key: str = ""
    reason: Reason | None = None
    doubt: Message | None = None


@dataclass(slots=True)
class Said:
    """Words of the plan, with what they were made of."""

    text: str = ""
    traces: list[Trace] = field(default_factory=list)

    def add(self, text: str, trace: Trace) -> None:
        """Appends words that go on."""
        self.text = f"{self.text} {text}".strip()
        self.traces.append(trace)


@dataclass(slots=True)
class Item:
    """A goal or a measure."""

    said: Said
    number: str = ""
    responsible: list[Said] = field(default_factory=list)
    deadline: Said | None = None
    reason: Said | None = None
    results: list[tuple[StatusEntry, Trace]] = field(default_factory=list)
    doubts: list[Message] = field(default_factory=list)

    @property
    def is_owned(self) -> bool:
        """Whether it is said whose it is or when it is due."""
        return bool(self.responsible or self.deadline)


@dataclass(slots=True)
class CourseItem:
    name: Said
    audience: Said | None = None
    time: Said | None = None
    doubts: list[Message] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """A chapter, or a part of one."""

    title: Said
    number: str = ""
    paragraphs: list[Said] = field(default_factory=list)
    points: list[Said] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)
    look: Look = PLAIN

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the title."""
        return not (self.paragraphs or self.points or self.parts)


@dataclass(slots=True)
class Area:
    """A section of the plan; `id` is the strategy's, empty where the area is the union's own."""

    title: Said
    id: str = ""
    number: str = ""
    introduction: list[Said] = field(default_factory=list)
    main_goals: list[Item] = field(default_factory=list)
    goals: list[Item] = field(default_factory=list)
    open_goals: list[Item] = field(default_factory=list)
    measures: list[Item] = field(default_factory=list)
    courses: list[CourseItem] = field(default_factory=list)
    results: list[tuple[StatusEntry, Trace]] = field(default_factory=list)
    doubts: list[Message] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """All that was found."""

    title: list[Said] = field(default_factory=list)
    union: str = ""
    number: str = ""
    resolutions: list[tuple[Resolution, Trace]] = field(default_factory=list)
    introduction: list[Said] = field(default_factory=list)
    situation: list[Part] = field(default_factory=list)
    chapters: list[Part] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
