"""Values come back from a pickle as they were, also in what takes no part in their equality."""

import pickle
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

import pytest

from generator.model import Goal, Reference
from generator.periods import Period
from generator.texts import Text
from tests.importing import shipped

_Value = TypeVar("_Value")


def texts(value: object) -> Iterator[Text]:
    """All words in the value, from the first to the last."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def pickled(value: _Value) -> _Value:
    """The value, from its pickle."""
    back: _Value = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own
    return back


def test_plans_come_back_with_their_places_and_languages() -> None:
    for union in shipped().unions:
        again = pickled(union)
        assert again == union
        assert repr(again) == repr(union)
        assert [each.language for each in texts(again)] == [each.language for each in texts(union)]


def test_text_in_another_language_stays_in_it() -> None:
    again = pickled(Text("Fleire medlemer", "nn"))
    assert (type(again), again, again.language) == (Text, "Fleire medlemer", "nn")


@pytest.mark.parametrize("state", [(), (1,), (1, 2, 3), None])
def test_a_state_of_other_fields_is_refused(state: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        Period(2024, 2025).__setstate__(state)  # type: ignore[attr-defined]


def test_values_stay_frozen() -> None:
    with pytest.raises(AttributeError):
        Reference(Period(2024, 2025), "lonn", None).area = "heltid"  # type: ignore[misc]
    assert hash(Goal(id="a", text="b")) == hash(Goal(id="a", text="b"))
