"""Floor 12: what is made beside the pages, once, and kept: plans as PDF, pictures for links to them."""

from generator.media.making import Media, make
from generator.media.plan_papers import PlanPapers
from generator.media.store import Made, Store

__all__ = ["Made", "Media", "PlanPapers", "Store", "make"]
