"""Where Sveltia CMS finds the plans: `extra.cms` in `mkdocs.yml`, which is Sveltia's own `backend`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import load_config

from generator import sources
from generator.diagnostics import message
from generator.load import ground
from generator.model import Body
from generator.publish import RefusedError

Backend = Mapping[str, str | list[str]]

_HOSTS = {"github": "https://api.github.com", "gitlab": "https://gitlab.com", "gitea": "https://gitea.com"}
"""Where a backend lies unless it says so."""

_ADDRESSES = ("api_root", "graphql_api_root", "base_url")


class CmsSettingError(RefusedError):
    """There can be no such page, and the message says why."""


@dataclass(frozen=True, slots=True)
class CmsSetting:
    """The backend, and what begins the site's addresses."""

    backend: Backend
    site: str = ""

    @property
    def connects(self) -> tuple[str, ...]:
        """The only origins besides the site's own that the page may ask."""
        stated = [self.backend[name] for name in _ADDRESSES if name in self.backend]
        default = [] if "api_root" in self.backend else [_HOSTS.get(str(self.backend["name"]), "")]
        origins = (urlsplit(str(each)) for each in (*default, *stated) if each)
        return tuple(dict.fromkeys(f"{each.scheme}://{each.netloc}" for each in origins))


def resting_on(root: Path) -> Body:
    """The federation and its strategies, whose names the forms propose.  Raises CmsSettingError."""
    body = ground(root, sources.find(root)).body
    if body is None:
        raise CmsSettingError(message("The federation or a strategy has an error. Run planverk check."))
    return body


def stated_cms(root: Path) -> CmsSetting | None:
    """What `mkdocs.yml` says; None where there is to be no such page.  Raises CmsSettingError."""
    config = load_config(str(root / "mkdocs.yml"), hooks=[])
    backend = config.extra.get("cms")
    if not backend:
        return None
    if not isinstance(backend, dict) or not {"name", "repo"} <= backend.keys():
        raise CmsSettingError(message("extra.cms in mkdocs.yml must say “name” and “repo”."))
    if backend["name"] not in _HOSTS:
        text = message(
            "extra.cms in mkdocs.yml: “name” is github, gitlab or gitea, not “{found}”.",
            found=backend["name"],
        )
        raise CmsSettingError(text)
    return CmsSetting(backend, config.site_url or "")
