"""What became of each piece of a document, noted as it happens: each piece once."""

from generator.diagnostics import Message
from generator.importer.drafting.draft import Draft, Said, Trace
from generator.importer.readers.lines import Place, Reason
from generator.importer.recognising.events import Event


class Traces:
    """Notes traces in the draft, in the order of the document."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def keep(self, event: Event, text: str | None = None) -> Said:
        """The event's words as words of the plan; its label is dropped."""
        self._label(event)
        words = event.text if text is None else text
        return Said(words, [self._note(event.block.place, words)])

    def add(self, said: Said, event: Event) -> None:
        """The event's words go on after those that were said."""
        self._label(event)
        said.add(event.text, self._note(event.block.place, event.text))

    def keep_with(self, said: Said | None, event: Event) -> Said:
        """The event's words, after those that were said if there are any."""
        if said is None:
            return self.keep(event)
        self.add(said, event)
        return said

    def drop(self, event: Event, reason: Reason) -> Trace:
        """The event is in the document and not in the draft."""
        trace = self._note(
            event.block.place,
            f"{event.label} {event.text}".strip()
            if event.label not in event.text or not event.text
            else event.text,
        )
        trace.reason = reason
        return trace

    def doubt(self, event: Event, why: Message) -> None:
        """The event found no place in the plan."""
        text = " ".join(each for each in (event.label.strip(), event.text) if each)
        trace = self._note(event.block.place, text)
        trace.doubt = why

    def piece(self, place: Place, text: str, reason: Reason) -> Trace:
        """A piece of an event that is told in another way."""
        trace = self._note(place, text)
        trace.reason = reason
        return trace

    def _label(self, event: Event) -> None:
        if event.label.strip():
            self._note(event.block.place, event.label.strip()).reason = Reason.LABEL

    def _note(self, place: Place, text: str) -> Trace:
        trace = Trace(place, text)
        self._draft.traces.append(trace)
        return trace
