"""All tables of the open data, with what describes them."""

from collections.abc import Iterable, Iterator
from functools import partial

from generator import addresses, processes
from generator.addresses import Address
from generator.diagnostics import message
from generator.exports.open_data.columns import TABLES, Table
from generator.exports.open_data.package import about_table, package
from generator.exports.open_data.rows import Row, rows
from generator.exports.open_data.sheets import header, lines
from generator.exports.open_data.workbook import as_workbook
from generator.language import Language
from generator.model import Union
from generator.views.common import Scene

WORTH = 60
"""Unions that are worth a process of their own."""


def gathered(scene: Scene, unions: Iterable[Union]) -> dict[Table, list[Row]]:
    """All rows that each table has of the unions, one after the other."""
    jobs = [partial(rows, scene, union) for union in unions if union.plans]
    every: dict[Table, list[Row]] = {table: [] for table in TABLES}
    for of_union in processes.at_once(jobs, WORTH):
        for table in TABLES:
            every[table] += of_union[table]
    return every


def lines_of(scene: Scene, union: Union) -> list[str]:
    """What each table, in their order, has of the union as CSV."""
    of_union = rows(scene, union)
    return [lines(of_union[table]) for table in TABLES]


def joined(of_unions: Iterable[list[str]]) -> dict[Table, bytes]:
    """Each table as CSV, of what it has of each union."""
    every = [[header(table) for table in TABLES], *of_unions]
    parts = zip(*every, strict=True)
    return {table: "".join(of).encode() for table, of in zip(TABLES, parts, strict=True)}


def described(
    content: dict[Table, bytes], scene: Scene, language: Language
) -> Iterator[tuple[Address, bytes]]:
    """The tables as CSV, what describes each, and the package of all."""
    federation = scene.body.federation
    for table in TABLES:
        yield table.address, content[table]
        told = about_table(table, federation, language)
        yield addresses.about_data_table(table.name), told.encode()
    yield Address(addresses.DATA_PACKAGE), package(content, federation, language).encode()


def workbook(scene: Scene, every: dict[Table, list[Row]], language: Language) -> bytes:
    """The tables as a workbook."""
    title = message("Action plans of {federation}", federation=scene.body.federation.name)
    return as_workbook(every, language.text(title), scene.today)
