"""Floor 12: what is made beside the pages and kept: plans as PDF, pictures for links to them, tables."""

from generator.media.making import Media, make
from generator.media.plan_papers import PlanPapers
from generator.media.store import Made, Store
from generator.media.tables import data_tables

__all__ = ["Made", "Media", "PlanPapers", "Store", "data_tables", "make"]
