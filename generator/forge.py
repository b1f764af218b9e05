"""Floor 2: the host of the git repository of the sources, and its pages on which a file is changed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import quote, urlencode, urlsplit

from generator.diagnostics import Message, Position, message


class Host(StrEnum):
    """What kind of host it is; Forgejo has the addresses of Gitea."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


class Form(StrEnum):
    """What can be proposed by opening an issue with a form, by the name of the form's file."""

    REPORT = "meld-status"
    DEADLINE = "ny-frist"
    MEASURE = "nytt-tiltak"


@dataclass(frozen=True, slots=True)
class _Pages:
    """Where a file is changed, below the repository, and where one gets to a line of it."""

    file: str
    line: str


_PAGES: Mapping[Host, _Pages] = MappingProxyType(
    {
        Host.GITHUB: _Pages("edit/{branch}/{path}", "edit/{branch}/{path}#L{line}"),
        Host.GITLAB: _Pages("-/edit/{branch}/{path}", "-/edit/{branch}/{path}#L{line}"),
        Host.GITEA: _Pages("_edit/{branch}/{path}", "src/branch/{branch}/{path}#L{line}"),
    }
)
"""The editors of GitHub and GitLab begin at the line; of Gitea, only the page that shows the file does."""

_KNOWN: Mapping[str, Host] = MappingProxyType({"codeberg.org": Host.GITEA, "forgejo": Host.GITEA})
"""By the whole name, or by the first part of it, where that is not the kind's own."""

_BRANCH = re.compile(r"(?!.*(?:\.\.|//))\w[\w./-]*(?<![./])", re.ASCII)
_MAIN = "main"
_KEYS = frozenset({"vert", "gren", "skjema"})


class ForgeSettingError(Exception):
    """`mkdocs.yml` says something of the repository that cannot be meant; the messages say what."""

    def __init__(self, *messages: Message) -> None:
        super().__init__(" ".join(each.text.format_map(dict(each.values)) for each in messages))
        self.messages = messages


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository on a host, the branch of it that the site is built from, whether it takes forms."""

    url: str
    host: Host
    branch: str = _MAIN
    takes_forms: bool = False

    def form(self, form: Form, **answers: str) -> str:
        """The whole address of the form, with what is answered already, by the ids of its questions."""
        asked = urlencode({"template": f"{form}.yml", **answers}, safe="/")
        return f"{self.url}/issues/new?{asked}"

    def file(self, path: str) -> str:
        """The whole address at which the file is changed."""
        return self._filled(_PAGES[self.host].file, path, 1)

    def line(self, place: Position) -> str:
        """The whole address at which one gets to the line of the file."""
        return self._filled(_PAGES[self.host].line, place.file, place.line)

    def _filled(self, form: str, path: str, line: int) -> str:
        return f"{self.url}/{form.format(branch=quote(self.branch), path=quote(path), line=line)}"


def forge(repo_url: object, stated: object) -> Forge | None:
    """The repository that `repo_url` of `mkdocs.yml` names, and `extra.kilde`; None where there is none.

    Raises ForgeSettingError where either says what cannot be meant.
    """
    if not repo_url:
        return None
    url, name = _address(repo_url)
    said = _said(stated)
    host = _host(name, said.get("vert"))
    return Forge(url, host, _branch(said.get("gren")), takes_forms=_takes_forms(host, said.get("skjema")))


def _address(repo_url: object) -> tuple[str, str]:
    """The address without what ends it on occasion, and the host's name."""
    url = str(repo_url).strip().removesuffix("/").removesuffix(".git")
    try:
        parts = urlsplit(url)
        name, path = parts.hostname or "", parts.path.strip("/")
    except ValueError:
        name = path = ""
    if not name or not path or parts.scheme not in ("https", "http") or not url.isprintable() or " " in url:
        raise ForgeSettingError(
            message("repo_url in mkdocs.yml is no address of a repository: “{found}”.", found=repo_url),
            message("Write it as in https://github.com/eksempel/handlingsplaner."),
        )
    if parts.username is not None or parts.query or parts.fragment:
        raise ForgeSettingError(
            message("repo_url in mkdocs.yml holds more than the address of the repository."),
            message(
                "Take out user name, password and all from ? or # on: the address is shown on the pages."
            ),
        )
    return url, name


def _said(stated: object) -> Mapping[str, object]:
    """What stands under `extra.kilde`."""
    if stated is None or stated == "":
        return {}
    if not isinstance(stated, dict) or not _KEYS.issuperset(stated):
        raise ForgeSettingError(
            message("Under extra, kilde in mkdocs.yml only vert, gren and skjema may stand.")
        )
    return stated


def _host(name: str, stated: object) -> Host:
    if stated:
        return _named(str(stated))
    first = name.partition(".")[0]
    found = _KNOWN.get(name) or _KNOWN.get(first) or next((each for each in Host if each == first), None)
    if found is None:
        raise ForgeSettingError(
            message("It is not known what kind of host {name} is (repo_url in mkdocs.yml).", name=name),
            _KINDS,
        )
    return found


_KINDS = message("Under extra, kilde write vert: github, vert: gitlab or vert: gitea (also for Forgejo).")


def _named(stated: str) -> Host:
    if stated not in tuple(Host):
        raise ForgeSettingError(
            message("“{found}” is no kind of host (extra, kilde, vert in mkdocs.yml).", found=stated), _KINDS
        )
    return Host(stated)


def _branch(stated: object) -> str:
    name = str(stated or _MAIN)
    if not _BRANCH.fullmatch(name):
        raise ForgeSettingError(
            message("“{found}” is no name of a branch (extra, kilde, gren in mkdocs.yml).", found=name),
            message("Write the branch that the site is built from, most often main."),
        )
    return name


def _takes_forms(host: Host, stated: object) -> bool:
    wanted = str(stated or "false").casefold() == "true"
    if wanted and host is not Host.GITHUB:
        raise ForgeSettingError(message("Only GitHub takes forms (extra, kilde, skjema in mkdocs.yml)."))
    return wanted
