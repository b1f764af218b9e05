"""Characters of documents as plain text: ligatures, odd spaces, bullets, list markers."""

import re
import unicodedata

BULLETS = "•‣▪▫●○◦■□◘◆◇➢➤►▶✓✔❖⁃∙·\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076\uf02d\uf0e0\uf06f"
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_NO_WIDTH = re.compile("[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[^\S\n]+")
_BULLET = re.compile(rf"(?P<marker>[{BULLETS}]|[-–—*](?=\s)|o(?=\s)|(?:\(?[a-zæøå]\)|[a-z]\.)(?=\s))\s*")
_NUMBER = re.compile(
    r"(?P<marker>\d{1,2}[.)])\s+(?!(?:jan|feb|mars|apr|mai|jun|jul|aug|sep|okt|nov|des)|(?:halvår|kvartal|klasse))",
    re.IGNORECASE,
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def plain(text: str) -> str:
    """The text without what has no width, ligatures as letters, white space folded, soft hyphens kept."""
    text = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _CONTROL.sub(" ", _NO_WIDTH.sub("", text))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text)).strip()


def without_soft_hyphens(text: str) -> str:
    """The text with the hyphens taken out that only show where a word may break."""
    return text.replace("\u00ad", "")


def marker_and_text(text: str) -> tuple[str, str]:
    """The bullet or list number that the text begins with, empty where there is none, and the rest."""
    match = _BULLET.match(text) or _NUMBER.match(text)
    if match is None:
        return "", text
    rest = _PRIVATE.sub("", text[match.end() :]).strip()
    return ("•" if _PRIVATE.match(match["marker"]) else match["marker"]), rest


def is_numbered(marker: str) -> bool:
    """Whether the marker counts: `1.` and `2)`, not bullets."""
    return marker[:1].isdigit()


def letters(text: str) -> str:
    """The letters and digits alone, which no joining or splitting of lines may lose."""
    return "".join(character for character in text.casefold() if character.isalnum())


def words(text: str) -> list[str]:
    """The words, lower case, without punctuation."""
    return re.findall(r"\w+", text.casefold())
