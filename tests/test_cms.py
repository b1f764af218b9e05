"""The configuration of Sveltia CMS: right by its own schema, in Norwegian; the page, where it is wanted."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.cms import CmsSetting, CmsSettingError, add_page, configuration, resting_on, stated_cms
from generator.cms.package import KNOWN, WrongPackageError, unpack
from generator.schema.key_texts import KEYS
from tests.case_folders import assemble
from tests.project import ROOT, copy_project, planverk

SVELTIA = ROOT / ".planverk/sveltia" / KNOWN["version"]
GITHUB = CmsSetting({"name": "github", "repo": "eksempel/planer", "branch": "main"})
LEFT_OUT = {"forslag", "nedlagt", "tidligere", "unntak", "usikkert"}


def made(setting: CmsSetting = GITHUB) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(configuration(setting, resting_on(ROOT)))
    return whole


def fields(part: object) -> Iterator[dict[str, object]]:
    """Every field, also those within others."""
    match part:
        case dict():
            if "widget" in part:
                yield part
            for each in part.values():
                yield from fields(each)
        case list():
            for each in part:
                yield from fields(each)


@pytest.mark.parametrize("name", ["github", "gitlab", "gitea"])
def test_the_configuration_is_right_by_sveltia_s_own_schema(name: str) -> None:
    schema = json.loads((SVELTIA / "schema/sveltia-cms.json").read_text(encoding="utf-8"))
    whole = made(CmsSetting({"name": name, "repo": "eksempel/planer"}))
    assert list(Draft7Validator(schema).iter_errors(whole)) == []


def test_every_kind_of_source_has_its_form() -> None:
    whole = made()
    names = [each["name"] for each in (*whole["collections"], *whole["singletons"])]
    assert names == ["handlingsplaner", "fagforeninger", "strategier", "forbund"]
    keys = {name.split(".")[-1] for name in KEYS} - LEFT_OUT
    assert {field["name"] for field in fields([whole["collections"], whole["singletons"]])} >= keys - {
        "regel",
        "linje",
        "side",
        "treff",
    }


def test_labels_and_hints_are_norwegian() -> None:
    (deadline, *_) = (field for field in fields(made()["collections"]) if field["name"] == "frist")
    assert (deadline["label"], deadline["required"]) == ("Frist", False)
    assert str(deadline["hint"]).startswith("Med planens egne ord: 1. mai 2025")
    assert [each["label"] for each in made()["collections"]] == [
        "Handlingsplaner",
        "Fagforeninger",
        "Strategier",
    ]


def test_what_is_one_of_a_vocabulary_is_chosen() -> None:
    every = {str(field["name"]): field for field in fields(made()["collections"])}
    assert "heltid" in every["område"]["options"]  # type: ignore[operator]
    assert "innlandet" in every["fylke"]["options"]  # type: ignore[operator]
    assert "delvis" in every["status"]["options"]  # type: ignore[operator]
    assert every["dato"]["widget"] == "datetime"


def test_a_change_becomes_a_proposal_where_sveltia_can_make_one() -> None:
    modes = [made(each)["publish_mode"] for each in (GITHUB, CmsSetting({"name": "gitea", "repo": "a/b"}))]
    assert list(map(str, modes)) == ["editorial_workflow", "simple"]


def test_the_page_asks_nobody_but_the_site_and_where_the_plans_are() -> None:
    own = CmsSetting({"name": "gitea", "repo": "a/b", "api_root": "https://git.example/api/v1"})
    assert own.connects == ("https://git.example",)
    assert GITHUB.connects == ("https://api.github.com",)


def test_the_shipped_site_has_no_such_page() -> None:
    assert stated_cms(ROOT) is None


def with_settings(root: Path, said: str) -> Path:
    """The project, where `mkdocs.yml` has that below `extra`."""
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("\nextra:", f"\nextra:\n  cms:{said}", 1), encoding="utf-8")
    return root


def test_the_command_prints_the_configuration(tmp_path: Path) -> None:
    assert planverk(copy_project(tmp_path / "none"), "cms").returncode == 2
    root = with_settings(copy_project(tmp_path / "some"), " {name: github, repo: eksempel/planer}")
    done = planverk(root, "cms")
    assert (done.returncode, done.stderr) == (0, "")
    stated = stated_cms(root)
    assert stated is not None
    assert done.stdout == configuration(stated, resting_on(root))
    wrong = with_settings(copy_project(tmp_path / "wrong"), " {name: svn, repo: eksempel/planer}")
    assert planverk(wrong, "cms").stderr == (
        "extra.cms i mkdocs.yml: «name» er github, gitlab eller gitea, ikke «svn».\n"
    )


@pytest.mark.parametrize(
    ("address", "backend"),
    [
        ("https://github.com/eksempel/planer", {"name": "github"}),
        ("https://gitlab.com/eksempel/planer", {"name": "gitlab"}),
        (
            "https://codeberg.org/eksempel/planer",
            {
                "name": "gitea",
                "api_root": "https://codeberg.org/api/v1",
                "base_url": "https://codeberg.org",
            },
        ),
    ],
)
def test_the_plans_are_where_pages_lead_to(
    address: str, backend: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANVERK_REPO_URL", address)
    stated = stated_cms(with_settings(copy_project(tmp_path), " true"))
    assert stated is not None
    kept = {"repo": "eksempel/planer", "branch": "main", "auth_methods": ["token"]}
    assert stated.backend == {**backend, **kept}


def test_without_a_place_there_is_no_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANVERK_REPO_URL", raising=False)
    with pytest.raises(CmsSettingError):
        stated_cms(with_settings(copy_project(tmp_path), " true"))


def test_without_sveltia_there_is_no_page_and_with_it_only_what_it_needs(tmp_path: Path) -> None:
    root = assemble(tmp_path / "project")
    with pytest.raises(CmsSettingError):
        add_page(root, tmp_path, GITHUB)
    (tmp_path / "site").mkdir()
    add_page(ROOT, tmp_path / "site", GITHUB)
    laid = {path.suffix for path in (tmp_path / "site/admin").rglob("*") if path.is_file()}
    assert laid == {".html", ".js", ".json", ".txt", ".woff2"}


def test_another_package_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.tgz"
    other.write_bytes(b"other")
    with pytest.raises(WrongPackageError):
        unpack(other, tmp_path / "whole")
    assert not (tmp_path / "whole").exists()
