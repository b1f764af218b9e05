"""The introduction, the situation and other chapters, outside of the areas."""

from generator.importer.draft import Draft, Part, Said
from generator.importer.events import Event, Shape
from generator.importer.headings import is_lower
from generator.importer.lines import Reason
from generator.importer.traces import Traces


class Chapters:
    """The chapter that is open, and its part."""

    def __init__(self, draft: Draft, traces: Traces) -> None:
        self._draft = draft
        self._traces = traces
        self._chapter: Part | None = None
        self._part: Part | None = None
        self._last: Said | None = None
        self._untitled: Event | None = None

    def introduction(self, event: Event) -> None:
        """Words of the plan's introduction."""
        if event.block.loose and self._last is not None and self._draft.introduction[-1:] == [self._last]:
            self._traces.add(self._last, event)
            return
        self._last = self._traces.keep(event)
        self._draft.introduction.append(self._last)

    def begin_situation(self, event: Event) -> None:
        """The heading of the situation, which the draft's key stands for; its parts come."""
        self._chapter, self._part = None, None
        self._last = None
        self._untitled = event

    def begin(self, event: Event) -> None:
        """A new chapter with the event as its title."""
        part = Part(self._traces.keep(event), number=event.number, look=event.block.look)
        self._draft.chapters.append(part)
        self._chapter, self._part, self._last = part, part, None

    def begin_part(self, event: Event) -> None:
        """A part of the open chapter."""
        part = Part(self._traces.keep(event), number=event.number, look=event.block.look)
        chapter = self._chapter
        if chapter is None:
            self._draft.chapters.append(part)
            self._chapter = part
        else:
            chapter.parts.append(part)
        self._part, self._last = part, None

    def begin_point_of_situation(self, event: Event) -> None:
        """A part of the situation with the event as its title."""
        if self._untitled is not None:
            self._traces.drop(self._untitled, Reason.HEADING)
            self._untitled = None
        self._situation(event)

    def _situation(self, event: Event) -> None:
        part = Part(self._traces.keep(event), number=event.number, look=event.block.look)
        self._draft.situation.append(part)
        self._part, self._last = part, None

    def is_below(self, event: Event) -> bool:
        """Whether the heading is one within the open chapter."""
        if self._chapter is None:
            return False
        return is_lower(event.block.look, self._chapter.look)

    def text(self, event: Event) -> None:
        """Words of the open part."""
        if self._untitled is not None:
            self._situation(self._untitled)
            self._untitled = None
        part = self._part
        if part is None:
            self.introduction(event)
        elif event.block.loose and self._last is not None and part.points[-1:] == [self._last]:
            self._traces.add(self._last, event)
        else:
            self._last = self._traces.keep(event)
            (part.points if event.kind is Shape.POINT else part.paragraphs).append(self._last)

    def close(self) -> None:
        """Takes out chapters without content: their titles are headings of what comes."""
        if self._untitled is not None:
            self._traces.drop(self._untitled, Reason.HEADING)
        kept = [part for part in self._draft.chapters if not part.is_empty]
        for part in self._draft.chapters:
            if part.is_empty:
                for trace in part.title.traces:
                    trace.reason = Reason.HEADING
        self._draft.chapters[:] = kept
        for part in (*self._draft.situation, *kept):
            for inner in part.parts:
                if inner.is_empty:
                    part.paragraphs.append(inner.title)
            part.parts = [inner for inner in part.parts if not inner.is_empty]
