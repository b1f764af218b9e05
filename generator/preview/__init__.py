"""Floor 15: the site while its plans are written: each page made when it is asked for, from memory.

Nothing is written to `docs/` or `site/`.  `sources` are read and checked again only where they changed,
a `moment` makes the pages of what was read, a `frame` puts the theme around one, `answers` finds what
an address asks for, and a `server` answers browsers and tells them what changed.
"""

from generator.preview.answers import News, Preview
from generator.preview.moment import Setting
from generator.preview.server import Telling, serve

__all__ = ["News", "Preview", "Setting", "Telling", "serve"]
