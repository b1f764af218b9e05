"""Where Sveltia CMS finds the plans: where `mkdocs.yml` says that they are kept, or as `extra.cms` says.

What stands in `extra.cms` is Sveltia's own `backend`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator import sources
from generator.diagnostics import message
from generator.forge import Forge
from generator.forge_setting import extra_of, forge_of, stated
from generator.load import ground
from generator.model import Body
from generator.publish import RefusedError

Backend = Mapping[str, str | list[str]]

_HOSTS = {"github": "https://api.github.com", "gitlab": "https://gitlab.com", "gitea": "https://gitea.com"}
"""Where a backend lies unless it says so."""

_INTERFACES = {"github": "api/v3", "gitlab": "api/v4", "gitea": "api/v1"}
"""Where below another host its interface lies."""

_SIGN_IN = {"app_id", "auth_methods", "auth_endpoint"}
"""What says how one signs in; without it Sveltia would offer to ask a third party for a key."""

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
    everything = stated(root)
    said = extra_of(everything, "cms")
    if not said:
        return None
    kept = forge_of(everything)
    backend = (_backend(kept) if kept else {}) | (said if isinstance(said, dict) else {})
    if not {"name", "repo"} <= backend.keys():
        raise CmsSettingError(
            message("extra.cms in mkdocs.yml needs repo_url, or “name” and “repo” of its own.")
        )
    if backend["name"] not in _HOSTS:
        text = message(
            "extra.cms in mkdocs.yml: “name” is github, gitlab or gitea, not “{found}”.",
            found=backend["name"],
        )
        raise CmsSettingError(text)
    if not _SIGN_IN & backend.keys():
        backend["auth_methods"] = ["token"]
    return CmsSetting(backend, str(everything.get("site_url") or ""))


def _backend(kept: Forge) -> dict[str, str | list[str]]:
    """The repository that pages lead to as a backend."""
    at = urlsplit(kept.url)
    host, known = f"{at.scheme}://{at.netloc}", urlsplit(_HOSTS[kept.host]).netloc.removeprefix("api.")
    own = {} if at.netloc == known else {"api_root": f"{host}/{_INTERFACES[kept.host]}", "base_url": host}
    return {"name": kept.host.value, "repo": at.path.strip("/"), "branch": kept.branch, **own}
