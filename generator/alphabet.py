"""Floor 1: the order of words in lists, by the rules of CLDR for Norwegian (`no.xml`).

æ, ø and å come last, `aa` counts as å, and ü as y; letters with marks, as á č š ž, go with those
without; đ goes with d, and ŋ and ŧ come right after n and t.  A test compares it with a browser's.
"""

import re
import unicodedata

_MARKS = " _-–—,;:!?.'‘’\"“”«»()[]{}§@*/\\&#%+"
"""What comes before digits and letters, in order."""

_LETTERS = {
    **dict.fromkeys("æäę", "{"),
    **dict.fromkeys("øöőœ", "|"),
    **dict.fromkeys(("å", "aa"), "}"),
    **dict.fromkeys("üű", "y"),
    **dict.fromkeys("đð", "d"),
    "ł": "l",
    "ŋ": "n~",
    "ŧ": "t~",
    "þ": "th",
}
"""What a letter counts as: itself or a neighbour, or an ASCII character that comes after z."""

_OTHER_SPELLINGS = {"ä": "æ~", "ö": "ø~", "aa": "å~"}
"""What comes after the letter that it counts as."""

_LETTER = re.compile("aa|.", re.DOTALL)

Order = tuple[str, str, str]


def alphabetical(words: str) -> Order:
    """What to sort words by: the letters, then their marks, then their case, the small ones first."""
    whole = unicodedata.normalize("NFC", words)
    letters = _LETTER.findall(whole.casefold())
    marked = "".join(_OTHER_SPELLINGS.get(letter, letter) for letter in letters)
    return "".join(map(_counted, letters)), marked, whole.swapcase()


def _counted(letter: str) -> str:
    if letter in _MARKS:
        return chr(1 + _MARKS.index(letter))
    return _LETTERS.get(letter) or unicodedata.normalize("NFD", letter)[0]
