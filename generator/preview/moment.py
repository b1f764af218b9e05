"""The site of the sources at one moment: its pages, each made when it is asked for."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from generator import addresses, federated, pipeline, thread
from generator.addresses import Translation, folders_above
from generator.coverage import cover
from generator.due import Agenda, Due, agenda
from generator.forge import Forge
from generator.forge_setting import stated_forge
from generator.history.archive import Histories
from generator.language import Language
from generator.model import Body, Union
from generator.pages import Part, calendar_parts, data_parts, parts, union_parts
from generator.press import Page, Press
from generator.preview.sources import Sources
from generator.preview.whole_data import WholeData
from generator.thread import Strands, Thread
from generator.views.common import Scene
from generator.views.places import UnionWithoutPlan

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Deferred(Mapping[_Key, _Value]):
    """A mapping that is made when it is first looked into."""

    def __init__(self, make: Callable[[], Mapping[_Key, _Value]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[_Key, _Value]:
        return self._make()

    def __getitem__(self, key: _Key) -> _Value:
        return self._made[key]

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


@dataclass(slots=True)
class Setting:
    """Where the site is, the day it is seen from, what begins its addresses, and its presses."""

    root: Path
    today: datetime.date
    site: str = ""
    _presses: dict[tuple[str, str], Press] = field(default_factory=dict)
    _due: dict[str, tuple[Union, tuple[Due, ...]]] = field(default_factory=dict)
    _forge: tuple[Forge | None, ...] = ()

    def __post_init__(self) -> None:
        """Sees to it that what is said of the repository can be meant."""
        self._forge = (stated_forge(self.root),)

    @property
    def forge(self) -> Forge | None:
        """Where the sources are kept."""
        self._forge = self._forge or (stated_forge(self.root),)
        return self._forge[0]

    def press(self, translation: Translation, body: Body) -> Press:
        """The press of the language, on a site of which another may be the first."""
        key = (translation.language, body.federation.languages[0])
        away = federated.elsewhere(body)
        if key not in self._presses or self._presses[key].elsewhere != away:
            self._presses[key] = Press(self.root / "templates", Language(*key), away)
        return self._presses[key]

    def due(self, body: Body, union: Union) -> tuple[Due, ...]:
        """What is due in the union, which is worked out once for as long as its plans stay."""
        if union.id not in self._due or self._due[union.id][0] is not union:
            one = replace(body, unions=(union,), guests=())
            self._due[union.id] = (union, agenda(one, self.today).by_union[union.id])
        return self._due[union.id][1]

    def renew(self) -> None:
        """Has the templates and the settings read again."""
        self._presses.clear()
        self._forge = ()


class Moment:
    """The pages of the sources at one moment."""

    def __init__(self, setting: Setting, sources: Sources) -> None:
        self.sources = sources
        self._setting = setting
        self._made: dict[str, _Pages] = {}

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show: not where all rests on something that has an error."""
        return self.sources.body is not None

    @property
    def translations(self) -> tuple[Translation, ...]:
        """The languages of the site; none where nothing is shown."""
        body = self.sources.body
        return addresses.translations(body.federation.languages) if body else ()

    @cached_property
    def held(self) -> frozenset[str]:
        """The pages, and folders of pages, that stay as they were because of an error."""
        return pipeline.held(self.sources.loaded, self.sources.errors)

    @cached_property
    def without_plan(self) -> tuple[UnionWithoutPlan, ...]:
        """The unions of which no plan is shown."""
        body = self.sources.body
        return tuple(pipeline.without_plan(self.sources.loaded, body)) if body else ()

    def page(self, translation: Translation, path: str) -> str | None:
        """The text of the page, or other file, in the language; None where there is none."""
        body = self.sources.body
        if body is None:
            return None
        union = self._union(path)
        key = f"{translation.language}/{union}"
        if key not in self._made:
            one = replace(body, unions=tuple(each for each in body.unions if each.id == union), guests=())
            self._made[key] = self._pages(translation, one if union else body, union)
        return self._made[key].find(path)

    def whole_data(self, path: str) -> bytes | None:
        """What the open data has of all unions at the path, in the first language; None where it has none."""
        return self._whole_data.find(path) if self._whole_data else None

    @cached_property
    def _whole_data(self) -> WholeData | None:
        body = self.sources.body
        if body is None:
            return None
        first = self.translations[0]
        return WholeData(self._scene(first, body), self._setting.press(first, body).language)

    def forget(self) -> None:
        """Lets go of the pages, because the templates changed."""
        self._made.clear()

    def exists(self, path: str) -> bool:
        """Whether there may be such a page, as far as that can be told without making it."""
        body = self.sources.body
        if body is None:
            return False
        return bool(self._union(path)) or not self._all_places.isdisjoint((path, *folders_above(path)))

    @cached_property
    def _all_places(self) -> frozenset[str]:
        body = self.sources.body
        return frozenset(self._pages(self.translations[0], body, "").places if body else ())

    def _union(self, path: str) -> str:
        """The union of which the page tells alone; empty where it tells of several."""
        checked = self.sources.of_folder(addresses.union_of(path))
        return checked.folder if checked and checked.sound and checked.sound.plans else ""

    def _pages(self, translation: Translation, body: Body, union: str) -> "_Pages":
        """What makes the pages of one union, for which no other counts, or of all."""
        scene = self._scene(translation, body)
        press = self._setting.press(translation, body)
        files = [*calendar_parts(scene, press.language), *data_parts(scene, press.language)]
        if not union:
            return _Pages([*parts(scene, press, self.without_plan), *files])
        inside = [part for one in body.unions for part in union_parts(scene, press, one)]
        of_all = (part for part in parts(scene, press, ()) if _is_of(part, union))
        return _Pages([*inside, *of_all, *files])

    def _scene(self, translation: Translation, body: Body) -> Scene:
        """All that pages may tell of the body, each thing found out when a page asks for it."""
        return Scene(
            body,
            _thread(body),
            Deferred(lambda: cover(body)),
            Agenda(
                Deferred(lambda: {union.id: self._setting.due(body, union) for union in body.everyone}),
                Deferred(lambda: agenda(body, self._setting.today).by_year),
            ),
            self._setting.today,
            translation.beginning(self._setting.site),
            self._history(body),
            forge=self._setting.forge,
        )

    def _history(self, body: Body) -> Histories | None:
        archive = self.sources.archive
        if not archive.is_there:
            return None
        return Deferred(lambda: pipeline.history(archive, body, self.sources.errors) or {})


