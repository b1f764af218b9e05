"""An edition of the strategy as open data.

Who follows it up is told by the plans, and counted in the tables: this file changes with the edition alone.
"""

from generator import addresses
from generator.exports.open_data.values import Data, as_json, gone, identifier, period, resolutions, where
from generator.model import ItemKind, Reference, Strategy, StrategyArea, StrategyItem


def strategy_file(strategy: Strategy, site: str) -> str:
    """The edition as a JSON file."""
    return as_json(strategy_data(strategy, site))


def strategy_data(strategy: Strategy, site: str) -> Data:
    """All of the edition."""
    return {
        "skjema": identifier("strategi"),
        "id": strategy.period.id,
        "tittel": strategy.title,
        "adresse": where(addresses.strategy(strategy.period), site),
        "periode": period(strategy.period),
        "ordlyd": strategy.wording.value,
        "kilde": strategy.source,
        "vedtak": resolutions(strategy.resolutions),
        "innledning": strategy.introduction,
        "omrader": [_area(strategy, area, site) for area in strategy.areas],
        "nedlagt": gone(strategy.gone, site),
    }


def _area(strategy: Strategy, area: StrategyArea, site: str) -> Data:
    whole = Reference(strategy.period, area.id, None)
    items = [(item, _item(whole, item, site)) for item in area.items]
    return {
        "id": area.id,
        "tittel": area.title,
        "tegn": area.sign and area.sign.value,
        **_place(whole, area.continues, site),
        "innledning": area.introduction,
        "hovedmal": [data for item, data in items if item.kind is ItemKind.MAIN_GOAL],
        "tiltak": [
            {**data, "niva": item.level and item.level.value}
            for item, data in items
            if item.kind is ItemKind.STRATEGIC_MEASURE
        ],
        "tidligere": area.former,
    }


def _item(area: Reference, item: StrategyItem, site: str) -> Data:
    here = Reference(area.period, area.area, item.id)
    place = _place(here, item.continues, site)
    return {"id": item.id, "tekst": item.text, **place, "tidligere": item.former}


def _place(here: Reference, earlier: Reference | None, site: str) -> Data:
    """What plans refer to the part by, where it is, and what it lives on from."""
    return {
        "referanse": str(here),
        "adresse": where(addresses.strategy_part(here), site),
        "videreforer": earlier and _reference(earlier, site),
    }


def _reference(to: Reference, site: str) -> Data:
    return {"id": str(to), "adresse": where(addresses.strategy_part(to), site)}
