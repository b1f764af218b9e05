"""Floor 7: the permanent address of every page and the anchor of every item.

An address is the path of a Markdown file below `docs/`, lower-case ASCII, made of ids;
`fagforeninger/as/2024-2025.md` is published as `/fagforeninger/as/2024-2025/`.  Once published
it does not change; nothing else in the project builds one.
"""

import datetime
import posixpath
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.model import Course, Deviation, Goal, Measure, Plan, PlanArea, Reference
from generator.periods import Period

FRONT = "index.md"
UNIONS = "fagforeninger/index.md"
UNION_LIST = "fagforeninger/finn.json"
COUNTIES = "fylker"
STRATEGIES = "strategi/index.md"
ROLES = "roller/index.md"
RULES = "regler/index.md"
COVERAGE = "dekning/index.md"
CALENDAR = "kalender/index.md"
COURSES = "kurs/index.md"
SEARCH = "sok/index.md"
CHANGES = "endringer/index.md"
CHANGES_FEED = "endringer/nytt.xml"
SITE_CARD = "fagforeninger/kort.png"
"""The picture that a link to any page but a plan's is shown with."""
DATA = "data/index.md"
DATA_INDEX = "data/v1/indeks.json"
"""What the open data is of; `v1` is its version, in which nothing is ever taken away."""
DATA_CATALOGUE = "data/v1/katalog.jsonld"
DATA_TABLES = "data/v1/tabeller/"
DATA_PACKAGE = f"{DATA_TABLES}datapackage.json"
SITEMAP = "sitemap.xml"
DIAGNOSTICS_SCHEMA = "skjema/diagnostikk.json"


@dataclass(frozen=True, slots=True)
class Address:
    """A page, and a place on it."""

    page: str
    anchor: str = ""

    def seen_from(self, page: str) -> str:
        """The address as a link that stands on the page."""
        path = _relative(self.page, posixpath.dirname(page)) if page != self.page else ""
        return f"{path}#{self.anchor}" if self.anchor else path or posixpath.basename(page)

    def published_seen_from(self, page: str) -> str:
        """The finished page's address as a link on the finished page, for HTML that no engine rewrites."""
        folder = _published(page) if page.endswith(".md") else posixpath.dirname(_published(page))
        path = _relative(_published(self.page).strip("/"), folder.strip("/"))
        whole = f"{path}/" if self.page.endswith(".md") else path
        return f"{whole}#{self.anchor}" if self.anchor else whole

    def at_root_seen_from(self, page: str) -> str:
        """A file that lies at the root of all languages, as a link on a further language's finished page."""
        folders = _published(page).strip("/")
        deep = folders.count("/") + bool(folders) + 1
        return "../" * deep + _published(self.page).removeprefix("/")

    def absolute(self, site: str) -> str:
        """The finished page's whole address on the site, which begins every address."""
        folder = "/" if self.page.endswith(".md") else ""
        path = _published(self.page).removesuffix("/") + folder
        return f"{site.removesuffix('/')}{path}{self.anchor and '#'}{self.anchor}"

    @property
    def noted(self) -> str:
        """The address as the lists of published ones name it: `fagforeninger/as/2024-2025/#tiltak-3-1`."""
        return self.absolute("").removeprefix("/")


def left_behind(noted: str) -> Address:
    """What leads on from an address that has another now: HTML that no engine makes anything of."""
    return Address(f"{noted}index.html")


def gone_page(noted: str) -> Address:
    """The page at an address that has no other now."""
    return Address(f"{noted}index.md")


def above(noted: str, there: Collection[str]) -> Address:
    """The nearest page above an address that is gone, of those that there are; else the list of its kind."""
    *every, kind = folders_above(noted.removesuffix("/"))
    near = next((each for each in every if each in there), kind)
    return Address(UNIONS if near == f"{COUNTIES}/" else f"{near}index.md")


def moved_to(union: str, file: Address) -> Address:
    """A file of one union in the folder of another."""
    _, _, inside = file.page.removeprefix("fagforeninger/").partition("/")
    return Address(f"{union_folder(union)}{inside}")


@dataclass(frozen=True, slots=True)
class NamedAddress:
    """A file, and what to call it."""

    name: str
    address: Address


