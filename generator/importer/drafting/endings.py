"""Who and when, in brackets at the end of a measure: `Holde kurs (HTV, mai 2025)`."""

import re

from generator.importer.drafting.values import Knows, is_role, is_time, roles

_ENDING = re.compile(r"\s*[(\[](?P<told>[^()\[\]]{3,90})[)\]]\s*\.?$")
_PARTING = re.compile(r"\s+[-–—]\s+|\s*[;|]\s*")


def ending(text: str, knows: Knows) -> tuple[str, str] | None:
    """The text before such brackets, and what stands in them; None where they do not tell both."""
    match = _ENDING.search(text)
    if match is None or not match.start():
        return None
    told = _PARTING.sub(", ", match["told"])
    parts = roles(told, knows)
    who = [part for part in parts if is_role(part, knows)]
    when = [part for part in parts if part not in who and is_time(part)]
    if not who or not when or len(who) + len(when) < len(parts):
        return None
    return text[: match.start()], told
