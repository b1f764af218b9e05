"""Floor 9: documents (Word, PDF, text) to drafts of plans and strategies, and what came from where."""

from generator.importer.accounting import homeless, unkept, unread
from generator.importer.composing.wishes import StrategyWishes, Wishes
from generator.importer.imported import Imported, ImportedStrategy, Row, imported, imported_strategy
from generator.importer.readers.lines import UnreadableError

__all__ = [
    "Imported",
    "ImportedStrategy",
    "Row",
    "StrategyWishes",
    "UnreadableError",
    "Wishes",
    "homeless",
    "imported",
    "imported_strategy",
    "unkept",
    "unread",
]
