"""The draft of a strategy to the edition: ids, what lives on of the editions before it, doubts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Message, message
from generator.importer import doubts
from generator.importer.composing.common import doubts_of, keyed, resolutions_of, source, texts
from generator.importer.composing.editions import EarlierEditions
from generator.importer.composing.names import Names, telling
from generator.importer.composing.wishes import StrategyWishes
from generator.importer.drafting.draft import Area, Draft, Item
from generator.importer.drafting.front_matter import STRATEGY_WORDS
from generator.importer.recognising.headings import LIKELY
from generator.model import ItemKind, Level, Strategy, StrategyArea, StrategyItem

_LEVELS = tuple(Level)


@dataclass(slots=True)
class StrategyComposer:
    """Makes an edition of a draft; notes in each trace which key its words came under."""

    wishes: StrategyWishes
    earlier: EarlierEditions
    names: Names = field(default_factory=Names)

    def strategy(self, draft: Draft) -> Strategy:
        """The edition."""
        whole = source(draft, self.wishes)
        return Strategy(
            period=self.wishes.period,
            title=self._title(draft),
            wording=self.wishes.wording,
            source=whole,
            resolutions=tuple(resolutions_of(draft)),
            introduction=texts(draft.introduction, "innledning"),
            areas=tuple([self._area(area) for area in draft.areas]),
            doubts=tuple(doubts_of(draft, self.wishes)),
        )

    def _title(self, draft: Draft) -> str:
        """The line of the title page that says that it is a strategy; made of the period where none does."""
        for said in draft.title:
            if STRATEGY_WORDS.title.search(said.text):
                keyed([said], "tittel")
                return said.text
        return self.wishes.told(message("Strategy {period}", period=self.wishes.period.title))

    def _area(self, area: Area) -> StrategyArea:
        title = area.title.text.rstrip(" :")
        lived = area.id or self.earlier.area_of(title, LIKELY)
        id_ = self.names.area_named(lived or telling(title) or "omrade")
        known = id_ == lived
        why = [*area.doubts, *([doubts.LIKE_AREA] if known and not self.earlier.is_title(title, id_) else ())]
        key = f"områder/{id_}"
        keyed([area.title], f"{key}/tittel")
        return StrategyArea(
            id=id_,
            title=title,
            introduction=texts(area.introduction, f"{key}/innledning"),
            items=tuple(_Items(area, id_, key, self).all()),
            sign=self.earlier.sign(id_) if known else None,
            continues=self.earlier.area(id_) if known else None,
            doubt=self.wishes.doubt(why),
        )


@dataclass(slots=True)
class _Items:
    """Makes the items of one area; `key` is where they stand."""

    area: Area
    id: str
    key: str
    composer: StrategyComposer
    names: Names = field(default_factory=Names)

    def all(self) -> Iterator[StrategyItem]:
        """The main goals, then the measures by level."""
        for item in self.area.main_goals:
            yield from self._made(item, ItemKind.MAIN_GOAL, None)
        for level in _LEVELS:
            for item in self.area.measures:
                if (item.level or Level.NATIONAL) is level:
                    yield from self._made(item, ItemKind.STRATEGIC_MEASURE, level)

    def _made(self, item: Item, kind: ItemKind, level: Level | None) -> Iterator[StrategyItem]:
        text = item.said.text
        if not text:
            return
        earlier = self.composer.earlier
        same = earlier.same(text, kind, self.id)
        kept = same.item if same and same.item else telling(text)
        id_ = self.names.named(kept or "punkt")
        part = f"tiltak/{level}" if level else "hovedmål"
        keyed([item.said], f"{self.key}/{part}/{id_}/tekst")
        yield StrategyItem(
            id=id_,
            kind=kind,
            text=text,
            level=level,
            continues=same,
            proposals=() if same else earlier.proposals(text, kind, self.id),
            doubt=self.composer.wishes.doubt(self._doubts(item, level)),
        )

    def _doubts(self, item: Item, level: Level | None) -> list[Message]:
        return [*item.doubts, *([doubts.NO_LEVEL] if level and item.level is None else [])]
