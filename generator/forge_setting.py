"""Floor 12: what `mkdocs.yml` says of where the sources are kept."""

from pathlib import Path

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.forge import Forge, forge


def stated_forge(root: Path) -> Forge | None:
    """The repository of the project at `root`; None where `mkdocs.yml` names none, or cannot be read.

    Raises ForgeSettingError where what it says cannot be meant.
    """
    try:
        with (root / "mkdocs.yml").open(encoding="utf-8") as text:
            said: object = yaml_load(text)
    except (FileNotFoundError, ConfigurationError):
        return None
    if not isinstance(said, dict):
        return None
    extra = said.get("extra")
    return forge(said.get("repo_url"), extra.get("kilde") if isinstance(extra, dict) else None)
