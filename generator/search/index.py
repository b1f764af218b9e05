"""Floor 12: records to the documents of an index, and the files that the page's script reads beside it.

An entry is a paragraph whose fields stand between bars, in the order of `_fields`; the script takes
them apart again.  The last field is never shown.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.addresses import FRONT, Address
from generator.diagnostics import Message
from generator.labels import LABELS
from generator.language import Language
from generator.search import pagefind
from generator.search.order import put_in_order
from generator.search.said import SAID
from generator.views.search import KINDS, Entry, Kind, Record
from generator.words import Vocabulary, hidden_words, tables

FOLDER = "pagefind"
"""The index, below the finished site."""

_BAR = "¦"
_PROGRAMS = "pagefind.js", "pagefind-worker.js"
_ENDINGS = ".pf_meta", ".pagefind", ".json"
"""What is needed of Pagefind's files; the others are its own interface."""
_NAMES = Kind.UNION, Kind.ROLE, Kind.COUNTY
_ITEMS = Kind.GOAL, Kind.MEASURE, Kind.MAIN_GOAL, Kind.COURSE


@dataclass(frozen=True, slots=True)
class _Shown:
    anchor: str
    weight: str
    fields: tuple[str, ...]


def write_index(records: tuple[Record, ...], templates: Path, site: Path, language: Language) -> None:
    """Writes the index into the finished site.  Raises SearchIndexError."""
    template = Environment(
        loader=FileSystemLoader(templates), undefined=StrictUndefined, autoescape=True
    ).get_template("search_record.html")
    vocabulary = Vocabulary(text for record in records for entry in record.entries for text in _texts(entry))
    writer = _Writer(template, vocabulary, language)
    files = pagefind.index((writer.document(each) for each in records if each.entries), language.first)
    put_in_order(files, language.first)
    said = {name: language.text(words) for name, words in SAID.items()}
    files["planverk-words.json"] = _json({"forms": tables().forms, "said": said})
    files["planverk-vocabulary.json"] = _json(sorted(vocabulary.known()))
    for path, content in files.items():
        if "/" in path or path.endswith(_ENDINGS) or path in _PROGRAMS:
            file = site / FOLDER / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _texts(entry: Entry) -> Iterable[str]:
    yield entry.text
    yield from (*entry.owners, *entry.aliases)
    if isinstance(entry.label, str):
        yield entry.label


class _Writer:
    """Writes the documents of records in one language."""

    def __init__(self, template: Template, vocabulary: Vocabulary, language: Language) -> None:
        self._template, self._vocabulary, self._language = template, vocabulary, language

    def document(self, record: Record) -> pagefind.Document:
        """The record as Pagefind reads it."""
        html = self._template.render(
            language=self._language.code,
            record=record,
            facets=self._facets(record),
            entries=[self._shown(record, entry) for entry in record.entries],
        )
        return pagefind.Document(f"/{_published(record.to)}", html)

    def _word(self, text: Message | str) -> str:
        return self._language.text(text) if isinstance(text, Message) else text

    def _facets(self, record: Record) -> Mapping[str, list[str]]:
        found: dict[str, set[str]] = {
            "fylke": {record.county},
            "fagforening": {record.union},
            "periode": {record.period},
            "gjelder": {"ja" if record.current else "nei"},
            "type": {self._word(KINDS[each.kind]) for each in record.entries},
            "omrade": {self._word(each.label) for each in record.entries if each.kind is Kind.AREA},
            "rolle": {role for each in record.entries for role in each.roles},
            "status": {self._status(each) for each in record.entries},
            "frist": {str(year) for each in record.entries for year in each.years},
        }
        return {name: sorted(values - {""}) for name, values in found.items()}

    def _status(self, entry: Entry) -> str:
        if entry.status is not None:
            return self._word(LABELS[entry.status])
        return self._word(Message("Not reported")) if entry.kind is Kind.MEASURE else ""

    def _shown(self, record: Record, entry: Entry) -> _Shown:
        same = entry.to.page == record.to.page and entry.to.anchor
        weight = 8 if entry.kind in _NAMES else 2 if entry.kind in _ITEMS else 1
        return _Shown(entry.to.anchor if same else _published(entry.to), str(weight), self._fields(entry))

    def _fields(self, entry: Entry) -> tuple[str, ...]:
        label = self._word(entry.label)
        visible = (
            label,
            self._word(KINDS[entry.kind]),
            entry.text,
            ", ".join(entry.owners),
            entry.deadline,
            self._status(entry),
            "; ".join(entry.roles),
            " ".join(map(str, entry.years)),
        )
        told = " ".join((label, entry.text, *entry.owners, *entry.roles, *entry.aliases, entry.deadline))
        kinds = (*("frist",) * bool(entry.deadline), *("ansvar",) * bool(entry.owners))
        hidden = (*entry.aliases, *kinds, *hidden_words(told, self._vocabulary))
        return (*(each.replace(_BAR, "|") for each in visible), " ".join(dict.fromkeys(hidden)))


def _published(address: Address) -> str:
    """The finished address, seen from the site's front page."""
    return address.published_seen_from(FRONT)
