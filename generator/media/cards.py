"""Floor 12: the pictures that links to the site are shown with, drawn by Pillow."""

from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from itertools import chain, pairwise
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont
from PIL import __version__ as pillow

from generator import addresses, processes, whole_files
from generator.addresses import Address
from generator.diagnostics import Message, message
from generator.labels import LABELS
from generator.language import Language
from generator.media.store import Made, Store
from generator.media.typesetting import FONTS
from generator.model import Status
from generator.standing import Summary
from generator.views.card import CardView, plan_card, site_card
from generator.views.common import Scene

SIZE = 1200, 630
_MARGIN = 84
_BAND = 430
"""Where the lower part begins."""

_DEEP, _TINT, _PALE = "#17495a", "#5aa7bd", "#c9e3ea"
_PAPER, _INK, _SOFT, _LINE = "#ffffff", "#1d2327", "#45525b", "#d5dde1"
_DONE, _PARTLY, _OTHER = "#1c6b45", "#c08a1e", "#857d94"
"""The colours of the site and of the papers, on their light ground."""

_STATUS = {
    Status.DONE: _DONE,
    Status.ACHIEVED: _DONE,
    Status.PARTLY: _PARTLY,
    Status.UNDER_WAY: _PARTLY,
}
_EDGES = ((_DEEP, _PAPER), (_DEEP, _PALE), (_DEEP, _TINT), (_PAPER, _INK), (_PAPER, _SOFT))
"""Letters and lines on their grounds."""

_STEPS = 8
"""Shades from a letter to its ground: enough for its edge, few enough for small files."""

_MADE_BY = (pillow, Path(__file__).read_text(encoding="utf-8"))


def cards(scene: Scene, language: Language, store: Store, announce: Callable[[Message], None]) -> list[Made]:
    """The picture of the site, and of each plan; those that are not kept are drawn."""
    of_site = site_card(scene), Address(addresses.SITE_CARD)
    of_plans = (
        (plan_card(scene, union, plan), addresses.plan_card(plan))
        for union in scene.body.unions
        for plan in union.plans
    )
    wanted = [
        (view, Made(to, store.place((repr(view), language.code, *_MADE_BY), "png")))
        for view, to in (of_site, *of_plans)
    ]
    missing = [(view, made.file) for view, made in wanted if not made.file.exists()]
    if missing:
        announce(message("Drawing pictures of {n} plans", n=len(missing)))
        list(processes.at_once([partial(_draw, *each, language) for each in missing], _WORTH))
    return [made for _, made in wanted]


_WORTH = 8
"""Pictures that are worth a process of their own."""


def _draw(view: CardView, place: Path, language: Language) -> None:
    whole_files.put(place, _Drawing(language).card(view))


@cache
def _palette() -> Image.Image:
    """A picture that holds every colour that there is in a card."""
    edges = [map(ImageColor.getrgb, edge) for edge in _EDGES]
    shades = (_between(ground, letter, step) for ground, letter in edges for step in range(_STEPS + 1))
    colours = dict.fromkeys([*map(ImageColor.getrgb, (_LINE, _DONE, _PARTLY, _OTHER)), *shades])
    palette = Image.new("P", (1, 1))
    palette.putpalette(list(chain.from_iterable(colours)))
    return palette


def _between(ground: tuple[int, ...], letter: tuple[int, ...], step: int) -> tuple[int, ...]:
    return tuple(round(g + (w - g) * step / _STEPS) for g, w in zip(ground, letter, strict=True))


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    path = FONTS / f"SourceSansPro-{weight}.ttf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


class _Drawing:
    """One picture; its words in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._image = Image.new("RGB", SIZE, _PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def card(self, view: CardView) -> bytes:
        """The picture as PNG."""
        self._draw.rectangle((0, 0, SIZE[0], _BAND), fill=_DEEP)
        self._draw.rectangle((0, _BAND, SIZE[0], _BAND + 7), fill=_TINT)
        self._upper(view)
        self._lower(view)
        out = BytesIO()
        self._image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG")
        return out.getvalue()

    def _text(self, words: Message | str) -> str:
        return self._language.text(words) if isinstance(words, Message) else words

    def _upper(self, view: CardView) -> None:
        self._draw.text((_MARGIN, 54), view.of, _PAPER, _font("Semibold", 32))
        self._draw.text((_MARGIN, _BAND - 78), view.place, _PALE, _font("Regular", 34))
        lines, font = _fitted(self._text(view.name), SIZE[0] - 2 * _MARGIN)
        height = round(font.size * 1.12)
        top = _BAND - 96 - height * len(lines) if view.heading else (_BAND - height * len(lines)) // 2
        for number, line in enumerate(lines):
            self._draw.text((_MARGIN, top + number * height), line, _PAPER, font)
        if view.heading:
            self._draw.text((_MARGIN, top - 48), self._text(view.heading), _PALE, _font("Regular", 38))
        if view.phase:
            self._badge(self._text(LABELS[view.phase]))

    def _badge(self, words: str) -> None:
        font = _font("Semibold", 28)
        left = SIZE[0] - _MARGIN - font.getlength(words) - 44
        box = (round(left), 48, SIZE[0] - _MARGIN, 98)
        self._draw.rounded_rectangle(box, radius=25, outline=_TINT, width=2)
        self._draw.text((round(left) + 22, 56), words, _PAPER, font)

    def _lower(self, view: CardView) -> None:
        top = _BAND + (40 if view.summary else 76)
        self._draw.text((_MARGIN, top), self._text(view.foot), _INK, _font("Regular", 36))
        if view.summary is None:
            return
        width = SIZE[0] - 2 * _MARGIN
        ends = [start + n for _, start, n in view.summary.segments]
        edges = [_MARGIN + width * end // view.summary.total for end in (0, *ends)]
        self._draw.rectangle((_MARGIN, _BAND + 98, _MARGIN + width, _BAND + 120), fill=_LINE)
        for (status, _), (left, right) in zip(view.summary.by_status, pairwise(edges), strict=True):
            self._draw.rectangle((left, _BAND + 98, right - 2, _BAND + 120), fill=_colour(status))
        self._key(view.summary)

    def _key(self, summary: Summary) -> None:
        """What each colour of the strip means, in words, as far as there is room."""
        parts = [(_colour(status), LABELS[status], n) for status, n in summary.by_status]
        if summary.unreported:
            parts.append((_LINE, message("Not reported"), summary.unreported))
        font, x, y = _font("Regular", 27), _MARGIN, _BAND + 138
        for colour, label, n in parts:
            words = f"{self._text(label)} {n}"
            end = x + 24 + font.getlength(words)
            if end > SIZE[0] - _MARGIN:
                return
            self._draw.ellipse((x, y + 11, x + 14, y + 25), fill=colour)
            self._draw.text((x + 24, y), words, _SOFT, font)
            x = round(end) + 36


def _colour(status: Status) -> str:
    return _STATUS.get(status, _OTHER)


def _fitted(words: str, width: int) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """The words in one line of large letters, or else in two of the largest that fit; cut where none do."""
    for size, lines in ((80, 1), (72, 1), (66, 2), (58, 2), (50, 2), (42, 2)):
        font = _font("Semibold", size)
        broken = _broken(words, font, width)
        if len(broken) <= lines and all(font.getlength(line) <= width for line in broken):
            return broken, font
    return [_cut(broken[0], font, width), _cut(" ".join(broken[1:]), font, width)], font


def _broken(words: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The words in lines, each filled before the next begins."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    kept = line
    while font.getlength(line) > width:
        kept = kept[:-1]
        line = f"{kept}…"
    return line
