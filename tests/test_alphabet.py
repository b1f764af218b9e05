"""Lists stand in the order of CLDR for Norwegian; a browser is asked too, in tests/browser/."""

import random
from pathlib import Path

from generator.alphabet import alphabetical

WORDS = [
    line
    for line in (Path(__file__).parent / "alphabet.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SEED = 20250128


def test_words_are_sorted_as_cldr_has_it() -> None:
    shuffled = WORDS.copy()
    random.Random(SEED).shuffle(shuffled)  # noqa: S311 - no secret
    assert sorted(shuffled, key=alphabetical) == WORDS


def test_letters_are_the_same_however_they_are_composed() -> None:
    assert alphabetical("A\u030as") == alphabetical("Ås")