@dataclass(frozen=True, slots=True)
class Translation:
    """The site in one language: the folder of its Markdown, and the path that its addresses begin with."""

    language: str
    docs: str = "docs"
    path: str = ""

    def beginning(self, site: str) -> str:
        """What begins whole addresses in the language; empty where that of the site is not known."""
        return site and f"{site.removesuffix('/')}/{self.path}"


def folders_above(path: str) -> Iterator[str]:
    """The folders that the page or folder lies in, the innermost first, each with a slash at its end."""
    while "/" in path:
        path = path.rsplit("/", 1)[0]
        yield f"{path}/"


def translations(languages: Sequence[str]) -> tuple[Translation, ...]:
    """The first language at the root of the site, each further one below its code."""
    first, *others = dict.fromkeys(languages)
    return Translation(first), *(Translation(each, f"docs-{each}", f"{each}/") for each in others)


NOT_TRANSLATED = "adr/"
"""Pages below `docs/` that are no part of the site."""

DATA_WORKBOOK = Address("data/v1/tabeller/planverk.xlsx")
"""All tables of the open data in one file."""

DATA_SCHEMAS = tuple(
    NamedAddress(each, Address(f"skjema/data-v1/{each}.json")) for each in ("indeks", "plan", "strategi")
)
"""What the keys of the open data mean; written by hand."""

PRINTING = Address("hjelp/index.md", "skrive-ut")
"""How to print a plan, in a page written by hand."""


def _relative(path: str, folder: str) -> str:
    """The path as it is seen from the folder: `posixpath.relpath` of paths that are whole and tidy."""
    to, here = _names(path), _names(folder)
    shared = 0
    for one, other in zip(to, here, strict=False):
        if one != other:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(to[shared:]) if to[shared:] else _up(len(here) - shared)


def _up(folders: int) -> str:
    return "/".join([".."] * folders) or "."


@lru_cache(maxsize=10_000)
def _names(path: str) -> tuple[str, ...]:
    return tuple(path.split("/")) if path else ()


def _published(page: str) -> str:
    """Where a file is published: a Markdown page as a folder, any other file as it is."""
    return "/" + page.removesuffix(".md").removesuffix("index")


def linked(link: str, page: str) -> Address:
    """What a link that stands on the page leads to."""
    path, _, anchor = link.partition("#")
    return Address(posixpath.normpath(posixpath.join(posixpath.dirname(page), path)), anchor)


CALENDAR_HELP = Address("hjelp/index.md", "kalender")
"""Where the help, which is written by hand, tells how to follow deadlines in a calendar of one's own."""


def county(county_id: str) -> Address:
    """The page of a county and its unions."""
    return Address(f"{COUNTIES}/{county_id}.md")


UNION_FOLDERS = "fagforeninger/"


def in_folder(address: Address, folder: str) -> str:
    """The address of a page of a union, whose folder has the whole address `folder` on another site."""
    return f"{folder}{address.noted.removeprefix(union_folder(union_of(address.page)))}"


def union_folder(union: str) -> str:
    """The folder that holds all pages of a union, with a slash at its end."""
    return f"fagforeninger/{union}/"


def union_data_folder(union: str) -> str:
    """The folder that holds the open data of a union's plans, with a slash at its end."""
    return f"data/v1/planer/{union}/"


def union_of(page: str) -> str:
    """The id of the union in one of whose folders the page lies; empty where it lies in none."""
    at = 3 if page.startswith("data/") else 1
    union_id = "".join(page.split("/")[at : at + 1])
    return union_id if page.startswith((union_folder(union_id), union_data_folder(union_id))) else ""


def union(union_id: str) -> Address:
    """The page of a union with the plan in force."""
    return Address(f"{union_folder(union_id)}index.md")


def plan(of: Plan) -> Address:
    """The permanent page of a plan."""
    return Address(f"{union_folder(of.union)}{of.period.id}.md")


def plan_chapter(of: Plan, number: int) -> Address:
    """The chapter with the number, from 1, on the plan's permanent page."""
    return Address(plan(of).page, f"kapittel-{number}")


def plan_area(of: Plan, area: PlanArea) -> Address:
    """An area on its plan's permanent page."""
    return Address(plan(of).page, area_anchor(area))


