"""The rows of the table of addresses that have changed, or are gone: what leads on from them, or says so."""

from collections.abc import Iterator, Mapping

from generator import addresses, lasting
from generator.addresses import Address
from generator.exports.open_data.rows import Row
from generator.model import Plan
from generator.views.common import Scene
from generator.views.moved import moved_views


def former_rows(scene: Scene) -> list[Row]:
    """A row an address, of pages and of places on them, in the order of addresses."""
    found = {**_gone(scene), **_places(scene), **_pages(scene)}
    return [found[each] for each in sorted(found)]


def _pages(scene: Scene) -> Mapping[str, Row]:
    """Those that lead on to a page."""
    return {
        (before := _former(view.here)): _row(scene, before, view.to.to, view.to.text)
        for view in moved_views(scene)
    }


def _former(here: Address) -> str:
    return here.page.removesuffix("index.html")


def _places(scene: Scene) -> Mapping[str, Row]:
    """Those of what has another place on a plan's page."""
    return dict(pair for plan in scene.body.plans for pair in _places_of(scene, plan))


def _places_of(scene: Scene, plan: Plan) -> Iterator[tuple[str, Row]]:
    page, moved = addresses.plan(plan).page, lasting.former_anchors(plan)
    there = lasting.of_plan(plan) if moved else ()
    for anchor, former in moved.items():
        for each in (Address(page, before).noted for before in former):
            if each not in there:
                yield each, _row(scene, each, Address(page, anchor), None)


def _gone(scene: Scene) -> Mapping[str, Row]:
    """Those of what there is no longer."""
    said = lasting.gone(scene.body)
    there = lasting.of_body(scene.body) if said else ()
    return {
        address: (_union(scene, address), _whole(scene, address), None, gone.name, gone.reason)
        for address, gone in said.items()
        if address not in there
    }


def _row(scene: Scene, before: str, to: Address, name: str | None) -> Row:
    return (_union(scene, to.page), _whole(scene, before), to.absolute(scene.site), name, None)


def _union(scene: Scene, address: str) -> str | None:
    """The union of ours in whose folder the address lies."""
    found = addresses.union_of(address)
    return found if any(each.id == found for each in scene.body.unions) else None


def _whole(scene: Scene, noted: str) -> str:
    return f"{scene.site.removesuffix('/')}/{noted}"
