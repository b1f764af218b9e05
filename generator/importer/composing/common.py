"""What drafts of plans and of strategies have in common: their source, resolutions, doubts, texts."""

from collections.abc import Iterable, Iterator

from generator.importer.composing.wishes import StrategyWishes
from generator.importer.drafting.draft import Draft, Said
from generator.importer.readers.lines import Reason
from generator.model import Doubt, Resolution


def source(draft: Draft, wishes: StrategyWishes) -> str:
    """The title as the document has it, and the names of the files."""
    keyed(draft.title, "kilde")
    title = ", ".join(dict.fromkeys(said.text for said in draft.title))
    files = ", ".join(wishes.files)
    return f"{title} ({files})" if title and files else title or files


def doubts_of(draft: Draft, wishes: StrategyWishes) -> Iterator[Doubt]:
    """What has no place."""
    for trace in draft.traces:
        if trace.doubt:
            trace.key = "usikkert"
            place = trace.place
            yield Doubt(text=trace.text, page=place.page, line=place.line, reason=wishes.told(trace.doubt))


def resolutions_of(draft: Draft) -> Iterator[Resolution]:
    """Who resolved what, each once."""
    seen: set[Resolution] = set()
    for resolution, trace in draft.resolutions:
        if trace.reason is Reason.READ:
            trace.key = "vedtak"
        if resolution not in seen:
            seen.add(resolution)
            yield resolution


def texts(each: Iterable[Said], key: str) -> tuple[str, ...]:
    """The words, which come under the key."""
    found = [said for said in each if said.text]
    keyed(found, key)
    return tuple(said.text for said in found)


def keyed(each: Iterable[Said], key: str) -> None:
    """Notes that the words come under the key."""
    for said in each:
        for trace in said.traces:
            trace.key = key
