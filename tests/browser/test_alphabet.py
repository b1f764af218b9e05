"""What a browser says of the order of words, by the collation of CLDR that it holds."""

import pytest
from playwright.sync_api import Browser

from tests.test_alphabet import WORDS


@pytest.mark.browser
def test_a_browser_sorts_alike(browser: Browser) -> None:
    script = "(words) => [...words].reverse().sort(new Intl.Collator('nb').compare)"
    assert browser.new_page().evaluate(script, WORDS) == WORDS
