"""Every rule by example: `cases/<rule>/<case>` holds sources, and in `expected.txt` what is said of them.

A case holds only the files that differ from `cases/_base`; `absent.txt` lists those left out.
`history/<day>/` holds sources that were committed on that day before.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks import RULES
from generator.examination import examine
from generator.language import Language
from generator.reports import as_text
from generator.sources import SIZE_LIMIT
from tests.case_folders import CASES, assemble, every_case

FREE_OF_FAULTS = "accepted"
OF_MANY_RULES = "several"
PLAN = Path("plans/fagforeninger/vik/2024-2025.yml")


def _too_large(root: Path) -> None:
    text = (root / PLAN).read_bytes()
    (root / PLAN).write_bytes(text + b"#" * (SIZE_LIMIT + 1 - len(text)))


def _large_as_can_be(root: Path) -> None:
    text = (root / PLAN).read_bytes()
    (root / PLAN).write_bytes(text + b"#" * (SIZE_LIMIT - len(text)))


def _linked_file(root: Path) -> None:
    (root / PLAN).rename(root / "plan.yml")
    (root / PLAN).symlink_to(root / "plan.yml")


def _linked_folder(root: Path) -> None:
    (root / PLAN).parent.rename(root / "vik")
    (root / PLAN).parent.symlink_to(root / "vik", target_is_directory=True)


def _linked_to_itself(root: Path) -> None:
    (root / PLAN).unlink()
    (root / PLAN).symlink_to(root / PLAN)


MADE: dict[str, Callable[[Path], None]] = {
    "accepted/exactly-a-megabyte": _large_as_can_be,
    "file-outside-plans/link-to-a-file-elsewhere": _linked_file,
    "file-outside-plans/link-to-a-folder-elsewhere": _linked_folder,
    "file-missing/link-to-itself": _linked_to_itself,
    "file-too-large/more-than-a-megabyte": _too_large,
}
"""What cannot lie in a case's folder, done to the project when the case is run."""


def _id(case: Path) -> str:
    return case.relative_to(CASES).as_posix()


@pytest.mark.parametrize("case", every_case(), ids=_id)
def test_the_sources_are_reported_as_expected(case: Path, tmp_path: Path, update_expected: bool) -> None:  # noqa: FBT001
    root = assemble(tmp_path, case)
    MADE.get(_id(case), Path)(root)

    text = as_text(examine(root)[1], Language("en"))

    expected = case / "expected.txt"
    if update_expected:
        expected.write_text(text, encoding="utf-8")
        pytest.fail("expected.txt is written; read the difference and run again without the flag")
    assert text == expected.read_text(encoding="utf-8")


def _rules_expected(case: Path) -> set[str]:
    text = (case / "expected.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^\S.* \[([a-z0-9-]+)\]$", text, re.MULTILINE))


@pytest.mark.parametrize("case", every_case(), ids=_id)
def test_a_case_shows_the_rule_that_its_folder_is_named_after(case: Path) -> None:
    rules = _rules_expected(case)
    if case.parent.name == FREE_OF_FAULTS:
        assert (case / "expected.txt").read_bytes() == b""
    elif case.parent.name == OF_MANY_RULES:
        assert len(rules) > 1
    else:
        assert case.parent.name in rules


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    shown = {case.parent.name for case in every_case()} - {FREE_OF_FAULTS, OF_MANY_RULES}
    assert shown == set(RULES)


def test_no_case_expects_a_rule_that_the_source_does_not_name() -> None:
    expected = {rule for case in every_case() for rule in _rules_expected(case)}
    assert expected == set(RULES)


def test_what_is_made_for_a_case_belongs_to_one() -> None:
    assert set(MADE) <= {_id(case) for case in every_case()}
