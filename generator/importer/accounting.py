"""That nothing is lost: every letter of a document is in a piece, and every piece is somewhere.

A piece is kept under a key of the draft, dropped for a reason that the report gives, or in doubt.
"""

from collections import Counter
from collections.abc import Iterator

from generator.importer.characters import letters, words
from generator.importer.draft import Draft
from generator.importer.lines import Document, Line


def unread(document: Document, draft: Draft) -> Counter[str]:
    """The letters of the document that are in no piece of the draft, and (negative) those in two."""
    left = Counter(letters(" ".join(_texts(document))))
    left.subtract(Counter(letters(" ".join(trace.text for trace in draft.traces))))
    return Counter({letter: count for letter, count in left.items() if count})


def unkept(draft: Draft, source: str) -> Counter[str]:
    """The words of pieces that should be in the source of the plan and are not."""
    told = (trace.text for trace in draft.traces if trace.reason is None)
    wanted = Counter(word for text in told for word in words(text))
    return wanted - Counter(words(source))


def homeless(draft: Draft) -> list[str]:
    """The pieces that have no key, no reason and no doubt."""
    return [
        trace.text for trace in draft.traces if not (trace.key or trace.reason or trace.doubt) and trace.text
    ]


def _texts(document: Document) -> Iterator[str]:
    for part in document.parts:
        if isinstance(part, Line):
            yield part.text
            continue
        for row in part.rows:
            yield from (line.text for cell in row if not cell.continued for line in cell.lines)
