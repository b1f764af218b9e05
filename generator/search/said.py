"""Floor 12: what the search's own script says, in the language of the site.

`%n`, `%m`, `%text` and `%typed` are filled in by the script.
"""

from collections.abc import Mapping

from generator.diagnostics import Message, message

SAID: Mapping[str, Message] = {
    "found": message("%n hits, grouped by union"),
    "foundOne": message("1 hit"),
    "foundMore": message("The best %n hits, grouped by union"),
    "none": message("Nothing was found for “%text”."),
    "instead": message("Nothing was found for “%typed”. Did you mean “%text”?"),
    "some": message("Few or none have all the words; the others have some of them."),
    "other": message("Elsewhere on the site"),
    "all": message("Show all %n"),
    "more": message("Show more"),
    "unions": message("All unions, county by county"),
    "hint": message("Try fewer words, or another word for the same."),
    "clear": message("Search without narrowing"),
    "deadline": message("Deadline"),
    "responsible": message("Responsible"),
    "narrow": message("Narrow the search"),
    "counts": message("The numbers count plans and strategy areas."),
    "any": message("All"),
    "fylke": message("County"),
    "fagforening": message("Local union"),
    "omrade": message("Area"),
    "type": message("Kind"),
    "rolle": message("Role"),
    "status": message("Status"),
    "periode": message("Period"),
    "frist": message("Year of the deadline"),
    "everything": message("All hits, and ways to narrow the search"),
}
