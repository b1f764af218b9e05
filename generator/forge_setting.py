"""Floor 12: what `mkdocs.yml` says of where the sources are kept."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.forge import Forge, forge


def stated(root: Path) -> Mapping[str, object]:
    """What `mkdocs.yml` of the project says; nothing where it cannot be read, which MkDocs tells."""
    try:
        with (root / "mkdocs.yml").open(encoding="utf-8") as text:
            said: object = yaml_load(text)
    except (FileNotFoundError, ConfigurationError):
        return {}
    return said if isinstance(said, dict) else {}


def extra_of(said: Mapping[str, object], key: str) -> object:
    """What stands there under that key of `extra`; None where nothing does."""
    extra = said.get("extra")
    return extra.get(key) if isinstance(extra, dict) else None


def stated_forge(root: Path) -> Forge | None:
    """The repository of the project; None where `mkdocs.yml` names none.

    Raises ForgeSettingError where what it says cannot be meant.
    """
    return forge_of(stated(root))


def forge_of(said: Mapping[str, object]) -> Forge | None:
    """The same, of what `mkdocs.yml` says."""
    return forge(said.get("repo_url"), extra_of(said, "kilde"))
