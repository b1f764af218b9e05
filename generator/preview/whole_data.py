"""What the open data tells of all unions at once, made when somebody asks for it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, partial

from generator import addresses
from generator.exports.open_data.columns import Table
from generator.exports.open_data.digests import digests
from generator.exports.open_data.index import index_file
from generator.exports.open_data.tables import described, joined, lines_of, workbook
from generator.language import Language
from generator.views.common import Scene


class WholeData:
    """The index, the tables and the workbook of the scene, whose history none of them tells of."""

    def __init__(self, scene: Scene, language: Language) -> None:
        self._scene, self._language = replace(scene, history=None), language

    def find(self, path: str) -> bytes | None:
        """What is at the path; None where that is of something else."""
        if path == addresses.DATA_INDEX:
            return self._index
        if path == addresses.DATA_WORKBOOK.page:
            return self._workbook
        return self._tables.get(path) if path.startswith(addresses.DATA_TABLES) else None

    @cached_property
    def _index(self) -> bytes:
        return index_file(self._scene, dict(digests(self._scene))).encode()

    @cached_property
    def _content(self) -> Mapping[Table, bytes]:
        unions = (union for union in self._scene.body.unions if union.plans)
        return joined(self._scene, [partial(lines_of, self._scene, union) for union in unions])

    @cached_property
    def _tables(self) -> Mapping[str, bytes]:
        return {to.page: text for to, text in described(self._content, self._scene, self._language)}

    @cached_property
    def _workbook(self) -> bytes:
        return workbook(self._content, self._scene, self._language)
