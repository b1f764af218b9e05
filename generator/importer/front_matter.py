"""What stands before the plan itself: title, union, number, adoption."""

import re

from generator.importer.draft import Draft
from generator.importer.events import Event
from generator.importer.lines import Reason
from generator.importer.traces import Traces
from generator.importer.values import resolutions
from generator.importer.vocabulary import PLAN, UNION

_LONGEST_TITLE = 14
_LONGEST_ADOPTION = 26
_PERIOD = re.compile(r"(?:for |perioden )*(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?")
_NUMBER = re.compile(r"avd(?:eling)?\.?\s*(?:nr\.?\s*)?(\d{1,4})", re.IGNORECASE)
_UNION_ALONE = re.compile(r"fagforbundet\b.*|avd(?:eling)?\.?\s*\d.*", re.IGNORECASE)


class FrontMatter:
    """Takes the lines of the title page, and sentences on adoption wherever they stand."""

    def __init__(self, draft: Draft, traces: Traces) -> None:
        self._draft = draft
        self._traces = traces

    def title(self, event: Event) -> bool:
        """Whether the line is one of the plan's title; then it is taken."""
        text = event.text
        short = len(text.split()) <= _LONGEST_TITLE and not text.endswith(".")
        named = PLAN.search(text) or _UNION_ALONE.fullmatch(text) or _PERIOD.fullmatch(text)
        if not short or not (named or event.block.look.title):
            return False
        self._draft.title.append(self._traces.keep(event))
        self.named(text)
        return True

    def named(self, text: str) -> None:
        """Notes the union that the text names, once."""
        match, number = UNION.search(text), _NUMBER.search(text)
        if match and not self._draft.union:
            self._draft.union = match["name"]
        if number and not self._draft.number:
            self._draft.number = number[1]

    def adoption(self, event: Event) -> bool:
        """Whether the line tells who resolved the plan and when, and no more; then it is taken."""
        found = resolutions(event.text) if len(event.text.split()) <= _LONGEST_ADOPTION else []
        if not found:
            return False
        trace = self._traces.drop(event, Reason.READ)
        self._draft.resolutions += [(each, trace) for each in found]
        return True

    def told(self, event: Event) -> None:
        """Notes the adoption that a sentence of the introduction tells of, which stays there too."""
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", event.text):
            if re.search(r"\b(?:planen|handlingsplan(?:en)?)\b", sentence, re.IGNORECASE):
                trace = self._draft.traces[-1]
                self._draft.resolutions += [(each, trace) for each in resolutions(sentence)]