def plan_item(of: Plan, area: PlanArea, item: Goal | Measure | Deviation | Course) -> Address:
    """An item on its plan's permanent page."""
    return Address(plan(of).page, item_anchor(area, item))


def area_anchor(area: PlanArea) -> str:
    """The anchor of an area on its plan's page."""
    return f"omrade-{area.id}"


def item_anchor(area: PlanArea, item: Goal | Measure | Deviation | Course) -> str:
    """The anchor of an item on its plan's page: made of its id, so that it stays when others come."""
    match item:
        case Measure():
            return f"tiltak-{item.id}"
        case Goal():
            return f"mal-{item.id}"
        case Course():
            return f"kurs-{item.id}"
        case Deviation():
            return f"hovedmal-{area.id}-{item.id or (item.goal and item.goal.item)}"


def former_area_anchors(area: PlanArea) -> tuple[str, ...]:
    """The anchors that the area had before."""
    return tuple(area_anchor(replace(area, id=each)) for each in area.former)


def former_anchors(area: PlanArea, item: Goal | Measure | Deviation | Course) -> tuple[str, ...]:
    """The anchors that the item had before, in areas of other ids too."""
    if not item.former and not area.former:
        return ()
    areas = (area, *(replace(area, id=each) for each in area.former))
    items = (item, *(replace(item, id=each) for each in item.former))
    every = dict.fromkeys(item_anchor(one, other) for one in areas for other in items)
    return tuple(each for each in every if each != item_anchor(area, item))


def strategy(period: Period) -> Address:
    """The page of an edition of the strategy."""
    return Address(f"strategi/{period.id}/index.md")


def strategy_part(reference: Reference) -> Address:
    """The page of a strategy's area, main goal or strategic measure."""
    name = f"{reference.item}.md" if reference.item else "index.md"
    return Address(f"strategi/{reference.period.id}/{reference.area}/{name}")


def followers_in(reference: Reference, county_id: str) -> Address:
    """All of one county's follow-ups of an item, where they are too many for the item's page."""
    return Address(f"strategi/{reference.period.id}/{reference.area}/{reference.item}/{county_id}.md")


def role(role_id: str) -> Address:
    """The page of a role and its measures."""
    return Address(f"roller/{role_id}.md")


def role_in(role_id: str, county_id: str) -> Address:
    """All of a role's measures in one county, where they are too many for the role's page."""
    return Address(f"roller/{role_id}/{county_id}.md")


def coverage(period: Period) -> Address:
    """Who follows an edition of the strategy up: its items by county."""
    return Address(f"dekning/{period.id}/index.md")


def coverage_in(period: Period, county_id: str) -> Address:
    """Who follows an edition of the strategy up in a county: its items by union."""
    return Address(f"dekning/{period.id}/{county_id}.md")


def calendar(year: int) -> Address:
    """The deadlines of a year, counted by county."""
    return Address(f"kalender/{year}/index.md")


def calendar_in(year: int, county_id: str) -> Address:
    """The deadlines of a year in a county."""
    return Address(f"kalender/{year}/{county_id}.md")


def union_calendar(union_id: str) -> Address:
    """A union's deadlines."""
    return Address(f"{union_folder(union_id)}kalender.md")


def union_calendar_file(union_id: str) -> Address:
    """A union's deadlines for calendar programs."""
    return Address(f"{union_folder(union_id)}kalender.ics")


def union_roles(union_id: str) -> Address:
    """The roles of a union with their measures."""
    return Address(f"{union_folder(union_id)}roller.md")


def union_role_calendar_file(union_id: str, role_id: str) -> Address:
    """The deadlines of a role in a union for calendar programs."""
    return Address(f"{union_folder(union_id)}roller/{role_id}.ics")


def year_anchor(year: int) -> str:
    """The anchor of a year in a union's calendar."""
    return f"ar-{year}"


def month_anchor(month: int) -> str:
    """The anchor of a month in a year's calendar."""
    return f"maned-{month:02}"


def role_anchor(role_id: str) -> str:
    """The anchor of a role on the page of a union's roles."""
    return f"rolle-{role_id}"


def courses_in(county_id: str) -> Address:
    """All courses in a county."""
    return Address(f"kurs/{county_id}.md")


