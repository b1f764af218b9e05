"""Floor 14: the published data of another site to the sources that it is made of.

Once they are sources, they are read, checked and looked at in git like all others.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from generator import language, parse
from generator.diagnostics import Collector, errors, message
from generator.fetching import NotFetchedError
from generator.fields import is_identifier
from generator.nodes import Mapping, Sequence, readable
from generator.writing import source_of
from generator.writing.from_model import listed, record
from generator.writing.layout import laid_out
from generator.writing.outline import outline

INDEX = "urn:planverk:data:indeks:1"
PLAN = "urn:planverk:data:plan:1"

_FILE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.json")
_DEVIATIONS = {"ordlyd", "utelatt"}


@dataclass(frozen=True, slots=True)
class _Data:
    """An object of a JSON file, of which nothing is believed."""

    file: str
    values: dict[str, object]

    def text(self, key: str) -> str:
        found = self.maybe(key)
        if found is None:
            raise self.fault(key)
        return found

    def maybe(self, key: str) -> str | None:
        found = self.values.get(key)
        if found is not None and not isinstance(found, str):
            raise self.fault(key)
        return found and (readable(found).strip() or None)

    def texts(self, key: str) -> list[str]:
        found = self._list(key)
        return [readable(each) for each in found if isinstance(each, str)]

    def parts(self, key: str) -> "list[_Data]":
        return [self._part(key, each) for each in self._list(key)]

    def part(self, key: str) -> "_Data":
        return self._part(key, self.values.get(key))

    def maybe_part(self, key: str) -> "_Data | None":
        return None if self.values.get(key) is None else self.part(key)

    def fault(self, key: str) -> NotFetchedError:
        return NotFetchedError(message("{file} is not understood at “{key}”.", file=self.file, key=key))

    def _list(self, key: str) -> list[object]:
        found = self.values.get(key)
        if found is None:
            return []
        if not isinstance(found, list):
            raise self.fault(key)
        return found

    def _part(self, key: str, found: object) -> "_Data":
        if not isinstance(found, dict):
            raise self.fault(key)
        return _Data(self.file, found)


def sources_of(index: str, fetch: Callable[[str], bytes]) -> Iterator[tuple[str, str]]:
    """The sources of all unions, each with its path below `plans/`, of the data that has its index there.

    Raises NotFetchedError where a file cannot be had, or is no such data.
    """
    whole = _opened(index, fetch(index), INDEX)
    for union in whole.parts("fagforeninger"):
        folder = union.text("id")
        if not is_identifier(folder):
            raise union.fault("id")
        yield f"fagforeninger/{folder}/fagforening.yml", _union(union)
        for plan in union.parts("planer"):
            yield f"fagforeninger/{folder}/{_name(plan)}.yml", _plan(index, plan, fetch)


def _name(plan: _Data) -> str:
    name = plan.text("id")
    if not is_identifier(name):
        raise plan.fault("id")
    return name


def _opened(file: str, content: bytes, kind: str) -> _Data:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("skjema") != kind:
        raise NotFetchedError(message("{file} is no data of Planverk.", file=file))
    return _Data(file, found)


def _union(data: _Data) -> str:
    tongue = data.maybe("sprak")
    root = record(
        navn=data.text("navn"),
        nr=data.maybe("nummer"),
        fylke=data.text("fylke"),
        språk=tongue if tongue in language.OF_PLANS else None,
    )
    return laid_out(root, outline("fagforening"))


def _plan(index: str, line: _Data, fetch: Callable[[str], bytes]) -> str:
    file = line.text("fil")
    if _FILE.fullmatch(file) is None:
        raise line.fault("fil")
    content = fetch(urljoin(index, file))
    stated = line.maybe("sha256")
    if stated is not None and stated != hashlib.sha256(content).hexdigest():
        raise NotFetchedError(message("{file} is not what the index says.", file=file))
    faults = Collector()
    nodes = _nodes(_opened(file, content, PLAN))
    plan = parse.plan(nodes, "", faults)
    if plan is None or plan.period.id != line.text("id"):
        raise NotFetchedError(message("{file} is no data of Planverk.", file=file))
    for fault in errors(faults.found):
        raise NotFetchedError(message("{file} has an error ({rule}).", file=file, rule=fault.rule.name))
    return source_of(plan)


def _nodes(plan: _Data) -> Mapping:
    return record(
        periode=plan.part("periode").text("id"),
        strategi=plan.part("strategi").text("id"),
        ordlyd=plan.text("ordlyd"),
        kilde=plan.text("kilde"),
        vedtak=_each(plan.parts("vedtak"), _resolution),
        innledning=_paragraphs(plan.texts("innledning")),
        situasjon=_each(plan.parts("situasjon"), _section),
        kapitler=_each(plan.parts("kapitler"), _section),
        områder=_each(plan.parts("omrader"), _area),
        resultat=_each(plan.parts("resultater"), _entry),
    )


def _each(parts: Iterable[_Data], build: Callable[[_Data], Mapping]) -> Sequence | None:
    return listed([build(each) for each in parts])


def _paragraphs(texts: Iterable[str]) -> str | None:
    return "\n\n".join(texts) or None


def _resolution(data: _Data) -> Mapping:
    return record(organ=data.text("organ"), dato=data.maybe("dato"), type=data.text("type"))


def _section(data: _Data) -> Mapping:
    return record(
        nr=data.maybe("nr"),
        tittel=data.text("tittel"),
        tekst=_paragraphs(data.texts("tekst")),
        punkter=listed(data.texts("punkter")),
        deler=_each(data.parts("deler"), _section),
    )


def _entry(data: _Data) -> Mapping:
    return record(status=data.text("status"), dato=data.maybe("dato"), grunn=data.maybe("grunn"))


def _area(data: _Data) -> Mapping:
    own = data.values.get("eget") is True
    return record(
        nr=data.maybe("nr"),
        område=None if own else data.text("id"),
        id=data.text("id") if own else None,
        tittel=data.text("tittel") if own else None,
        frist=_words(data.maybe_part("frist")),
        innledning=_paragraphs(data.texts("innledning")),
        avvik=_each((each for each in data.parts("hovedmal") if each.maybe("avvik")), _deviation),
        mål=_each(data.parts("mal"), _goal),
        tiltak=_each(data.parts("tiltak"), _measure),
        kurs=_each(data.parts("kurs"), _course),
        resultat=_each(data.parts("resultater"), _entry),
        ikke_prioritert=_each(data.parts("ikke_prioritert"), _declined),
    )


def _words(deadline: _Data | None) -> str | None:
    return None if deadline is None else deadline.text("ord")


def _deviation(data: _Data) -> Mapping:
    kind = data.text("avvik")
    cited = kind in _DEVIATIONS
    return record(
        type=kind,
        hovedmål=data.text("id") if cited else None,
        id=None if cited else data.text("id"),
        tekst=None if kind == "utelatt" else data.text("tekst"),
        følger=None if cited else _follows(data),
        merknad=data.maybe("merknad"),
    )


def _follows(data: _Data) -> Sequence | None:
    return listed([each.text("id") for each in data.parts("folger")])


def _goal(data: _Data) -> Mapping:
    return record(
        id=data.text("id"),
        tekst=data.text("tekst"),
        begrunnelse=data.maybe("begrunnelse"),
        følger=_follows(data),
        viderefører=_earlier(data.maybe_part("videreforer")),
        status=_each(data.parts("statuser"), _entry),
    )


def _measure(data: _Data) -> Mapping:
    return record(
        id=data.text("id"),
        nr=data.maybe("nr"),
        tekst=data.text("tekst"),
        ansvar=listed([each.text("ord") for each in data.parts("ansvar")]),
        frist=_words(data.maybe_part("frist")),
        etter=listed(data.texts("etter")),
        følger=_follows(data),
        viderefører=_earlier(data.maybe_part("videreforer")),
        status=_each(data.parts("statuser"), _entry),
    )


def _earlier(data: _Data | None) -> str | None:
    return None if data is None else f"{data.text('periode')}/{data.text('id')}"


def _course(data: _Data) -> Mapping:
    return record(
        id=data.text("id"),
        navn=data.text("navn"),
        målgruppe=data.maybe("malgruppe"),
        tidspunkt=_words(data.maybe_part("tidspunkt")),
    )


def _declined(data: _Data) -> Mapping:
    return record(følger=data.part("folger").text("id"), begrunnelse=data.text("begrunnelse"))
