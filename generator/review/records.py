"""JSON from outside, read key by key: each is what it must be, or all of it is refused."""

import json
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 2**53
_Made = TypeVar("_Made")


class NotAsExpectedError(Exception):
    """What was read does not have the form that it must have."""


class Record:
    """The keys of an object of JSON; raises NotAsExpectedError where one is not as it must be."""

    def __init__(self, found: object) -> None:
        if not isinstance(found, dict):
            raise NotAsExpectedError("no object")
        self._found: dict[str, object] = found

    def text(self, key: str) -> str:
        """The text under the key."""
        return _text(self._found.get(key))

    def number(self, key: str) -> int:
        """The whole number under the key, from 0."""
        found = self._found.get(key)
        if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found < _MOST:
            raise NotAsExpectedError(key)
        return found

    def is_set(self, key: str) -> bool:
        """Whether there is anything but nothing and no under the key."""
        return bool(self._found.get(key))

    def record(self, key: str) -> "Record":
        """The object under the key."""
        return Record(self._found.get(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under the key."""
        return tuple(map(_text, self._list(key)))

    def records(self, key: str, make: "Callable[[Record], _Made]") -> tuple[_Made, ...]:
        """What is made of each object of the list under the key."""
        return tuple(make(Record(each)) for each in self._list(key))

    def _list(self, key: str) -> list[object]:
        return _items(self._found.get(key))


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise NotAsExpectedError("no text")
    return found


def _items(found: object) -> list[object]:
    if not isinstance(found, list):
        raise NotAsExpectedError("no list")
    return found


def record(raw: bytes | str) -> Record:
    """The object that the JSON holds."""
    return Record(_parsed(raw))


def records(raw: bytes | str) -> tuple[Record, ...]:
    """The objects of the list that the JSON holds."""
    return tuple(map(Record, _items(_parsed(raw))))


def _parsed(raw: bytes | str) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise NotAsExpectedError("no JSON") from error
