"""What a browser says of the order of words, by the collation of CLDR that it holds."""

import pytest
from playwright.sync_api import Browser

from tests.test_alphabet import WORDS


@pytest.mark.browser
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_browser_sorts_alike(browser: Browser, language: str) -> None:
    script = "([words, language]) => [...words].reverse().sort(new Intl.Collator(language).compare)"
    assert browser.new_page().evaluate(script, [WORDS, language]) == WORDS
