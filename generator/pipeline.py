"""Floor 14: the whole story: sources, model, checks, red thread, views, pages, files."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath

from generator import addresses, federated, processes, thread
from generator.addresses import Translation
from generator.checks import is_private
from generator.coverage import cover
from generator.diagnostics import Diagnostic, Message, errors, message
from generator.due import agenda
from generator.examination import examine, is_of_all
from generator.exports.open_data.index import index_file
from generator.forge_setting import stated_forge
from generator.history.archive import Archive, Histories
from generator.language import Language
from generator.load import Loaded, sound
from generator.media import Media, PlanPapers, Store, data_tables, make
from generator.model import Body
from generator.pages import calendar_parts, data_parts, parts
from generator.press import Page, Press
from generator.publish import (
    File,
    Laid,
    Publication,
    Published,
    alone,
    clear_all_but,
    clear_kept,
    kept_folder,
    owned_folder,
    publication,
    total,
)
from generator.read_before import READ, ReadBefore
from generator.steps import Announce, unannounced
from generator.union_memory import Origin, UnionMemory, of_shared_files
from generator.views.common import Scene
from generator.views.places import UnionWithoutPlan
from generator.views.search import Record, search_records

WORTH = 60
"""Parts of the site, most of them a union's, that are worth a process of their own."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What the search finds in the plans, and its language."""

    records: tuple[Record, ...]
    language: Language

    def in_language(self, code: str) -> "Searched":
        """The same, told in another language."""
        return Searched(self.records, Language(code, self.language.first))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, published and made to be searched; `published` is None where nothing could be.

    The pages are there in the languages of `translations`; `left_out` says what could not be made, and why.
    """

    diagnostics: tuple[Diagnostic, ...]
    published: Published | None = None
    searched: Searched | None = None
    left_out: tuple[Message, ...] = ()
    translations: tuple[Translation, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether no source has an error."""
        return not errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Sight:
    """The sources, what is wrong with them, and what can be shown of them, which may be nothing."""

    loaded: Loaded
    archive: Archive
    diagnostics: tuple[Diagnostic, ...]
    scene: Scene | None


@processes.collector_held_off()
def look(
    root: Path,
    today: datetime.date,
    site: str = "",
    announce: Announce = unannounced,
    before: ReadBefore | None = None,
) -> Sight:
    """What there is to show on the day of the project at `root`, less the plans that have errors.

    History, which is costly to read, is not among it: only the pages tell of it.
    What was read `before` is recalled, where that is given.
    """
    archive = Archive(root, is_private)
    loaded, diagnostics = examine(root, archive, announce, before)
    if loaded.body is None or any(is_of_all(fault) for fault in errors(diagnostics)):
        return Sight(loaded, archive, diagnostics, None)
    announce(message("Following the red thread"))
    body = sound(loaded.body, diagnostics)
    scene = Scene(body, thread.spin(body), cover(body), agenda(body, today), today, site)
    return Sight(loaded, archive, diagnostics, scene)


