"""What somebody answered in a form: the text of an issue, of which anybody may have written anything."""

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.diagnostics import Collector, Message, Position, message
from generator.issues.forms import Question
from generator.nodes import readable
from generator.reading_rules import UNKNOWN_KEY

LIMIT = 20_000
"""Characters of an issue."""

LIMITS = {"tekst": 1000, "grunn": 1000, "ansvar": 1000, "plan": 300, "omrade": 300}
"""Characters of an answer, by what is asked."""

OTHER_LIMIT = 200

_HEADING = re.compile(r" {0,3}###(?!#)[ \t]*(?P<label>.*?)[ \t]*#*[ \t]*")
_QUOTED = 80
_SHORTER = message("Write it shorter.")
_HEADINGS = message(
    "Leave the form's headings as they are, and write below them, without lines that begin with ###."
)
_NOTHING = {"_No response_", "None"}
"""What stands where there is no answer."""


def answers(text: str, questions: Sequence[Question], faults: Collector) -> Mapping[str, str]:
    """The answers by what was asked, those that are empty left out; each in what can be read of it."""
    if len(text) > LIMIT:
        _fault(faults, message("The issue is longer than {limit} characters.", limit=LIMIT), _SHORTER)
        return {}
    before = len(faults.found)
    below = _below_headings(re.split(r"\r\n?|\n", text.removeprefix("\ufeff")), questions, faults)
    if len(faults.found) > before:
        return {}
    found = {key: readable("\n".join(lines)).strip() for key, lines in below.items()}
    kept = {key: words for key, words in found.items() if words and words not in _NOTHING}
    for each in questions:
        _look_at(each, kept.get(each.id, ""), faults)
    return kept


def _below_headings(
    lines: Iterable[str], questions: Sequence[Question], faults: Collector
) -> Mapping[str, list[str]]:
    """The lines by the question that they stand below; headings must stand in the order of the questions."""
    places = {each.label: place for place, each in enumerate(questions)}
    at, said = -1, dict[str, list[str]]()
    for line in lines:
        heading = _HEADING.fullmatch(line)
        place = places.get(heading["label"], -1) if heading else -1
        if heading and place > at:
            at = place
            said[questions[at].id] = []
        elif heading:
            found = message("The heading “{found}” does not belong here.", found=readable(line)[:_QUOTED])
            _fault(faults, found, _HEADINGS)
            break
        elif at >= 0:
            said[questions[at].id].append(line)
        elif line.strip():
            _fault(faults, message("There is text before the first heading."), _HEADINGS)
            break
    return said


def _look_at(question: Question, answer: str, faults: Collector) -> None:
    limit = LIMITS.get(question.id, OTHER_LIMIT)
    if question.is_required and not answer:
        missing = message("“{key}” is missing.", key=question.label)
        _fault(
            faults, missing, message("Write the answer below the heading “{label}”.", label=question.label)
        )
    if len(answer) > limit:
        _fault(
            faults,
            message("“{label}” is longer than {limit} characters.", label=question.label, limit=limit),
            _SHORTER,
        )


def _fault(faults: Collector, text: Message, hint: Message) -> None:
    faults.report(Position(""), UNKNOWN_KEY, text, hint)
