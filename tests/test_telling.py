"""What may write on pull requests tells what a stranger may have left as texts, and leaves the rest alone."""

import json
from pathlib import Path

import pytest
from markdown import Markdown

from generator.review.posting import ARTIFACT
from generator.review.records import NotAsExpectedError
from generator.review.summary import SIZE, from_json
from tests import fake_gh
from tests.proposals import Telling, telling, upstream
from tests.workflow_runs import Plain


@pytest.fixture
def small(tmp_path: Path) -> Telling:
    """A host with a pull request of which nothing is known yet."""
    return telling(tmp_path, upstream(tmp_path / "home/project"), "a" * 40)


SUMMARY: Plain = {
    "version": 1,
    "headline": "Vik",
    "sections": [],
    "more_sections": 0,
    "faults": [],
    "more_faults": 0,
    "warnings": [],
    "more_warnings": 0,
    "mended": 0,
    "vanishing": [],
    "more_vanishing": 0,
    "struck": 0,
    "labels": ["fagforening: vik", "fylke: vestland"],
}


def as_left(**other: object) -> bytes:
    return json.dumps({**SUMMARY, **other}).encode()


def test_a_comment_is_corrected_and_not_repeated(small: Telling) -> None:
    small.leave(as_left())
    assert not small.run().failed
    small.leave(as_left(headline="Vik og Voss", labels=["fagforening: voss", "fylke: vestland"]))
    small.change(labels=["fagforening: vik", "fylke: vestland", "ny-frist"])
    assert not small.run().failed
    (comment,) = small.comments
    assert "\nVik og Voss\n" in comment
    assert small.labels == ["fylke: vestland", "ny-frist", "fagforening: voss"]
    before = small.told
    assert not small.run().failed
    assert small.told == before


def test_comments_of_others_are_left_alone(small: Telling) -> None:
    others = {"id": 1, "user": {"login": "fremmed"}, "body": "<!-- planverk: summary -->\nMin."}
    many = [{**others, "id": number, "body": "x"} for number in range(2, 150)]
    small.change(comments=[others, *many])
    small.leave(as_left())
    assert not small.run().failed
    assert small.comments[0] == others["body"]
    assert len(small.comments) == 150


@pytest.mark.parametrize(
    "state",
    [
        {"pulls": []},
        {"commit": "b" * 40},
        {"artifacts": []},
        {"head": "fremmed:annet"},
    ],
)
def test_nothing_is_told_of_what_is_no_longer_there(small: Telling, state: Plain) -> None:
    small.leave(as_left())
    small.commit = state.pop("commit", small.commit)
    small.change(**state)
    assert not small.run().failed
    assert small.told == []


def test_a_pull_request_of_another_repository_is_not_ours(small: Telling) -> None:
    small.leave(as_left())
    (pull,) = fake_gh.load(small.folder)["pulls"]
    small.change(pulls=[{**pull, "base": {"repo": {"full_name": "andre/planer"}}}])
    assert not small.run().failed
    assert small.told == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b"9" * 10_000,
        b"\xff\xfe",
        b" " * (SIZE + 1),
        as_left(version=2),
        as_left(headline=None),
        as_left(headline={"x": 1}),
        as_left(more_faults=-1),
        as_left(struck=True),
        as_left(faults=[1]),
        as_left(sections=[[]]),
        as_left(sections="x"),
        as_left(labels={"a": "b"}),
    ],
    ids=range(16),
)
def test_what_is_no_summary_is_none(content: bytes) -> None:
    with pytest.raises(NotAsExpectedError):
        from_json(content)


def test_what_is_no_summary_is_not_told(small: Telling) -> None:
    small.leave(as_left(headline=None))
    assert small.run().failed
    assert small.told == []


def test_what_is_no_artifact_of_ours_is_not_unpacked(small: Telling) -> None:
    for content, name in ((as_left(), "../../changes.json"), (as_left(), "annet.json")):
        small.leave(content, name)
        assert small.run().failed
    (small.folder / "5.zip").write_bytes(b"PK\x03\x04 tull")
    assert small.run().failed
    small.change(artifacts=[{"id": 5, "name": ARTIFACT, "expired": False, "size_in_bytes": SIZE + 1}])
    assert small.run().failed
    assert small.told == []


def test_a_forged_summary_is_texts_and_no_more_than_fit(small: Telling) -> None:
    seen = "@alle <script>alert(1)</script> [x](https://ond.example) ![x](x) #1 *x* `x`\n\n# Stor\n- punkt "
    words = f"{seen}\x07\U0010ffff\ud800"
    piece = {"gone": words, "come": words, "kept": ""}
    line = {"text": words, "pieces": [piece] * 3}
    section = {"title": words, "headline": words, "lines": [line] * 30, "more": 0}
    labels = [
        "mange fylker",
        "fagforening: vik",
        "fagforening: finnes-ikke",
        "sikkerhet",
        "fylke: \n",
        "x" * 99,
    ]
    small.leave(as_left(headline=words, sections=[section] * 2, faults=[words] * 99, labels=labels))
    assert not small.run().failed
    (comment,) = small.comments
    assert len(comment) < 65_536
    assert "@alle" not in comment
    html = Markdown().convert(comment)
    assert html.count("<a ") == 1
    assert not [each for each in ("<script", "<img", "<em>", "<code", "<h1") if each in html]
    assert small.labels == ["fagforening: vik", "mange fylker"]


def test_a_host_that_refuses_is_told_of(small: Telling) -> None:
    small.leave(as_left())
    (small.folder / "gh").write_text("#!/bin/sh\necho 'HTTP 403' >&2\nexit 1\n", encoding="utf-8")
    outcome = small.run()
    assert outcome.failed
    assert "GitHub sa nei (GET pulls" in outcome.steps[-1].done.stderr
    assert "HTTP 403" in outcome.steps[-1].done.stderr
