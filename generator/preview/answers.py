"""What an address of the site asks for, with what is wrong there."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.exceptions import MkDocsException
from yaml import YAMLError

from generator import addresses
from generator.addresses import Translation
from generator.diagnostics import Diagnostic
from generator.forge import ForgeSettingError
from generator.language import Language
from generator.preview.faults import of_page, told_on_page
from generator.preview.frame import Frame, media_type
from generator.preview.moment import Moment, Setting
from generator.preview.sources import Stock
from generator.preview.stamps import Stamps, changed, stamp, stamps
from generator.publish import is_held, kept_folder, owned_files
from generator.read_before import READ, ReadBefore

_OURS = tuple(f"docs/{path}".removesuffix("/") for path in addresses.OWNED if path.endswith("/"))


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent; the `mark` of a page changes when what it says does."""

    content: bytes
    type: str = "text/html; charset=utf-8"
    status: int = 200
    mark: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """What a page is made of: its language, its path below the folder of pages, its text."""

    translation: Translation
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class News:
    """The files that changed, what is wrong in them or was not before, and every error there is."""

    files: tuple[str, ...]
    found: tuple[Diagnostic, ...]
    errors: tuple[Diagnostic, ...]


class Preview:
    """The site as its sources are; the pages of what has an error stay as they were."""

    def __init__(self, setting: Setting) -> None:
        self._lock = RLock()
        self._setting = setting
        self._stock = Stock(setting.root, ReadBefore(setting.root, kept_folder(setting.root, READ)))
        self._around: Stamps = _around(setting.root)
        self._edition = 0
        self._frames: dict[Translation, Frame] = {}
        self._pages: dict[tuple[Translation, str], Answer] = {}
        self._now = Moment(setting, self._stock.look()[0])
        self._shown = self._now
        self._before: dict[str, Moment] = {}

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All that is wrong."""
        return self._now.sources.found

    def look(self) -> News | None:
        """Sees to it that pages are of the files as they are; what is new, if anything is."""
        with self._lock:
            beside = self._look_around()
            before = self._now.sources
            sources, files = self._stock.look()
            if sources is not self._now.sources:
                self._step(Moment(self._setting, sources))
            if not beside and not files:
                return None
            return News(tuple(sorted({*beside, *files})), sources.news(before, files), sources.errors)

    def _look_around(self) -> set[str]:
        """What changed beside the plans; what was made of it is let go."""
        around = _around(self._setting.root)
        beside, moved = changed(self._around, around), around.keys() != self._around.keys()
        self._around = around
        if any(not path.endswith(".md") or path.startswith("templates/") for path in beside):
            self._edition += 1
        if moved or any(not path.startswith("docs") for path in beside):
            self._frames.clear()
        if any(path.startswith(("templates/", "mkdocs")) for path in beside):
            self._setting.renew()
            for each in {self._now, self._shown, *self._before.values()}:
                each.forget()
        return beside

    def _step(self, new: Moment) -> None:
        """Goes on to the new sources, and keeps the last ones in which what is faulty now was not."""
        last, faulty = self._now, new.sources.faulty
        earlier = {} if not last.is_shown else dict.fromkeys(faulty - last.sources.faulty, last)
        self._before = {each: self._before[each] for each in faulty if each in self._before} | earlier
        self._now = new
        self._shown = new if new.is_shown else self._shown
        if new.translations != last.translations:
            self._frames.clear()

    def answer(self, address: str) -> Answer:
        """What is at the address, below that of the site."""
        path = posixpath.normpath(f"/{address}").lstrip("/")
        with self._lock:
            try:
                return self._answer(path, is_folder=address.endswith("/"))
            except ForgeSettingError as error:
                said = " ".join(map(self._words().text, error.messages))
                return Answer(said.encode(), "text/plain; charset=utf-8", 500)
            except (TemplateError, MkDocsException, UnicodeError, YAMLError) as error:
                return Answer(_explained(error).encode(), "text/plain; charset=utf-8", 500)

    def _answer(self, path: str, *, is_folder: bool) -> Answer:
        here, inside = self._language(path)
        for page in _pages_at(inside):
            source = self._text(here, page)
            if source is not None and not is_folder and path:
                return Answer(b"", status=301, to=f"/{path}/")
            if source is not None:
                return self._page(source)
        moved = self._made(here, addresses.left_behind(f"{inside}/").page) if inside else None
        if moved is not None:
            return Answer(moved.encode()) if is_folder else Answer(b"", status=301, to=f"/{path}/")
        return self._file(here, inside) or self._not_found(here)

    def _words(self) -> Language:
        """The site's first language."""
        return Language((self._shown.translations or (Translation("nb"),))[0].language)

    def _language(self, path: str) -> tuple[Translation, str]:
        """The language that the address is in, and what it asks for there."""
        first, *further = self._shown.translations or (Translation("nb"),)
        for each in further:
            if f"{path}/".startswith(each.path):
                return each, path[len(each.path) :]
        return first, path

    def _text(self, here: Translation, path: str) -> _Source | None:
        """The page's text: as it is now, or as it was where an error holds it."""
        text = self._made(here, path)
        if text is None:
            text = self._frame(here).written(path)
        return None if text is None else _Source(here, path, text)

    def _made(self, here: Translation, path: str) -> str | None:
        now = self._now
        if now.is_shown and not is_held(path, now.held):
            return now.page(here, path)
        earlier = self._before.get(addresses.union_of(path)) if now.is_shown else self._shown
        text = earlier.page(here, path) if earlier else None
        if text is None:
            text = self._published(here, path)
        return now.page(here, path) if text is None and now.is_shown else text

    def _published(self, here: Translation, path: str) -> str | None:
        """The text that the last build wrote."""
        folder = self._setting.root / here.docs
        is_there = path in owned_files(folder) and (folder / path).is_file()
        return (folder / path).read_text(encoding="utf-8") if is_there else None

    def _page(self, source: _Source) -> Answer:
        """The page in its theme, as it was made before if it says the same."""
        key = (source.translation, source.path)
        seen = self._seen(source.translation, source.path, source.text)
        made = self._pages.get(key)
        if made is None or made.mark != seen["mark"]:
            html = self._frame(source.translation).page(source.path, source.text, {"preview": seen})
            made = self._pages[key] = Answer(html.encode(), mark=str(seen["mark"]))
        return made

    def _seen(self, here: Translation, path: str, text: str) -> Mapping[str, object]:
        """What the theme tells of the page beside its text."""
        first = (self._shown.translations or (here,))[0]
        found = of_page(self._now.sources, path)
        return told_on_page(found, Language(here.language, first.language), f"{self._edition}\n{text}")

    def _file(self, here: Translation, path: str) -> Answer | None:
        """What is no page: a file that is made, or one of the project or the theme."""
        text = self._made(here, path) if path and not path.endswith(".md") else None
        content = text.encode() if text is not None else self._data(here, path)
        if content is not None:
            return Answer(content, media_type(path))
        found = self._frame(here).asset(path)
        return None if found is None else Answer(*found)

    def _data(self, here: Translation, path: str) -> bytes | None:
        """What the open data has of all unions, once for all languages."""
        return None if here.path else self._shown.whole_data(path)

    def _not_found(self, here: Translation) -> Answer:
        seen = self._seen(here, "", "")
        html = self._frame(here).not_found({"preview": seen})
        return Answer(html.encode(), status=404, mark=str(seen["mark"]))

    def _frame(self, here: Translation) -> Frame:
        if here not in self._frames:
            languages = self._shown.translations or (here,)
            self._frames[here] = Frame(self._setting.root, here, languages, self._exists)
        return self._frames[here]

    def _exists(self, path: str) -> bool:
        return self._shown.exists(path)


def _pages_at(path: str) -> Iterator[str]:
    """The pages that may be published at the address."""
    if path:
        yield f"{path}.md"
    yield posixpath.join(path, "index.md")


def _around(root: Path) -> Stamps:
    """The stamps of what pages are made of beside the plans: templates, what is written by hand, settings."""
    found = stamps(root, "templates")
    for docs in sorted(root.glob("docs*")):
        if docs.is_dir():
            found |= stamps(root, docs.name, lambda path: f"docs/{path.partition('/')[2]}" in _OURS)
    return found | {path.name: stamp(path) for path in root.glob("mkdocs*.yml")}


def _explained(error: Exception) -> str:
    """What somebody who changes a template or a setting is told."""
    place = (
        f"{error.filename or error.name}:{error.lineno}: " if isinstance(error, TemplateSyntaxError) else ""
    )
    return f"{place}{type(error).__name__}: {error}"
