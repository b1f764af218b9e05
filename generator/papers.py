"""Floor 15: a report as a paper of its own, outside of the site: Markdown, or HTML in one file."""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown import Markdown
from markupsafe import Markup
from mkdocs.config import load_config

from generator import addresses, standing
from generator.diagnostics import Diagnostic, Message, did_you_mean, errors, message
from generator.language import Language
from generator.model import Plan, Union
from generator.periods import Interval
from generator.press import Press
from generator.views.common import Scene
from generator.views.report import ReportView, calendar_year, report_view

STYLES = ("theme/colours.css", "planverk.css", "print.css")
"""The site's own style sheets, below docs/assets/, the later ones on top."""

_LINK = re.compile(r"\[(?P<words>[^\[\]]*)\]\((?P<to>[^()\s]+)\)")
"""Any link on our pages: plan text holds no bracket that is not encoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The report that somebody asks for; what is not said is chosen."""

    union: str
    period: str | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None


class WrongUseError(Exception):
    """There is no such report; the messages say why, and what to ask for instead."""

    def __init__(self, text: Message, hint: Message | None = None) -> None:
        super().__init__(text.text)
        self.messages = (text, hint) if hint else (text,)


def in_the_way(found: tuple[Diagnostic, ...], wanted: Wanted) -> tuple[Diagnostic, ...]:
    """The errors for which the report cannot be made: those of the union itself and of the plan.

    Where no period is named, those of all its plans, of which the one to choose may be none.
    """
    files = {f"{wanted.period}.yml", "fagforening.yml"}
    return tuple(
        fault
        for fault in errors(found)
        for path in [PurePosixPath(fault.position.file)]
        if path.parent.name == wanted.union and (wanted.period is None or path.name in files)
    )


def report(scene: Scene, wanted: Wanted) -> ReportView:
    """The report that is asked for, this year's unless it says otherwise; raises WrongUseError."""
    union = named_union(scene, wanted.union)
    last = wanted.last or scene.today
    span = Interval(wanted.first or calendar_year(min(last, scene.today).year).start, last)
    if span.start > scene.today:
        raise WrongUseError(message("{first} has not come yet.", first=span.start))
    if span.end < span.start:
        raise WrongUseError(
            message(
                "The report would end on {last}, before it begins on {first}.", first=span.start, last=last
            )
        )
    plan = named_plan(union, wanted.period, min(last, scene.today))
    return report_view(scene, union, plan, span, on_site=False)


def named_union(scene: Scene, name: str) -> Union:
    """The union of that id; raises WrongUseError."""
    known = {union.id: union for union in scene.body.unions}
    if name not in known:
        raise WrongUseError(message("There is no union “{found}”.", found=name), did_you_mean(name, known))
    return known[name]


def named_plan(union: Union, period: str | None, day: datetime.date) -> Plan:
    """The plan of the period, or else the one to show on the day; raises WrongUseError."""
    known = {plan.period.id: plan for plan in union.plans}
    plan = known.get(period) if period else standing.current(union.plans, day)
    if plan is not None:
        return plan
    if period is None:
        raise WrongUseError(message("{union} has no plan.", union=union.name))
    missing = message("{union} has no plan for “{found}”.", union=union.name, found=period)
    raise WrongUseError(missing, did_you_mean(period, known))


def as_markdown(root: Path, scene: Scene, view: ReportView) -> str:
    """The report's page without its front matter, its links whole; mere words where no site is known."""
    press = Press(root / "templates", _language(scene))
    page = press.page("annual_report", view, view.here)
    body = page.text.split("\n---\n", 1)[1].lstrip("\n")

    def outward(link: re.Match[str]) -> str:
        if link["to"].startswith("#"):
            return link[0]
        to = addresses.linked(link["to"], page.path)
        return f"[{link['words']}]({to.absolute(scene.site)})" if scene.site else link["words"]

    return _LINK.sub(outward, body)


def as_html(root: Path, scene: Scene, view: ReportView) -> str:
    """The report in one file with its styles, of the same Markdown as the site."""
    config = load_config(str(root / "mkdocs.yml"), hooks=[])
    plain = {**config.mdx_configs, "toc": {**config.mdx_configs.get("toc", {}), "permalink": False}}
    converter = Markdown(extensions=config.markdown_extensions, extension_configs=plain)
    assets = root / "docs" / "assets"
    shell = Environment(
        loader=FileSystemLoader(root / "templates"), undefined=StrictUndefined, autoescape=True
    ).get_template("paper.html")
    return shell.render(
        language=_language(scene).code,
        union=view.union.text,
        title=_language(scene).text(view.title),
        styles=[Markup((assets / each).read_text(encoding="utf-8")) for each in STYLES],  # noqa: S704 - our own
        body=Markup(converter.convert(as_markdown(root, scene, view))),  # noqa: S704 - encoded by Press
    )


FORMATS = {"html": as_html, "markdown": as_markdown}
"""How a report can be had, the usual way first."""


def _language(scene: Scene) -> Language:
    return Language(scene.body.federation.languages[0])
