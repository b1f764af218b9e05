"""Floor 12: what is made beside the pages, once, and kept: plans as PDF, pictures for links to them."""

from generator.media.making import Media, make
from generator.media.store import Made

__all__ = ["Made", "Media", "make"]
