"""A source in canonical form: the same meaning and comments, laid out as all others."""

from generator.diagnostics import Collector, errors
from generator.nodes import Mapping, Node, Scalar, Sequence, compose, readable
from generator.schema.kinds import Way
from generator.texts import folded, paragraphs
from generator.writing.layout import laid_out
from generator.writing.outline import Outline, outline
from generator.writing.remarks import comments, hoisted, remarks, spread, with_remarks

Meaning = object
"""What a reader makes of nodes, to compare."""


class UnfaithfulError(Exception):
    """What was written does not say what was read."""


def canonical(text: str, root: Node, source: str) -> str:
    """The text that the nodes were read from, in the form of its kind of source.

    Raises UnfaithfulError where that would change the meaning, or lose a comment.
    """
    shape = outline(source)
    found = remarks(text, root)
    found = hoisted(found, _read(laid_out(root, shape, spread(found))))
    bare = laid_out(root, shape, spread(found))
    whole = with_remarks(bare, _read(bare), found)
    again = _read(whole)
    if meaning(again, shape) != meaning(root, shape) or comments(remarks(whole, again)) != comments(found):
        raise UnfaithfulError
    return whole


def _read(text: str) -> Node:
    faults = Collector()
    root = compose(text, "", faults)
    if root is None or errors(faults.found):
        raise UnfaithfulError
    return root


def meaning(node: Node, shape: Outline, way: Way = Way.RECORDS) -> Meaning:
    """The node without what says nothing: order of keys, white space in texts, a list of one or its item."""
    if isinstance(node, Mapping):
        return {
            key.text: meaning(value, shape.below(key.text), shape.way(key.text))
            for key, value in node.entries
        }
    if isinstance(node, Sequence):
        inner = Way.LINE if way is Way.LINES else Way.EXACT
        return [meaning(item, shape, inner) for item in node.items]
    return _said(node, way)


def _said(scalar: Scalar, way: Way) -> Meaning:
    text = readable(scalar.text)
    if not text.strip():
        return ""
    if way is Way.PARAGRAPHS:
        return paragraphs(text)
    if way in {Way.LIST, Way.LINES}:
        return [folded(text) if way is Way.LINES else text]
    return folded(text) if way is Way.LINE else text
