"""Floor 12: all pages and files of the site that tell of plans, in parts that can be made apart."""

from generator.pages.part import Part
from generator.pages.program_files import calendar_parts, data_parts
from generator.pages.site_pages import parts
from generator.pages.union_pages import union_parts

__all__ = ["Part", "calendar_parts", "data_parts", "parts", "union_parts"]
