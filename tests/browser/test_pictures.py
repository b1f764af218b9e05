"""The pictures in the documentation show the site as it is, are light, and are told in words."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.pictures import PICTURES, Picture, kept_looks, looks, previews, shown
from tests.documentation import SHOWING, TRANSLATED, read, translated_from
from tests.project import ROOT

AT_MOST = 60_000
"""Bytes of a picture."""

IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)(?:\{([^}]*)\})?")


@pytest.fixture(scope="session")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with previews(tmp_path_factory.mktemp("previews")) as found:
        yield found


@pytest.mark.browser
@pytest.mark.parametrize("picture", PICTURES, ids=str)
def test_a_picture_shows_the_site_as_it_is(
    picture: Picture, browser: Browser, addresses: dict[str, str]
) -> None:
    with shown(browser, addresses[picture.site], picture) as page:
        assert kept_looks(picture) == looks(page, picture), "the page has changed: run `make pictures`"


def images(page: str) -> list[tuple[str, Path, str]]:
    """The words for each image of the page, its file and its attributes."""
    home = (ROOT / page).parent
    return [(alt, (home / file).resolve(), said) for alt, file, said in IMAGE.findall(read(page))]


@pytest.mark.parametrize("page", SHOWING)
def test_images_are_pictures_told_in_words_and_leave_their_room(page: str) -> None:
    files = {picture.file: picture for picture in PICTURES}
    for alt, path, said in images(page):
        picture = files[path]
        assert len(alt) > 20, picture
        if page.startswith("docs"):
            with Image.open(picture.file) as image:
                width, height = (each // picture.scale for each in image.size)
            assert f'width="{width}" height="{height}" loading="lazy"' in said, (picture, width, height)


@pytest.mark.parametrize("page", TRANSLATED)
def test_translations_show_the_same_pictures(page: str) -> None:
    here = [path.name for _, path, _ in images(page)]
    assert here == [path.name for _, path, _ in images(translated_from(page))]


def test_every_picture_is_light_and_shown_somewhere() -> None:
    assert {picture.file for picture in PICTURES} == {path for page in SHOWING for _, path, _ in images(page)}
    assert {picture.file for picture in PICTURES} >= {*ROOT.glob("docs*/hjelp/bilder/*")}
    assert [str(each) for each in PICTURES if each.file.stat().st_size > AT_MOST] == []
