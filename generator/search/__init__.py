"""Floor 12: the search index: records of the views to the files that a browser searches in."""

from generator.search.guides import guides
from generator.search.index import write_index
from generator.search.pagefind import SearchIndexError

__all__ = ["SearchIndexError", "guides", "write_index"]
