"""All tables of the open data, with what describes them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator import addresses, processes
from generator.addresses import Address
from generator.diagnostics import message
from generator.exports.open_data.columns import FORMER, OF_UNIONS, TABLES, Table
from generator.exports.open_data.former import former_rows
from generator.exports.open_data.package import about_table, package
from generator.exports.open_data.rows import rows
from generator.exports.open_data.sheets import as_csv, header, lines, rows_of
from generator.exports.open_data.workbook import as_workbook
from generator.language import Language
from generator.model import Union
from generator.views.common import Scene

WORTH = 60
"""Unions that are worth a process of their own."""

Lines = list[str]
"""What each table of unions, in their order, has of one as CSV."""


def lines_of(scene: Scene, union: Union) -> Lines:
    """What the tables have of the union."""
    of_union = rows(scene, union)
    return [lines(of_union[table]) for table in OF_UNIONS]


def joined(scene: Scene, of_unions: Iterable[Callable[[], Lines]]) -> dict[Table, bytes]:
    """Each table as CSV, of what makes its lines of each union."""
    heads = [header(table) for table in OF_UNIONS]
    parts = zip(heads, *processes.at_once(list(of_unions), WORTH), strict=True)
    found = {table: "".join(part).encode() for table, part in zip(OF_UNIONS, parts, strict=True)}
    return {**found, FORMER: as_csv(FORMER, former_rows(scene)).encode()}


def described(
    content: Mapping[Table, bytes], scene: Scene, language: Language
) -> Iterator[tuple[Address, bytes]]:
    """The tables as CSV, what describes each, and the package of all."""
    federation = scene.body.federation
    for table in TABLES:
        yield table.address, content[table]
        told = about_table(table, federation, language)
        yield addresses.about_data_table(table.name), told.encode()
    yield Address(addresses.DATA_PACKAGE), package(content, federation, language).encode()


@processes.collector_held_off()
def workbook(content: Mapping[Table, bytes], scene: Scene, language: Language) -> bytes:
    """The tables as a workbook."""
    title = message("Action plans of {federation}", federation=scene.body.federation.name)
    tables = {table: rows_of(table, content[table].decode()) for table in TABLES}
    return as_workbook(tables, language.text(title), scene.today)
