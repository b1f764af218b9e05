"""Floor 14: the published data of another site to the sources that it is made of.

Once they are sources, they are read, checked and looked at in git like all others.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from generator import language, parse
from generator.diagnostics import Collector, errors, message
from generator.fetching import NotFetchedError
from generator.fields import is_identifier
from generator.nodes import Mapping, Sequence
from generator.untrusted import Untrusted, opened
from generator.writing import source_of
from generator.writing.from_model import listed, record
from generator.writing.layout import laid_out
from generator.writing.outline import outline

INDEX = "urn:planverk:data:indeks:1"
PLAN = "urn:planverk:data:plan:1"

_FILE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.json")
_CITED = {"ordlyd", "utelatt"}
"""How a plan deviates from a main goal that the strategy has."""


def sources_of(index: str, fetch: Callable[[str], bytes]) -> Iterator[tuple[str, str]]:
    """The sources of all unions, each with its path below `plans/`, of the data that has its index there.

    Raises NotFetchedError where a file cannot be had, or is no such data.
    """
    whole = opened(index, fetch(index), INDEX)
    reader = _Reader(whole.maybe("nettsted") or "")
    for union in whole.parts("fagforeninger"):
        folder = _name(union)
        yield f"fagforeninger/{folder}/fagforening.yml", reader.union(union)
        for plan in union.parts("planer"):
            name, file = _name(plan), _file(plan)
            content = fetch(urljoin(index, file))
            stated = plan.maybe("sha256")
            if stated is not None and stated != hashlib.sha256(content).hexdigest():
                raise NotFetchedError(message("{file} is not what the index says.", file=file))
            yield f"fagforeninger/{folder}/{name}.yml", reader.plan(opened(file, content, PLAN), name)


def _name(data: Untrusted) -> str:
    name = data.text("id")
    if not is_identifier(name):
        raise data.fault("id")
    return name


def _file(plan: Untrusted) -> str:
    file = plan.text("fil")
    if _FILE.fullmatch(file) is None:
        raise plan.fault("fil")
    return file


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes sources of what the site with that address publishes."""

    site: str

    def union(self, data: Untrusted) -> str:
        """`fagforening.yml`."""
        tongue = data.maybe("sprak")
        root = record(
            navn=data.text("navn"),
            nr=data.maybe("nummer"),
            fylke=data.text("fylke"),
            språk=tongue if tongue in language.OF_PLANS else None,
            tidligere=_former(data),
            nedlagt=self._gone(data),
        )
        faults = Collector()
        parse.union(root, data.text("id"), faults)
        _refuse(data, faults)
        return laid_out(root, outline("fagforening"))

    def plan(self, data: Untrusted, period: str) -> str:
        """The source of the plan, which is to be of the period."""
        try:
            return self._plan(data, period)
        except RecursionError as error:
            raise NotFetchedError(message("{file} is no data of Planverk.", file=data.file)) from error

    def _plan(self, data: Untrusted, period: str) -> str:
        faults = Collector()
        plan = parse.plan(self._nodes(data), "", faults)
        if plan is None or plan.period.id != period:
            raise NotFetchedError(message("{file} is no data of Planverk.", file=data.file))
        _refuse(data, faults)
        return source_of(plan)

    def _nodes(self, plan: Untrusted) -> Mapping:
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
            tidligere=_former(plan),
            nedlagt=self._gone(plan),
        )

    def _gone(self, data: Untrusted) -> Sequence | None:
        return _each(data.parts("nedlagt"), self._address_gone)

    def _address_gone(self, data: Untrusted) -> Mapping:
        """What is gone, by its address on the site."""
        inside = data.text("adresse").removeprefix(self.site.removesuffix("/")).removeprefix("/")
        return record(adresse=inside, navn=data.maybe("navn"), grunn=data.text("grunn"))


def _refuse(data: Untrusted, faults: Collector) -> None:
    for fault in errors(faults.found):
        raise NotFetchedError(message("{file} has an error ({rule}).", file=data.file, rule=fault.rule.name))


def _former(data: Untrusted) -> Sequence | None:
    return listed(data.texts("tidligere"))


def _each(parts: Iterable[Untrusted], build: Callable[[Untrusted], Mapping]) -> Sequence | None:
    return listed([build(each) for each in parts])


def _paragraphs(texts: Iterable[str]) -> str | None:
    return "\n\n".join(texts) or None


def _resolution(data: Untrusted) -> Mapping:
    return record(organ=data.text("organ"), dato=data.maybe("dato"), type=data.text("type"))


def _section(data: Untrusted) -> Mapping:
    return record(
        nr=data.maybe("nr"),
        tittel=data.text("tittel"),
        tekst=_paragraphs(data.texts("tekst")),
        punkter=listed(data.texts("punkter")),
        deler=_each(data.parts("deler"), _section),
    )


def _entry(data: Untrusted) -> Mapping:
    return record(status=data.text("status"), dato=data.maybe("dato"), grunn=data.maybe("grunn"))


def _area(data: Untrusted) -> Mapping:
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
        tidligere=_former(data),
    )


def _words(deadline: Untrusted | None) -> str | None:
    return None if deadline is None else deadline.text("ord")


def _deviation(data: Untrusted) -> Mapping:
    kind = data.text("avvik")
    cited = kind in _CITED
    is_worded = kind != "utelatt" or data.maybe("vedtatt_tekst")
    return record(
        type=kind,
        hovedmål=data.text("id") if cited else None,
        id=None if cited else data.text("id"),
        tekst=data.text("tekst") if is_worded else None,
        følger=None if cited else _follows(data),
        merknad=data.maybe("merknad"),
        tidligere=None if cited else _former(data),
    )


def _follows(data: Untrusted) -> Sequence | None:
    return listed([each.text("id") for each in data.parts("folger")])


def _goal(data: Untrusted) -> Mapping:
    return record(
        id=data.text("id"),
        tekst=data.text("tekst"),
        begrunnelse=data.maybe("begrunnelse"),
        følger=_follows(data),
        viderefører=_earlier(data.maybe_part("videreforer")),
        status=_each(data.parts("statuser"), _entry),
        tidligere=_former(data),
    )


def _measure(data: Untrusted) -> Mapping:
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
        tidligere=_former(data),
    )


def _earlier(data: Untrusted | None) -> str | None:
    return None if data is None else f"{data.text('periode')}/{data.text('id')}"


def _course(data: Untrusted) -> Mapping:
    return record(
        id=data.text("id"),
        navn=data.text("navn"),
        målgruppe=data.maybe("malgruppe"),
        tidspunkt=_words(data.maybe_part("tidspunkt")),
        tidligere=_former(data),
    )


def _declined(data: Untrusted) -> Mapping:
    return record(følger=data.part("folger").text("id"), begrunnelse=data.text("begrunnelse"))
