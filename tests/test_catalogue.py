"""The catalogues: Bokmål and Nynorsk translate every message that the code and the templates hold."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
COMPLETE = ("nb", "nn")

Ids = set[object]


def catalogue_of(language: str) -> Catalog:
    source = ROOT / "generator" / "locale" / language / "LC_MESSAGES" / "planverk.po"
    return read_po(BytesIO(source.read_bytes()), locale=language)


def messages_in_use() -> Ids:
    """What `make catalogue` finds, by the same map."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    keywords = {"_": None, "message": (1,), "ngettext": (1, 2)}
    found = extract_from_dir(ROOT, methods, options, keywords)
    return {message for _, _, message, _, _ in found}


def _is_whole(translation: object) -> bool:
    return (
        bool(translation)
        if isinstance(translation, str)
        else isinstance(translation, tuple) and all(translation)
    )


@pytest.mark.parametrize("language", COMPLETE)
def test_a_catalogue_is_complete_and_holds_nothing_else(language: str) -> None:
    catalogue = catalogue_of(language)
    translated: Ids = {each.id for each in catalogue if each.id and not each.fuzzy and _is_whole(each.string)}
    assert translated == messages_in_use()


@pytest.mark.parametrize("language", COMPLETE)
def test_translations_fill_in_the_same_values(language: str) -> None:
    catalogue = catalogue_of(language)
    faults = [str(fault) for message in catalogue for fault in message.check(catalogue)]
    assert faults == []