def changes_in(county_id: str) -> Address:
    """What changed in the plans of a county."""
    return Address(f"endringer/{county_id}.md")


def changes_feed_in(county_id: str) -> Address:
    """What changed in the plans of a county, for feed readers."""
    return Address(f"endringer/{county_id}.xml")


def union_changes(union_id: str) -> Address:
    """What changed in a union's plans."""
    return Address(f"{union_folder(union_id)}endringer.md")


def plan_changes(of: Plan, day: datetime.date | None = None) -> Address:
    """What changed in a plan, or on a day in it, on the page of what changed in the union's plans."""
    return Address(union_changes(of.union).page, f"{of.period.id}--{day}" if day else of.period.id)


def union_changes_feed(union_id: str) -> Address:
    """What changed in a union's plans, for feed readers."""
    return Address(f"{union_folder(union_id)}endringer.xml")


def red_thread(of: Plan) -> Address:
    """How a plan follows the strategy up, and what became of the plan before it."""
    return Address(f"{_plan_folder(of.union, of.period.id)}rod-trad.md")


def annual_report(of: Plan, year: int) -> Address:
    """What came of a plan in a year, for the union's annual report."""
    return Address(f"{_plan_folder(of.union, of.period.id)}rapport-{year}.md")


def plan_paper(of: Plan) -> Address:
    """A plan as PDF; the file's name says what it is wherever it is kept."""
    return Address(f"{_plan_folder(of.union, of.period.id)}{of.union}-{of.period.id}.pdf")


def plan_data(of: Plan) -> Address:
    """A plan as open data."""
    return Address(f"{union_data_folder(of.union)}{of.period.id}.json")


def plan_stratml(of: Plan) -> Address:
    """A plan in the form of ISO 17469-2."""
    return Address(f"{union_data_folder(of.union)}{of.period.id}.xml")


def strategy_data(period: Period) -> Address:
    """An edition of the strategy as open data."""
    return Address(f"data/v1/strategi/{period.id}.json")


def strategy_stratml(period: Period) -> Address:
    """An edition of the strategy in the form of ISO 17469-2."""
    return Address(f"data/v1/strategi/{period.id}.xml")


def strategy_data_files(period: Period) -> tuple[Address, Address]:
    """An edition of the strategy in each form of the open data."""
    return strategy_data(period), strategy_stratml(period)


def data_table(name: str) -> Address:
    """A table of the open data as CSV."""
    return Address(f"data/v1/tabeller/{name}.csv")


def about_data_table(name: str) -> Address:
    """What describes the table, in the form of CSV on the Web."""
    return Address(f"{data_table(name).page}-metadata.json")


def plan_card(of: Plan) -> Address:
    """The picture that a link to a plan is shown with."""
    return Address(f"{_plan_folder(of.union, of.period.id)}kort.png")


def made_of_plan(union_id: str, period_id: str) -> frozenset[str]:
    """The pages, and folders of pages, made of a plan: its own, the union's, and its log of changes.

    The union's roles and calendar are made anew of the plans that are left: nothing links into them.
    """
    folder = union_folder(union_id)
    data = {f"{union_data_folder(union_id)}{period_id}.{form}" for form in ("json", "xml")}
    own = {f"{folder}{period_id}.md", _plan_folder(union_id, period_id), *data}
    files = {union_calendar_file(union_id), union_changes_feed(union_id)}
    shared = {union(union_id), union_changes(union_id), *files}
    return frozenset({*own, f"{folder}roller/", *(address.page for address in shared)})


def _plan_folder(union_id: str, period_id: str) -> str:
    """The folder of what belongs to one plan, with a slash at its end."""
    return f"{union_folder(union_id)}{period_id}/"


def rule(name: str) -> Address:
    """The page that explains a rule on plans."""
    return Address(f"regler/{name}.md")


OWNED = (
    FRONT,
    "fagforeninger/",
    f"{COUNTIES}/",
    "strategi/",
    "roller/",
    "regler/",
    "dekning/",
    "kalender/",
    "kurs/",
    "endringer/",
    "sok/",
    "data/",
)
"""The paths below `docs/` that the generator writes, and git ignores."""
