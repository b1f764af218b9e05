"""Which change of which plan the answers in a form ask for."""

import datetime
import re
from collections.abc import Callable, Mapping

from generator import forms
from generator.diagnostics import Collector, Position
from generator.forge import Form
from generator.model import Body, Plan, Union
from generator.standing import current
from generator.writing.edited import Edit, Reported
from generator.writing.meeting import Meeting, one_row
from generator.writing.naming import Names
from generator.writing.orders import Asked, Orders
from generator.writing.sheets import Field

Answers = Mapping[str, str]

_YEARS = r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?"
_ADDRESS = re.compile(rf"\bfagforeninger/(?P<union>[a-z0-9-]+)(?:/(?P<period>{_YEARS}))?(?![\w-])")
_WORDS = re.compile(rf"(?P<union>.*?)[\s/,:]*(?P<period>{_YEARS})?[\s/]*", re.DOTALL)
_ANCHOR = re.compile(r"#(?:tiltak|mal)-(?P<id>[a-z0-9-]+)")
_CALLED = re.compile(r"(?:tiltak|mål|nr\.?|nummer)\s+(?=\S)", re.IGNORECASE)


class Wishes:
    """Finds what is asked for; each fault is noted, and where there is one nothing is."""

    def __init__(self, body: Body, today: datetime.date, faults: Collector) -> None:
        self._body = body
        self._today = today
        self._faults = faults

    def report(self, said: Answers) -> Edit | None:
        """A report of what became of something."""
        found = self._plan(said)
        if found is None:
            return None
        row = one_row(
            {
                "fagforening": found[0].id,
                "periode": found[1].period.id,
                "nr": _number(said),
                "status": said.get("status"),
                "dato": said.get("dato"),
                "grunn": said.get("grunn"),
            }
        )
        reports = Meeting(self._body, self._today, self._faults).reports([row])
        return None if self._faults.found else Reported(reports[0].plan, reports[0].target, reports[0].entry)

    def deadline(self, said: Answers) -> Edit | None:
        """Another deadline of a measure."""
        found = self._plan(said)
        target = found and Names(self._body, self._faults).target(found[1], _field(_number(said)))
        if not found or not target:
            return None
        orders = Orders(self._body, self._faults)
        return orders.rewritten(found[1], target, Asked(deadline=said.get("frist")))

    def measure(self, said: Answers) -> Edit | None:
        """A new measure."""
        found = self._plan(said)
        if not found:
            return None
        asked = Asked(
            text=said.get("tekst"),
            deadline=said.get("frist"),
            responsible=(said["ansvar"],) if "ansvar" in said else (),
        )
        return Orders(self._body, self._faults).added(*found, said.get("omrade", ""), asked)

    def _plan(self, said: Answers) -> tuple[Union, Plan] | None:
        """The plan that is named; the one to show today where its period is not."""
        words = said.get("plan", "")
        match = _ADDRESS.search(words) or _WORDS.fullmatch(words)
        names = Names(self._body, self._faults)
        union = names.union(_field(self._union_words(match["union"] if match else words)))
        period = match and match["period"]
        usual = current(union.plans, self._today) if union and not period else None
        if union is None or usual is not None:
            return (union, usual) if union and usual else None
        plan = names.plan(union, _field("".join((period or "").split())))
        return (union, plan) if plan else None

    def _union_words(self, words: str) -> str:
        """The words, or the folder that they would make where there is one of that name."""
        folder = forms.slug(words.removeprefix(self._body.federation.name))
        return folder if folder in {each.id for each in self._body.unions} else words


KINDS: Mapping[Form, Callable[[Wishes, Answers], Edit | None]] = {
    Form.REPORT: Wishes.report,
    Form.DEADLINE: Wishes.deadline,
    Form.MEASURE: Wishes.measure,
}
"""What each form asks for, by the name of its file."""


def _number(said: Answers) -> str:
    """What the plan calls the measure, which may be named by its address."""
    words = said.get("tiltak", "")
    match = _ANCHOR.search(words)
    return match["id"] if match else _CALLED.sub("", words, count=1)


def _field(words: str) -> Field:
    return Field(words, Position(""))