def _thread(body: Body) -> Thread:
    """The red thread; what runs across plans is followed when a page asks for it."""
    strands = Strands(body)
    return replace(
        thread.spin(replace(body, unions=())),
        followers=Deferred(lambda: strands.followers),
        declined=Deferred(lambda: strands.declined),
        entries=Deferred(lambda: strands.entries),
        duties=Deferred(lambda: strands.duties),
    )


def _is_of(part: Part, union: str) -> bool:
    """Whether a part of the whole site has single pages of the union."""
    folder = addresses.union_folder(union)
    return any(place != folder and place.startswith(folder) for place in part.places)


class _Pages:
    """Pages of several parts of the site; a part is made as far as somebody asked."""

    def __init__(self, made: Iterable[Part]) -> None:
        self._texts: dict[str, str] = {}
        self._under_way: dict[Part, Iterator[Page]] = {}
        self.places: dict[str, list[Part]] = defaultdict(list)
        for part in made:
            for place in part.places:
                self.places[place].append(part)

    def find(self, path: str) -> str | None:
        """The text of the page; None where no part has it."""
        if path not in self._texts:
            for place in (path, *folders_above(path)):
                for part in self.places.get(place, ()):
                    if self._make(part, path):
                        return self._texts[path]
        return self._texts.get(path)

    def _make(self, part: Part, path: str) -> bool:
        """Makes pages of the part until the page is there; whether it is."""
        pages = self._under_way.setdefault(part, iter(part()))
        try:
            for page in pages:
                self._texts[page.path] = page.text
                if page.path == path:
                    return True
        except BaseException:
            del self._under_way[part]
            raise
        return False
