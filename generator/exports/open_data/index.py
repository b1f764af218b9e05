"""The index of the open data: the federation, and a line for each strategy, union and plan."""

import json
import posixpath
from collections.abc import Iterable, Mapping

from generator import addresses, standing
from generator.addresses import Address
from generator.exports.open_data.values import PHASES, Data, day, gone, identifier, licence, summary, where
from generator.model import Federation, Plan, Strategy, Union
from generator.views.common import Scene


def index_file(scene: Scene, digests: Mapping[str, str]) -> str:
    """The index as a JSON file, in which each union has a line of its own.

    `digests` are the SHA-256 of files by their paths: who trusts the index can trust what it names.
    """
    index = _Index(scene, digests)
    federation = scene.body.federation
    parts = {
        "skjema": _line(identifier("indeks")),
        "nettsted": _line(scene.site),
        "dag": _line(day(scene.today)),
        "lisens": _line(licence(federation)),
        "forbund": _line(_federation(federation, scene.site)),
        "strategier": _lines(map(index.strategy, scene.body.strategies)),
        "fagforeninger": _lines(index.union(each) for each in scene.body.unions if each.plans),
    }
    return "{\n" + ",\n".join(f"{_line(name)}:{part}" for name, part in parts.items()) + "\n}\n"


def _line(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _lines(every: Iterable[Data]) -> str:
    return "[\n" + ",\n".join(map(_line, every)) + "\n]"


def _federation(federation: Federation, site: str) -> Data:
    return {
        "navn": federation.name,
        "sprak": federation.languages,
        "fylker": [
            {"id": each.id, "navn": each.name, "kartrute": each.map_square, "tidligere": each.former}
            for each in federation.counties
        ],
        "roller": [
            {"id": each.id, "navn": each.name, "skrivemater": each.spellings, "tidligere": each.former}
            for each in federation.roles
        ],
        "nedlagt": gone(federation.gone, site),
    }


class _Index:
    """What there is of each thing that has a file."""

    def __init__(self, scene: Scene, digests: Mapping[str, str]) -> None:
        self._scene, self._digests = scene, digests

    def strategy(self, strategy: Strategy) -> Data:
        """An edition of the strategy."""
        period = strategy.period
        return {
            "id": period.id,
            "tittel": strategy.title,
            "adresse": where(addresses.strategy(period), self._scene.site),
            **self._files(*addresses.strategy_data_files(period)),
        }

    def union(self, union: Union) -> Data:
        """A union and its plans."""
        return {
            "id": union.id,
            "navn": union.name,
            "nummer": union.number,
            "fylke": union.county,
            "sprak": union.language or self._scene.body.federation.languages[0],
            "adresse": where(addresses.union(union.id), self._scene.site),
            "planer": [self._plan(plan) for plan in union.plans],
            "tidligere": union.former,
            "nedlagt": gone(union.gone, self._scene.site),
        }

    def _plan(self, plan: Plan) -> Data:
        return {
            "id": plan.period.id,
            "strategi": plan.strategy.id,
            "fase": PHASES[standing.phase(plan.period, self._scene.today)],
            "mal": standing.goals(plan, self._scene.today).total,
            "tiltak": summary(standing.measures(plan, self._scene.today)),
            "adresse": where(addresses.plan(plan), self._scene.site),
            **self._files(addresses.plan_data(plan), addresses.plan_stratml(plan)),
        }

    def _files(self, json_file: Address, stratml: Address) -> Data:
        """The paths from the index; no digest where an earlier build made the file."""
        digest = self._digests.get(json_file.page)
        return {"fil": _from_index(json_file), "sha256": digest, "stratml": _from_index(stratml)}


def _from_index(address: Address) -> str:
    return posixpath.relpath(address.page, posixpath.dirname(addresses.DATA_INDEX))
