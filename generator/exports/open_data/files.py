"""The files of the open data of a plan, and of the strategies; the index and the tables are made of all."""

from collections.abc import Iterator

from generator import addresses
from generator.addresses import Address
from generator.exports.open_data.linked_data import Catalogue
from generator.exports.open_data.plan_data import plan_file
from generator.exports.open_data.strategy_data import strategy_file
from generator.exports.open_data.stratml import StratmlWriter
from generator.exports.open_data.values import as_json
from generator.language import Language
from generator.model import Plan
from generator.views.common import Scene
from generator.views.plan import PlanView

Made = tuple[Address, str]


def plan_files(scene: Scene, plan: Plan, view: PlanView, language: Language) -> Iterator[Made]:
    """A plan in each form."""
    yield addresses.plan_data(plan), plan_file(scene, plan, view)
    yield addresses.plan_stratml(plan), StratmlWriter(scene, language).plan(plan, view)


def shared_files(scene: Scene, language: Language) -> Iterator[Made]:
    """What is of no single union."""
    writer = StratmlWriter(scene, language)
    yield Address(addresses.DATA_CATALOGUE), as_json(Catalogue(scene, language).data())
    for each in scene.body.strategies:
        yield addresses.strategy_data(each.period), strategy_file(each, scene.site)
        yield addresses.strategy_stratml(each.period), writer.strategy(each)


def shared_places(scene: Scene) -> list[str]:
    """Where that lies."""
    of_editions = (addresses.strategy_data_files(each.period) for each in scene.body.strategies)
    return [addresses.DATA_CATALOGUE, *(each.page for files in of_editions for each in files)]
