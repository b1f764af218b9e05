"""Floor 12: the tables of the open data; what they have of a union that did not change is not made again."""

from functools import partial
from importlib.metadata import version
from pathlib import Path

from generator import addresses
from generator.addresses import Address
from generator.diagnostics import message
from generator.exports.open_data.tables import described, gathered, joined, lines_of, workbook
from generator.kept import of_program
from generator.language import Language
from generator.media.plan_papers import Remember
from generator.media.store import Made, Store
from generator.steps import Announce
from generator.views.common import Scene


def data_tables(
    scene: Scene, language: Language, store: Store, announce: Announce, remember: Remember
) -> list[Made]:
    """The tables as files: as CSV, with what describes them, and as a workbook."""
    announce(message("Making the tables of the open data"))
    unions = [union for union in scene.body.unions if union.plans]
    content = joined(remember(union, partial(lines_of, scene, union)) for union in unions)
    made = [_kept(store, to, text) for to, text in described(content, scene, language)]
    said = (version("xlsxwriter"), of_program(), scene.today.isoformat())
    book = store.place((*content.values(), *said), "xlsx")
    if not book.exists():
        announce(message("Making the workbook of the open data"))
        _put(book, workbook(scene, gathered(scene, unions), language))
    return [*made, Made(addresses.DATA_WORKBOOK, book)]


def _kept(store: Store, to: Address, content: bytes) -> Made:
    place = store.place((content,), to.page.rpartition(".")[2])
    if not place.exists():
        _put(place, content)
    return Made(to, place)


def _put(place: Path, content: bytes) -> None:
    """Writes to a file apart and then renames it, so that a build that is killed leaves no half."""
    half = place.with_suffix(".half")
    half.write_bytes(content)
    half.replace(place)
