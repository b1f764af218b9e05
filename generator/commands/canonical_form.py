"""`planverk fmt`: sources in canonical form."""

import difflib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from generator import console, sources
from generator.console import _
from generator.diagnostics import Diagnostic, message
from generator.writing import canonical, files


@dataclass(frozen=True, slots=True)
class _Formed:
    """A source as it is and in canonical form; None where it cannot be read."""

    path: Path
    name: str
    raw: bytes
    text: str | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def differs(self) -> bool:
        return self.text is not None and self.text.encode() != self.raw


@click.command(
    help=_(
        "Bring sources into canonical form: order of keys, quotes, line breaks, lists. Comments are kept, "
        "and no meaning changes. Without FILES, all sources."
    )
)
@click.argument("files_wanted", metavar="[FILES]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", is_flag=True, help=_("Write nothing; list the files that would change, and end with 1.")
)
@click.option(
    "--diff", is_flag=True, help=_("Write nothing; show what would change, and end with 1 if anything.")
)
def fmt(files_wanted: tuple[Path, ...], *, check: bool, diff: bool) -> None:
    root = console.project()
    kinds = sources.kinds(root)
    wanted = [_source(root, path, kinds) for path in files_wanted] or [
        path for path in kinds if path.is_file()
    ]
    formed = [_formed(root, path, kinds[path]) for path in dict.fromkeys(wanted)]
    changed = [each for each in formed if each.differs]
    for each in changed:
        if diff:
            console.show("".join(_difference(each)))
        else:
            console.show(f"{each.name}\n")
            if not check:
                files.replace_all([(each.path, str(each.text).encode(), each.raw)])
    faults = tuple(fault for each in formed if each.text is None for fault in each.diagnostics)
    if faults:
        console.report(faults)
    _tell(len(changed), len(formed), written=not (check or diff))
    sys.exit(bool(faults) or (bool(changed) and (check or diff)))


def _source(root: Path, path: Path, kinds: dict[Path, str]) -> Path:
    """The source that the argument names."""
    found = root / path
    if found in kinds:
        return found
    at_home = {each.resolve(): each for each in kinds}.get(found.resolve())
    if at_home is None:
        raise click.UsageError(_("“{path}” is no source of this project.").format(path=path))
    return at_home


def _formed(root: Path, path: Path, kind: str) -> _Formed:
    document = sources.read(path, root)
    if document.root is None:
        return _Formed(path, document.path, b"", None, document.diagnostics)
    raw = path.read_bytes()
    text = canonical(sources.decoded(raw), document.root, kind)
    return _Formed(path, document.path, raw, text, document.diagnostics)


def _difference(formed: _Formed) -> Iterator[str]:
    before = sources.decoded(formed.raw).splitlines(keepends=True)
    after = str(formed.text).splitlines(keepends=True)
    for line in difflib.unified_diff(before, after, formed.name, formed.name):
        yield line if line.endswith("\n") else f"{line}\n"


def _tell(changed: int, every: int, *, written: bool) -> None:
    told = (
        message("{changed} of {every} files written anew.", changed=changed, every=every)
        if written
        else message("{changed} of {every} files would be written anew.", changed=changed, every=every)
    )
    console.say(told)