def generate(
    root: Path, today: datetime.date, announce: Announce, site: str = "", *, whole: bool = False
) -> Outcome:
    """Writes the pages of every sound plan below `docs/`; the finished site's address begins with `site`.

    Where it is to be `whole`, and not a preview, the plans as PDF and the pictures of links are made too,
    and the pages in the further languages of the federation.
    An error stops the plan it stands in: its earlier pages stay.  An error in the federation or
    a strategy, on which all plans rest, stops everything, and all earlier pages stay.
    Raises NotOursError where a file of somebody else is in the way, and ForgeSettingError where `mkdocs.yml`
    says of the repository what cannot be meant.
    """
    forge = stated_forge(root)
    with alone(root):
        shared = of_shared_files(root)
        before = ReadBefore(root, kept_folder(root, READ))
        sight = look(root, today, site, announce, before)
        before.clear()
    origin = Origin(root, shared, before.names)
    diagnostics = sight.diagnostics
    if sight.scene is None:
        return Outcome(diagnostics)
    announce(message("Reading the history"))
    told = history(sight.archive, sight.scene.body, diagnostics)
    scene = replace(sight.scene, history=told, forge=forge)
    writer = _Writer(origin, scene, without_plan(sight.loaded, scene.body), held(sight.loaded, diagnostics))
    first, *further = addresses.translations(scene.body.federation.languages)
    media = writer.tables(first, writer.media(first, announce), announce) if whole else Media()
    wanted = (first, *further) if whole else (first,)
    published = total(writer.write(each, media if each is first else Media(), announce) for each in wanted)
    if whole:
        clear_all_but(root, [each.docs for each in wanted])
        clear_kept(root, {READ, *(each.language for each in wanted)})
    announce(message("Gathering what can be searched"))
    with processes.collector_held_off():
        searched = Searched(search_records(scene), writer.language(first))
    return Outcome(diagnostics, published, searched, media.left_out, wanted)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the pages of one scene in one language after the other."""

    origin: Origin
    scene: Scene
    without_plan: list[UnionWithoutPlan]
    held: frozenset[str]

    @property
    def root(self) -> Path:
        """The project."""
        return self.origin.root

    def language(self, translation: Translation) -> Language:
        """The language, which says what it has no words for in the federation's first one."""
        return Language(translation.language, self.scene.body.federation.languages[0])

    def media(self, translation: Translation, announce: Announce) -> Media:
        """What is made beside the pages; no history is looked at, for papers tell of the plan alone."""
        announce(message("Making papers and pictures"))
        with alone(self.root) as work:
            scene, press = replace(self.scene, history=None), self._press(translation)
            css = (self.root / "templates/plan_paper.css").read_text(encoding="utf-8")
            papers = PlanPapers(scene, press, css, Store(owned_folder(work / "media")))
            with self._remembering("papers", scene, press.language) as memory:
                return make(papers, announce, memory.texts)

    def tables(self, translation: Translation, media: Media, announce: Announce) -> Media:
        """That, and the tables of the open data; they tell of the plans alone."""
        scene, language = replace(self.scene, history=None), self.language(translation)
        with alone(self.root) as work:
            store = Store(owned_folder(work / "tables"))
            with self._remembering("tables", scene, language) as memory:
                made, book = data_tables(scene, language, store, announce, memory.remembered)
            store.clear()
            return replace(media, files=(*media.files, *made), later=(book,))

    def write(self, translation: Translation, media: Media, announce: Announce) -> Published:
        """Writes the pages in the language, and the files beside them, to which the pages link."""
        site = translation.beginning(self.scene.site)
        scene = replace(self.scene, site=site, files=frozenset(each.to for each in media.files))
        language, press = self.language(translation), self._press(translation)
        with publication(self.root / translation.docs, self.held) as under_way:
            laid = under_way.lay_ready(media.files)
            announce(message("Making the pages ({language})", language=language.code))
            with self._remembering("unions", scene, language) as memory:
                laid += _made(under_way, parts(scene, press, self.without_plan, memory.part))
            announce(message("Making calendars and feeds ({language})", language=language.code))
            with self._remembering("calendars", scene, language) as memory:
                laid += _made(under_way, calendar_parts(scene, language, memory.part))
            if language.is_first:
                announce(message("Making the open data"))
                with self._remembering("data", scene, language) as memory:
                    laid += _made(under_way, [*media.later, *data_parts(scene, language, memory.part)])
                index = index_file(scene, {each.path: each.digest for each in laid})
                laid += under_way.lay_ready([Page(addresses.DATA_INDEX, index)])
            announce(message("Putting the pages in their place ({language})", language=language.code))
            return under_way.finish(laid)

    @contextmanager
    def _remembering(self, what: str, scene: Scene, language: Language) -> Iterator[UnionMemory]:
        """What is kept of unions, less what is not asked for in the meantime."""
        folder = kept_folder(self.root, language.code, what)
        memory = UnionMemory(self.origin, folder, scene, language)
        yield memory
        memory.clear()

    def _press(self, translation: Translation) -> Press:
        elsewhere = federated.elsewhere(self.scene.body)
        return Press(self.root / "templates", self.language(translation), elsewhere)


_Making = Callable[[], Iterable[File]]


def _made(under_way: Publication, every: Sequence[_Making]) -> list[Laid]:
    """Makes parts of the site and lays their files ready."""
    jobs = [partial(_laid, under_way, each) for each in every]
    return list(chain.from_iterable(processes.at_once(jobs, WORTH)))


def _laid(under_way: Publication, make: _Making) -> list[Laid]:
    return under_way.lay_ready(make())


def history(archive: Archive, body: Body, diagnostics: tuple[Diagnostic, ...]) -> Histories | None:
    """What changed in the plans, less those of unions in whose files an error stands: their log is held."""
    faulty = {PurePosixPath(fault.position.file).parent.name for fault in errors(diagnostics)}
    return archive.histories(body.federation, [plan for plan in body.plans if plan.union not in faulty])


def without_plan(loaded: Loaded, body: Body) -> list[UnionWithoutPlan]:
    """The unions of which no plan is published: they have none, or their files have errors."""
    names = {union.id: union.name for union in (loaded.body.unions if loaded.body else ())}
    published = {union.id for union in body.unions if union.plans}
    return [
        UnionWithoutPlan(addresses.union(folder), names.get(folder, folder))
        for folder in loaded.folders
        if folder not in published
    ]


def held(loaded: Loaded, diagnostics: tuple[Diagnostic, ...]) -> frozenset[str]:
    """The pages that stay as they are, because an error stands in a file they are made of.

    The union's page and its log of changes stay as well, and what leads there from the folders that it had;
    those of its other plans do not.
    """
    held: set[str] = set()
    former = {union.id: union.former for union in (loaded.body.unions if loaded.body else ())}
    for fault in errors(diagnostics):
        path = PurePosixPath(fault.position.file)
        union = path.parent.name
        if path.is_relative_to("plans/fagforeninger") and union in loaded.folders:
            folders = {addresses.union_folder(union), addresses.union_data_folder(union)}
            whole = path.name == "fagforening.yml"
            held |= folders if whole else addresses.made_of_plan(union, path.stem)
            held.update(map(addresses.union_folder, former.get(union, ())))
    return frozenset(held)
