"""Floor 16: the open data, or some of it, as a file of its own: the same as the site publishes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from generator.diagnostics import did_you_mean, message
from generator.exports.open_data.columns import ITEMS, Table
from generator.exports.open_data.digests import digests
from generator.exports.open_data.index import index_file
from generator.exports.open_data.linked_data import Catalogue
from generator.exports.open_data.plan_data import plan_file
from generator.exports.open_data.strategy_data import strategy_file
from generator.exports.open_data.stratml import StratmlWriter
from generator.exports.open_data.tables import joined, lines_of, workbook
from generator.exports.open_data.values import as_json
from generator.language import Language
from generator.model import Body, Plan, Strategy, Union
from generator.papers import WrongUseError, named_plan, named_union
from generator.views.common import Scene
from generator.views.plan import plan_view


@dataclass(frozen=True, slots=True)
class Extract:
    """What somebody asks for: all, or what is of a union or a period; which table, where not the first."""

    union: str | None = None
    period: str | None = None
    table: str | None = None


def extracted(scene: Scene, form: str, wanted: Extract) -> bytes:
    """What is asked for, in the form; raises WrongUseError where there is no such thing."""
    return FORMS[form](scene, wanted)


def _language(scene: Scene) -> Language:
    return Language(scene.body.federation.languages[0])


def _json(scene: Scene, wanted: Extract) -> bytes:
    """A union's plan, an edition of the strategy, or the index."""
    if wanted.union:
        union, plan = _plan(scene, wanted.union, wanted.period)
        return plan_file(scene, plan, plan_view(scene, union, plan)).encode()
    if wanted.period:
        return strategy_file(_strategy(scene, wanted.period), scene.site).encode()
    return index_file(scene, dict(digests(scene))).encode()


def _stratml(scene: Scene, wanted: Extract) -> bytes:
    """A union's plan, or an edition of the strategy: the newest where no period is named."""
    writer = StratmlWriter(scene, _language(scene))
    if wanted.union:
        union, plan = _plan(scene, wanted.union, wanted.period)
        return writer.plan(plan, plan_view(scene, union, plan)).encode()
    return writer.strategy(_strategy(scene, wanted.period)).encode()


def _csv(scene: Scene, wanted: Extract) -> bytes:
    name = wanted.table or ITEMS.name
    return next(text for table, text in _tables(scene, wanted).items() if table.name == name)


def _xlsx(scene: Scene, wanted: Extract) -> bytes:
    return workbook(_tables(scene, wanted), scene, _language(scene))


def _dcat(scene: Scene, wanted: Extract) -> bytes:
    if wanted.union or wanted.period:
        raise WrongUseError(message("The description is of all data; leave out --union and --period."))
    return as_json(Catalogue(scene, _language(scene)).data()).encode()


FORMS: Mapping[str, Callable[[Scene, Extract], bytes]] = {
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
    "stratml": _stratml,
    "dcat": _dcat,
}
"""How the data can be had, the usual way first."""


def _plan(scene: Scene, name: str, period: str | None) -> tuple[Union, Plan]:
    union = named_union(scene, name)
    return union, named_plan(union, period, scene.today)


def _strategy(scene: Scene, period: str | None) -> Strategy:
    known = {each.period.id: each for each in scene.body.strategies}
    wanted = period or max(known, default="")
    if wanted not in known:
        fault = message("There is no edition of the strategy for “{found}”.", found=wanted)
        raise WrongUseError(fault, did_you_mean(wanted, known))
    return known[wanted]


def _tables(scene: Scene, wanted: Extract) -> dict[Table, bytes]:
    """The tables of the union, or of all, and of the plans of the period, or of all."""
    unions = [named_union(scene, wanted.union)] if wanted.union else scene.body.unions
    if wanted.union and wanted.period:
        named_plan(unions[0], wanted.period, scene.today)
    if wanted.period:
        unions = [
            replace(each, plans=tuple(plan for plan in each.plans if plan.period.id == wanted.period))
            for each in unions
        ]
    narrowed = replace(scene, body=_of(scene.body, unions, alone=wanted.union is not None))
    return joined(narrowed, [partial(lines_of, scene, union) for union in unions if union.plans])


def _of(body: Body, unions: Iterable[Union], *, alone: bool) -> Body:
    """The body of those unions, without what is of no union where they stand `alone`."""
    if alone:
        bare = replace(body.federation, counties=(), roles=(), gone=())
        body = replace(body, federation=bare, strategies=())
    return replace(body, unions=tuple(unions))
