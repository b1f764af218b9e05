"""Floor 12: the tables of the open data; what they have of a union that did not change is not made again."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path

from generator import addresses, whole_files
from generator.addresses import Address
from generator.diagnostics import message
from generator.exports.open_data.columns import Table
from generator.exports.open_data.tables import Lines, described, joined, lines_of, workbook
from generator.kept import of_program
from generator.language import Language
from generator.media.store import Made, Store
from generator.model import Union
from generator.steps import Announce
from generator.views.common import Scene

Remembered = Callable[[Union, Callable[[], Lines]], Callable[[], Lines]]
"""What makes what the function makes of the union, or recalls it from an earlier build."""


def afresh(_union: Union, make: Callable[[], Lines]) -> Callable[[], Lines]:
    """The function itself: nothing is known."""
    return make


def data_tables(
    scene: Scene, language: Language, store: Store, announce: Announce, remembered: Remembered
) -> tuple[list[Made], Callable[[], list[Made]]]:
    """The tables as CSV, with what describes them; and what makes the workbook, which takes longer."""
    announce(message("Making the tables of the open data"))
    unions = [union for union in scene.body.unions if union.plans]
    content = joined(scene, [remembered(union, partial(lines_of, scene, union)) for union in unions])
    made = [_kept(store, to, text) for to, text in described(content, scene, language)]
    said = (version("xlsxwriter"), of_program(), language.code, scene.today.isoformat())
    book = store.place((*content.values(), *said), "xlsx")
    return made, partial(_book, book, content, scene, language)


def _book(place: Path, content: Mapping[Table, bytes], scene: Scene, language: Language) -> list[Made]:
    """The workbook, unless an earlier build made the same."""
    if not place.exists():
        whole_files.put(place, workbook(content, scene, language))
    return [Made(addresses.DATA_WORKBOOK, place)]


def _kept(store: Store, to: Address, content: bytes) -> Made:
    place = store.place((content,), to.page.rpartition(".")[2])
    if not place.exists():
        whole_files.put(place, content)
    return Made(to, place)
