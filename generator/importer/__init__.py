"""Floor 9: documents of unions (Word, PDF, text) to drafts of plans, and what came from where."""

from generator.importer.accounting import homeless, unkept, unread
from generator.importer.imported import Imported, Row, imported
from generator.importer.lines import UnreadableError
from generator.importer.wishes import Wishes

__all__ = ["Imported", "Row", "UnreadableError", "Wishes", "homeless", "imported", "unkept", "unread"]
