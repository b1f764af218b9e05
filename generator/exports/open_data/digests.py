"""The SHA-256 of every file that the index names, where those are not made anyway."""

import hashlib
from collections.abc import Iterator

from generator import addresses
from generator.exports.open_data.plan_data import plan_file
from generator.exports.open_data.strategy_data import strategy_file
from generator.views.common import Scene
from generator.views.plan import plan_view


def digests(scene: Scene) -> Iterator[tuple[str, str]]:
    """The path of each file with its digest."""
    for edition in scene.body.strategies:
        yield addresses.strategy_data(edition.period).page, _sha256(strategy_file(edition, scene.site))
    for union in scene.body.unions:
        for plan in union.plans:
            text = plan_file(scene, plan, plan_view(scene, union, plan))
            yield addresses.plan_data(plan).page, _sha256(text)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
